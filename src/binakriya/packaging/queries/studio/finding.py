"""Choosing and drawing for the page. Both are pure, so equal questions are answered from memory; only what the office
has is read anew."""

import json
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from uuid import UUID

from binakriya.engines.boxes import Box, Text, build
from binakriya.engines.boxes import style as box_style
from binakriya.engines.drafting import fold_scene, picture
from binakriya.engines.protection import CALIBRATABLE, BoardGrade, InputError, MissingValueError, Values
from binakriya.engines.protection.wording import Language
from binakriya.packaging.queries.office import request_for
from binakriya.packaging.queries.studio.asking import Asked
from binakriya.packaging.queries.studio.shapes import Drawn
from binakriya.packaging.rules.patterns import patterns
from binakriya.packaging.rules.reading import InputRefusedError
from binakriya.packaging.rules.recommend import Alternative, Proven, Recommendation, Request, recommend, with_deciding
from binakriya.packaging.rules.recommend.made import Parameters, Size, as_board
from binakriya.packaging.rules.words import say

KEPT = 256
_DEFAULTS = Values()


@dataclass(frozen=True, slots=True)
class Held:
    """A request that is equal to another when all in it reads the same."""

    key: str
    request: Request = field(compare=False)


def held(asked: Asked, office_id: UUID | None, on: date) -> Held:
    request = request_for(
        office_id=office_id,
        product=asked.product,
        journey=asked.journey,
        on=on,
        quantity=asked.quantity,
        purpose=asked.purpose,
        to_eu=asked.to_eu,
    )
    request = replace(request, carriers=asked.carriers, printing=asked.printing or "none").choosing(
        style=asked.style, board=asked.board, cushion=asked.cushion, parameters=asked.parameters
    )
    values = [request.values[code] for code in CALIBRATABLE]
    return Held(f"{replace(request, carrier_table=(), values=_DEFAULTS)!r}{values!r}{asked.style}", request)


@lru_cache(maxsize=KEPT)
def recommended(kept: Held, style: str) -> Recommendation:
    # The style alone is not asked of the whole shelf; its refusal then says the rule.
    among = (box_style(style),) if style else None
    return recommend(kept.request, among=among, deciding=False)


@lru_cache(maxsize=KEPT)
def _decided(kept: Held, style: str, index: int) -> Alternative:
    found = recommended(kept, style)
    return with_deciding(found.request, found.alternatives[index])


def key(alternative: Alternative) -> str:
    return "~".join(alternative.proven.key)


def found(kept: Held, style: str, pick: str) -> tuple[Recommendation, int]:
    """What is proposed, and which of it is looked at. Raises InputRefusedError: a figure, or a parameter of the style
    that breaks one of its rules."""
    try:
        answer = recommended(kept, style)
        keys = [key(one) for one in answer.alternatives]
        index = keys.index(pick) if pick in keys else 0
        _check_parameters(answer, style)
        if not keys:
            _check_choices(answer, style)
            return answer, 0
        decided = _decided(kept, style, index)
    except (InputError, MissingValueError) as error:
        raise InputRefusedError.of(error) from error
    alternatives = tuple(decided if i == index else one for i, one in enumerate(answer.alternatives))
    return replace(answer, alternatives=alternatives), index


def _check_parameters(answer: Recommendation, style: str) -> None:
    """A parameter that makes the chosen style impossible is told at its field, not by another box."""
    chosen = {name for name, _ in answer.request.own(style)}
    for refused in answer.rejected:
        field_name = str(refused.why.values.get("field", ""))
        if refused.style == style and field_name in chosen and refused.why.code.startswith("box."):
            raise InputRefusedError(field_name, refused.why)


def _check_choices(answer: Recommendation, style: str) -> None:
    """A style that is ruled out before anything is computed is told at its field, with the rule and the way out. What
    was computed and fails belongs to no field: the page says what stops it."""
    refused = next((r for r in answer.rejected if r.style == style and not r.near), None)
    if refused is None:
        return
    why = Text(refused.why.id, refused.why.en)
    raise InputRefusedError(
        "board" if refused.why.code == "refused.no_board" else "style", say("refused.chosen", why=why)
    )


@lru_cache(maxsize=KEPT)
def _box(style: str, inside: Size, grade: BoardGrade, parameters: Parameters) -> Box:
    return build(style, inside, as_board(grade), **dict(parameters))


def box_of(proven: Proven) -> Box:
    """Raises BoxError."""
    return _box(proven.style.code, proven.made.inside_mm, proven.board, proven.made.parameters)


@lru_cache(maxsize=KEPT)
def _drawn(style: str, inside: Size, grade: BoardGrade, parameters: Parameters, language: Language) -> Drawn:
    box = _box(style, inside, grade, parameters)
    return Drawn(
        patterns=patterns(box, language),
        still=picture(box, language=language, ident="bentuk", header=False),
        scene=json.dumps(fold_scene(box, language=language)),
    )


def drawn(proven: Proven, language: Language) -> Drawn:
    """Raises BoxError, DrawingError."""
    return _drawn(proven.style.code, proven.made.inside_mm, proven.board, proven.made.parameters, language)
