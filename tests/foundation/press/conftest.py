"""A press with the fonts that set-up made, for all tests of documents."""

from pathlib import Path

import pytest

from binakriya.foundation.press import Press

ROOT = Path(__file__).parents[3]
FONTS = ROOT / "src/binakriya/website/static/build/fonts-pdf"


@pytest.fixture(scope="session")
def press() -> Press:
    return Press([FONTS])
