"""Which styles suit a product, a purpose and a stock; the others are refused with the rule."""

from collections.abc import Iterable
from dataclasses import dataclass

from binakriya.engines.boxes import Style, Text, styles
from binakriya.engines.protection import BoardGrade
from binakriya.packaging.rules.recommend.made import Size, allowed, room_in
from binakriya.packaging.rules.words import Said, say, words

USES: dict[str, frozenset[str]] = {
    # A style that is not named goes by its family.
    "0300": frozenset({"shipping", "retail", "gift"}),
    "0409": frozenset({"shipping"}),
    "0210": frozenset({"retail"}),
    "0215": frozenset({"retail"}),
    "carton-gable": frozenset({"retail", "gift"}),
    "carton-tray-lid": frozenset({"retail", "gift"}),
    "carton-pillow": frozenset({"retail", "gift"}),
}
FAMILY_USES: dict[str, frozenset[str]] = {
    "slotted": frozenset({"shipping"}),
    "telescope": frozenset({"shipping"}),
    "folder": frozenset({"shipping", "retail", "gift"}),
    "slide": frozenset({"retail"}),
    "carton": frozenset({"retail"}),
    "fitment": frozenset(),
}
PLAIN = "0201"
"""The style that a box maker usually makes without a die (C): preferred where another one saves next to nothing."""
ONLY_SOFT: tuple[str, ...] = ("carton-pillow",)
TUCKED_BOTTOMS: tuple[str, ...] = ("0210", "carton-straight-tuck", "carton-reverse-tuck")
TUCKED_MOST_KG = 1.0
"""What a bottom that is only tucked carries: an assumption of the trade (C), not a measured value."""


@dataclass(frozen=True, slots=True)
class Suited:
    style: Style
    boards: tuple[BoardGrade, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A style, or a style in a board, that is not proposed, and why."""

    style: str
    name: Text
    why: Said
    board: str = ""
    near: bool = False  # it was computed and failed or was beaten, not ruled out beforehand


def uses(style: Style) -> frozenset[str]:
    return USES.get(style.code, FAMILY_USES[style.family])


def suiting(
    needed: Size,
    mass_kg: float,
    soft: bool,
    purpose: str,
    boards: tuple[BoardGrade, ...],
    among: Iterable[Style] | None = None,
) -> tuple[tuple[Suited, ...], tuple[Refused, ...]]:
    """Styles that can hold an inside of `needed` mm and `mass_kg`, with their boards; and the refused ones."""
    fit: list[Suited] = []
    refused: list[Refused] = []
    for style in styles() if among is None else among:
        why = _refusal(style, needed, mass_kg, soft, purpose)
        usable = tuple(grade for grade in boards if allowed(style, grade))
        if why is None and not usable:
            why = say(
                "refused.no_board",
                kinds=_kinds(style),
                least=style.caliper[0],
                most=style.caliper[1],
            )
        if why is not None:
            refused.append(Refused(style.code, style.name, why))
        else:
            fit.append(Suited(style, usable))
    return tuple(fit), tuple(refused)


def _refusal(style: Style, needed: Size, mass_kg: float, soft: bool, purpose: str) -> Said | None:
    if style.family == "fitment":
        return say("refused.fitment")
    if style.open_faces:
        return say("refused.open", faces=_faces(style))
    if not uses(style) & {purpose, "gift"}:
        return say("refused.purpose", purpose=f"@purpose.{purpose}")
    if style.code in ONLY_SOFT and not soft:
        return say("refused.only_soft")
    if style.code in TUCKED_BOTTOMS and mass_kg > TUCKED_MOST_KG:
        return say("refused.tuck_bottom", mass=mass_kg, most=TUCKED_MOST_KG)
    if room_in(style, needed) is None:
        return say("refused.size", need=sized(needed), most=sized(style.largest))
    return None


def _faces(style: Style) -> Text:
    return _listed(f"face.{face}" for face in style.open_faces)


def _kinds(style: Style) -> Text:
    return _listed(f"kind.{kind}" for kind in style.kinds)


def _listed(codes: Iterable[str]) -> Text:
    known = tuple(codes)
    return Text(", ".join(words(c, "id") for c in known), ", ".join(words(c, "en") for c in known))


def sized(size: Size) -> str:
    return " × ".join(f"{side:.0f}" for side in size)
