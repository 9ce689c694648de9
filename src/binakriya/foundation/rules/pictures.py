"""Pictures as people send them → as they are kept, shown and printed: the one door for photos of all rooms.

A picture is always written anew: what a camera put beside it (place, time, device, a small preview), and anything that
was hidden in the file, does not come along.
"""

import io
import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageOps

from binakriya.foundation.rules.refusals import Refused

# What a camera or a phone saves; anything else is refused, whatever its name says.
PICTURES = ("JPEG", "PNG", "WEBP")
# Bytes as sent: a phone's largest photo is about 12 MB.
SENT_MOST = 15 * 1024 * 1024
# Points as sent: a small file may unpack to gigabytes. A JPEG is unpacked at a fraction of its size, others are whole.
POINTS_MOST = 60_000_000
WHOLE_POINTS_MOST = 25_000_000
# Passes over a progressive JPEG: a camera writes up to about fifteen; each costs the decoder the whole picture again.
SCANS_MOST = 60
# Points of the longer side as kept: 160 mm on paper at 250 points an inch.
SIDE_MOST = 1600

Kind = Literal["jpeg", "webp"]
_QUALITY: dict[Kind, int] = {"jpeg": 82, "webp": 78}
# Unpacked are so many pictures at once in a process, however many are sent: each may take a hundred megabytes.
_UNPACKING = threading.BoundedSemaphore(2)
_WHITE = (255, 255, 255)
# JPEG (ITU-T T.81, table B.1): start of scan, end of image; a marker within coded data, which stuffs FF with 00.
_SCAN, _END = 0xDA, 0xD9
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


class PictureRefused(Refused):
    """`reason`: "photo_too_large" (bytes, points or passes), "photo_unreadable" (no JPEG, PNG or WebP, or broken)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A file without anything beside its points, upright; `width`, `height` in points. `side`: the longer side that it
    was made for: a smaller picture is never blown up."""

    data: bytes
    width: int
    height: int
    side: int = SIDE_MOST
    kind: Kind = "jpeg"


def clean_picture(sent: bytes, *, side: int = SIDE_MOST) -> Picture:
    """A JPEG at most `side` points wide and high. Raises PictureRefused."""
    return clean_pictures(sent, sides=(side,), kinds=("jpeg",))[0]


def clean_pictures(sent: bytes, *, sides: Iterable[int], kinds: Iterable[Kind]) -> list[Picture]:
    """Each size in each kind, the largest size first. Raises PictureRefused."""
    wanted, kinds = sorted(sides, reverse=True), tuple(kinds)
    image = _opened(sent, wanted[0])
    made = []
    for side in wanted:
        image = image.copy()
        image.thumbnail((side, side), Image.Resampling.LANCZOS)
        made += [Picture(_written(image, kind), image.width, image.height, side, kind) for kind in kinds]
    return made


def _opened(sent: bytes, side: int) -> Image.Image:
    if len(sent) > SENT_MOST or _scans(sent) > SCANS_MOST:
        raise PictureRefused("photo_too_large")
    try:
        # Only the head is read here: the size is known before anything is unpacked.
        with Image.open(io.BytesIO(sent), formats=PICTURES) as opened:
            if opened.width * opened.height > (POINTS_MOST if opened.format == "JPEG" else WHOLE_POINTS_MOST):
                raise PictureRefused("photo_too_large")
            with _UNPACKING:
                # A JPEG is unpacked at the nearest size that is enough: a tenth of the memory and time.
                opened.draft("RGB", (side, side))
                opened.thumbnail((side, side), Image.Resampling.LANCZOS)
                return _on_white(ImageOps.exif_transpose(opened))
    except PictureRefused:
        raise
    except Image.DecompressionBombError as error:
        raise PictureRefused("photo_too_large") from error
    except Exception as error:
        # Decoders fail in as many ways as a file can be broken.
        raise PictureRefused("photo_unreadable") from error


def _scans(sent: bytes) -> int:
    """How often a JPEG goes over the picture; 0 for other files. Counted along its segments, so that what is merely
    carried beside the picture (previews, a short film) is not taken for a pass."""
    if not sent.startswith(b"\xff\xd8"):
        return 0
    scans, at = 0, 2
    while at + 4 <= len(sent) and scans <= SCANS_MOST:
        marker = sent[at + 1]
        if sent[at] != 0xFF or marker == _END:
            break
        if marker == 0xFF or 0xD0 <= marker <= 0xD7 or marker == 0x01:
            at += 1 if marker == 0xFF else 2
            continue
        at += 2 + int.from_bytes(sent[at + 2 : at + 4], "big")
        if marker == _SCAN:
            scans += 1
            following = _MARKER.search(sent, at)
            if following is None:
                break
            at = following.start()
    return scans


def _written(image: Image.Image, kind: Kind) -> bytes:
    out = io.BytesIO()
    if kind == "webp":
        image.save(out, "WEBP", quality=_QUALITY[kind], method=4)
    else:
        image.save(out, "JPEG", quality=_QUALITY[kind], optimize=True, progressive=True)
    return out.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    """Only the points, in RGB: what lies beside them stays behind, what is transparent becomes paper."""
    clear = image.convert("RGBA")
    plain = Image.new("RGB", clear.size, _WHITE)
    plain.paste(clear, mask=clear.getchannel("A"))
    return plain
