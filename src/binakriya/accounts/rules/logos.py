"""Logos of offices: which pictures are taken, and how they are kept.

A logo is always written anew as a PNG: what was put beside or hidden in the file does not come along.
"""

import io

from PIL import Image

from binakriya.foundation.rules.refusals import Refused

PICTURES = ("PNG", "JPEG")
# Bytes as sent.
SENT_MOST = 3 * 1024 * 1024
# Points of a side as sent: a small file may unpack to gigabytes.
POINTS_MOST = 25_000_000
# Points of the longer side as kept: 17 mm on paper at 900 points an inch.
SIDE_MOST = 600


def clean_logo(sent: bytes) -> bytes:
    """A PNG file of at most SIDE_MOST points a side. Raises Refused("logo_too_large", "logo_unreadable")."""
    if len(sent) > SENT_MOST:
        raise Refused("logo_too_large")
    try:
        with Image.open(io.BytesIO(sent), formats=PICTURES) as opened:
            if opened.width * opened.height > POINTS_MOST:
                raise Refused("logo_too_large")
            clear = opened.convert("RGBA")
    except Refused:
        raise
    except Image.DecompressionBombError as error:
        raise Refused("logo_too_large") from error
    except Exception as error:
        # Decoders fail in as many ways as a file can be broken.
        raise Refused("logo_unreadable") from error
    clear.thumbnail((SIDE_MOST, SIDE_MOST), Image.Resampling.LANCZOS)
    plain = Image.new("RGBA", clear.size)
    plain.paste(clear)
    out = io.BytesIO()
    plain.save(out, "PNG", optimize=True)
    return out.getvalue()
