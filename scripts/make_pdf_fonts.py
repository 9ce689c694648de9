"""Makes the fonts of the PDF documents: static TTF files out of the web fonts (woff2) of the front-end packages.

    python scripts/make_pdf_fonts.py frontend/node_modules src/binakriya/website/static/build/fonts-pdf

Typst reads neither woff2 nor variable fonts. The script takes Plus Jakarta Sans (variable, cut at the weights of the
design: 450 as Regular, 600, 700) and Newsreader 500. Each subset beyond basic Latin becomes a family of its own
("Plus Jakarta Sans Ext"), which the documents name as the fallback of the first. Safe to repeat: the folder is
rewritten only when all files could be made. Both fonts are under the SIL Open Font License 1.1, whose text is copied
beside them.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

SANS = Path("@fontsource-variable/plus-jakarta-sans")
SERIF = Path("@fontsource/newsreader")
# subset of the package -> what is added to the family's name
SUBSETS = {"latin": "", "latin-ext": " Ext", "vietnamese": " Viet", "cyrillic-ext": " Cyr"}
SERIF_SUBSETS = {"latin": "", "latin-ext": " Ext", "vietnamese": " Viet"}
# weight cut from the variable font -> (weight class it is filed under, name of the style)
WEIGHTS = {450: (400, "Regular"), 600: (600, "SemiBold"), 700: (700, "Bold")}


def named(font: TTFont, family: str, style: str, weight_class: int) -> TTFont:
    """The font, filed under `family` and `style` and nothing else."""
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 13, 14)]
    postscript = f"{family.replace(' ', '')}-{style}"
    for name_id, text in {1: family, 2: style, 3: postscript, 4: f"{family} {style}", 6: postscript}.items():
        table.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight_class
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b1100001) | 0b1000000
    font["head"].macStyle = 0
    return font


def opened(path: Path) -> TTFont:
    if not path.is_file():
        sys.exit(f"{path} is missing. Install the front-end packages (make setup), then run this again.")
    font = TTFont(path)
    font.flavor = None
    return font


def make(modules: Path, out: Path) -> list[Path]:
    """Writes the fonts into `out` (replaced as a whole) and returns their paths."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent) as folder:
        work = Path(folder) / "fonts"
        work.mkdir()
        for subset, suffix in SUBSETS.items():
            family = f"Plus Jakarta Sans{suffix}"
            source = modules / SANS / "files" / f"plus-jakarta-sans-{subset}-wght-normal.woff2"
            for weight, (weight_class, style) in WEIGHTS.items():
                font = instancer.instantiateVariableFont(opened(source), {"wght": weight})
                named(font, family, style, weight_class).save(work / f"{family.replace(' ', '')}-{style}.ttf")
        for subset, suffix in SERIF_SUBSETS.items():
            family = f"Newsreader{suffix}"
            source = modules / SERIF / "files" / f"newsreader-{subset}-500-normal.woff2"
            named(opened(source), family, "Medium", 500).save(work / f"{family.replace(' ', '')}-Medium.ttf")
        for package, name in ((SANS, "OFL-PlusJakartaSans.txt"), (SERIF, "OFL-Newsreader.txt")):
            shutil.copyfile(modules / package / "LICENSE", work / name)
        if out.exists():
            shutil.rmtree(out)
        work.rename(out)
    return sorted(out.glob("*.ttf"))


def main(arguments: list[str]) -> None:
    if len(arguments) != 2:
        sys.exit("usage: make_pdf_fonts.py NODE_MODULES OUT")
    fonts = make(Path(arguments[0]), Path(arguments[1]))
    print(f"{len(fonts)} fonts for the PDF documents in {arguments[1]}")


if __name__ == "__main__":
    main(sys.argv[1:])
