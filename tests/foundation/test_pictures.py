"""The door for photos: what a decoder would spend minutes on is told by the file itself."""

import io

import pytest
from PIL import Image

from binakriya.foundation.rules.pictures import SCANS_MOST, PictureRefused, clean_picture


def progressive(*, again: int, tail: bytes = b"") -> bytes:
    """A grey progressive JPEG of which one pass is written `again` times more."""
    out = io.BytesIO()
    Image.new("L", (64, 64), 128).save(out, "JPEG", progressive=True)
    data = out.getvalue()
    begin = data.rindex(b"\xff\xda")
    return data[:-2] + data[begin:-2] * again + b"\xff\xd9" + tail


def test_a_picture_that_goes_over_itself_without_end_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(PictureRefused, match="photo_too_large"):
        clean_picture(progressive(again=SCANS_MOST + 1))


def test_what_is_carried_behind_a_picture_counts_for_nothing() -> None:
    kept = clean_picture(progressive(again=0, tail=b"\xff\xda\x00\x02" * 500))
    assert (kept.width, kept.height) == (64, 64)


@pytest.mark.parametrize("cut", [2, 3, 5, 40, 200])
def test_a_picture_that_breaks_off_is_unreadable_not_an_error(cut: int) -> None:
    with pytest.raises(PictureRefused, match="photo_unreadable"):
        clean_picture(progressive(again=0)[:cut])


def test_what_unpacks_whole_has_a_smaller_bound_and_a_photo_lying_down_is_set_upright() -> None:
    out = io.BytesIO()
    Image.new("L", (5100, 5000)).save(out, "PNG")
    with pytest.raises(PictureRefused, match="photo_too_large"):
        clean_picture(out.getvalue())
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter
    Image.new("RGB", (4000, 1000)).save(out, "JPEG", exif=exif)
    kept = clean_picture(out.getvalue())
    assert (kept.width, kept.height) == (400, 1600)
