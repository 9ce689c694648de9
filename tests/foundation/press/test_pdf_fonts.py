"""The script that makes the fonts of the PDF documents."""

import subprocess
import sys

from fontTools.ttLib import TTFont
from tests.foundation.press.conftest import FONTS, ROOT

SCRIPT = ROOT / "scripts/make_pdf_fonts.py"


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_it_may_be_repeated(tmp_path):
    out = tmp_path / "build" / "fonts-pdf"
    for _ in range(2):
        done = run(ROOT / "frontend/node_modules", out)
        assert done.returncode == 0, done.stderr
        made = {path.name for path in out.iterdir()}
        assert made == {path.name for path in FONTS.iterdir()}
        assert {path.name for path in out.parent.iterdir()} == {"fonts-pdf"}
    body = TTFont(out / "PlusJakartaSans-Regular.ttf")
    assert "fvar" not in body
    assert body["OS/2"].usWeightClass == 400
    assert body["name"].getDebugName(1) == "Plus Jakarta Sans"


def test_missing_packages_are_named(tmp_path):
    done = run(tmp_path, tmp_path / "out")
    assert done.returncode == 1
    assert "make setup" in done.stderr
    assert not (tmp_path / "out").exists()


def test_it_says_how_it_is_called():
    assert "usage" in run().stderr
