"""Compile the translations (.po to .mo) with polib, so that running needs no gettext tools."""

from pathlib import Path

import polib

for source in Path("src/binakriya/website/locale").glob("*/LC_MESSAGES/*.po"):
    target = source.with_suffix(".mo")
    if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
        polib.pofile(str(source)).save_as_mofile(str(target))
        print(f"== Compiled {source}")
