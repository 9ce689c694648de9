import subprocess
import sys

import pytest

from binakriya.foundation.press import DocumentError, Drawn, FontsMissing, Press, picture_kind, printable
from binakriya.foundation.press.press import plain


def test_missing_fonts_name_the_command_that_makes_them(tmp_path):
    with pytest.raises(FontsMissing, match="make setup"):
        Press([tmp_path], system_fonts=False)
    with pytest.raises(FontsMissing, match="make setup"):
        Press([tmp_path / "absent"], system_fonts=False)


def test_unprintable_signs_are_dropped():
    assert printable("a\x00b\x0bc\ud800d\ufffe") == "abcd"
    assert printable("garis\nbaru\tx") == "garis\nbaru\tx"
    assert printable("y" * 60).replace("\u200b", "") == "y" * 60


def test_only_png_and_jpeg_are_photos():
    with pytest.raises(DocumentError, match="PNG nor JPEG"):
        picture_kind(b"GIF89a")
    assert picture_kind(b"\xff\xd8\xff\xe0") == "jpg"


def test_a_drawing_reaches_its_template_as_it_is():
    path = f'<path d="M{"0" * 60}"/>'
    assert plain({"drawing": Drawn(path), "name": path})["drawing"] == path
    assert "\u200b" in plain({"name": path})["name"]


def test_the_press_knows_no_django():
    code = "import sys, binakriya.foundation.press; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
