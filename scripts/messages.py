"""The texts of the screen: collect them into the English catalogue, or check that it is complete.

scripts/messages.py collect    (make messages)
scripts/messages.py check      every text has an English translation, and no text is left over
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import django
import polib
from django.conf import settings
from django.core.management import call_command
from django.core.management.commands import makemessages

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "binakriya"
KEPT = PACKAGE / "website" / "locale" / "en" / "LC_MESSAGES" / "django.po"
# gettext under other names: as `lazy` beside an eager `_`, and as `_now` beside a lazy one.
ALIASES = ("lazy", "_now")
STANDARD = tuple(makemessages.Command.xgettext_options)


def collect(locale: Path) -> polib.POFile:
    """Run gettext over the sources, with `locale` as the only place of catalogues; what is translated there stays."""
    settings.LOCALE_PATHS = [str(locale)]
    makemessages.Command.xgettext_options = [*STANDARD, *(f"--keyword={name}" for name in ALIASES)]
    os.chdir(PACKAGE)
    call_command(
        "makemessages",
        locale=["en"],
        extensions=["html", "txt", "py"],
        ignore_patterns=["website/locale*", "website/static/*", "*/data/*", "*/migrations/*"],
        no_wrap=True,
        no_location=True,
        verbosity=0,
    )
    return polib.pofile(str(locale / "en" / "LC_MESSAGES" / "django.po"))


def problems() -> list[str]:
    """One sentence for each text that is missing, left over, empty or fuzzy."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "en" / "LC_MESSAGES" / "django.po"
        copy.parent.mkdir(parents=True)
        shutil.copy(KEPT, copy)
        now = collect(Path(scratch))
    kept = {(e.msgctxt, e.msgid) for e in polib.pofile(str(KEPT)) if not e.obsolete}
    found = []
    for entry in now:
        if entry.obsolete:
            if (entry.msgctxt, entry.msgid) in kept:
                found.append(f"no longer used (run `make messages`): {entry.msgid!r}")
        elif (entry.msgctxt, entry.msgid) not in kept:
            found.append(f"not in the catalogue (run `make messages`): {entry.msgid!r}")
        elif not entry.translated():
            found.append(f"not translated: {entry.msgid!r}")
    return found


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "binakriya.website.settings")
    django.setup()
    if sys.argv[1:] == ["collect"]:
        catalogue = collect(KEPT.parents[2])
        for entry in catalogue.obsolete_entries():
            catalogue.remove(entry)
        catalogue.metadata |= {
            "Project-Id-Version": "Binakriya",
            "Language": "en",
            "Plural-Forms": "nplurals=2; plural=(n != 1);",
        }
        for field in ("PO-Revision-Date", "POT-Creation-Date", "Last-Translator", "Language-Team"):
            catalogue.metadata.pop(field, None)
        catalogue.save(str(KEPT))
        print(f"{len(catalogue)} texts, {len(catalogue.untranslated_entries())} without English")
        return 0
    wrong = problems()
    print("\n".join(wrong[:40]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
