"""Every text of the screen has an English translation, and the catalogue holds every text.

Runs gettext's collection into a scratch folder and compares: a text that is missing, unused, empty or fuzzy fails.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

PACKAGE = Path("src/binakriya").resolve()
KEPT = PACKAGE / "website" / "locale" / "en" / "LC_MESSAGES" / "django.po"


def collected() -> polib.POFile:
    """The texts that the sources hold now."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "binakriya"
        shutil.copytree(
            PACKAGE, copy, ignore=shutil.ignore_patterns("static", "data", "__pycache__", "migrations", "*.mo")
        )
        command = [sys.executable, "-m", "django", "makemessages", "-l", "en", "--no-wrap", "--no-location"]
        subprocess.run(
            [*command, "--settings", "binakriya.website.settings", "--extension", "html,txt,py"],
            cwd=copy,
            check=True,
            capture_output=True,
        )
        return polib.pofile(str(copy / "website" / "locale" / "en" / "LC_MESSAGES" / "django.po"))


def problems() -> list[str]:
    kept = polib.pofile(str(KEPT))
    mine = {(e.msgctxt, e.msgid): e for e in kept if not e.obsolete}
    theirs = {(e.msgctxt, e.msgid) for e in collected() if not e.obsolete}
    found = [f"not in the catalogue (run `make messages`): {text!r}" for text in sorted(theirs - mine.keys(), key=str)]
    for key, entry in mine.items():
        if key not in theirs:
            found.append(f"no longer used: {key!r}")
        elif not entry.translated():
            found.append(f"not translated: {entry.msgid!r}")
    return found


if __name__ == "__main__":
    wrong = problems()
    print("\n".join(wrong[:40]))
    sys.exit(1 if wrong else 0)
