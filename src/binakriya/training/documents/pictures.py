"""Pictures as people send them → as they are kept and printed.

A picture is always written anew: what a camera put beside it (place, time, device, a small preview), and anything that
was hidden in the file, does not come along.
"""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

from binakriya.training.documents.press import DocumentError
from binakriya.training.rules.photos import PICTURES, POINTS_MOST, SENT_MOST, SIDE_MOST

_QUALITY = 82
_WHITE = (255, 255, 255)


class PictureRefused(DocumentError):
    """`reason`: "photo_too_large" (bytes or points), "photo_unreadable" (no JPEG, PNG or WebP, or broken)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG file without anything beside its points, upright, at most SIDE_MOST points wide and high."""

    data: bytes
    width: int
    height: int


def clean_picture(sent: bytes) -> Picture:
    """Raises PictureRefused."""
    if len(sent) > SENT_MOST:
        raise PictureRefused("photo_too_large")
    try:
        # Only the head is read here: the size is known before anything is unpacked.
        with Image.open(io.BytesIO(sent), formats=PICTURES) as opened:
            if opened.width * opened.height > POINTS_MOST:
                raise PictureRefused("photo_too_large")
            # A JPEG is unpacked at the nearest size that is enough: a tenth of the memory and time.
            opened.draft("RGB", (SIDE_MOST, SIDE_MOST))
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((SIDE_MOST, SIDE_MOST), Image.Resampling.LANCZOS)
            plain = _on_white(upright)
    except PictureRefused:
        raise
    except Image.DecompressionBombError as error:
        raise PictureRefused("photo_too_large") from error
    except Exception as error:
        # Decoders fail in as many ways as a file can be broken.
        raise PictureRefused("photo_unreadable") from error
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return Picture(out.getvalue(), plain.width, plain.height)


def _on_white(image: Image.Image) -> Image.Image:
    """Only the points, in RGB: what lies beside them stays behind, what is transparent becomes paper."""
    clear = image.convert("RGBA")
    plain = Image.new("RGB", clear.size, _WHITE)
    plain.paste(clear, mask=clear.getchannel("A"))
    return plain
