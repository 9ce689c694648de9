"""The studio: what was asked, chosen and drawn, as one page shows it.

`asking` what the form says, `finding` choosing and drawing, kept in memory, `shapes` what the page shows, `showing` how
an alternative becomes that.
"""

from datetime import date
from functools import lru_cache
from uuid import UUID

from binakriya.engines.boxes import BoxError
from binakriya.engines.drafting import Drawing, Title
from binakriya.engines.drafting import draw as draw_sheet
from binakriya.engines.protection.wording import Language
from binakriya.packaging.queries.studio.asking import Asked
from binakriya.packaging.queries.studio.finding import KEPT, Held, box_of, found, held
from binakriya.packaging.queries.studio.shapes import Studio, Turned
from binakriya.packaging.queries.studio.showing import choice_of, shown
from binakriya.packaging.rules.reading import InputRefusedError
from binakriya.packaging.rules.recommend import Recommendation
from binakriya.packaging.rules.specification import Specification, specification
from binakriya.packaging.rules.words import Said, words

__all__ = ["Asked", "Studio", "answered", "content_of", "drawing_for", "studio"]


def studio(*, asked: Asked, office_id: UUID | None, on: date, language: Language) -> Studio:
    """The page's right side. Raises InputRefusedError: what cannot be, by field, rule and way out."""
    return answered(held(asked, office_id, on), asked.style, asked.pick, language)


@lru_cache(maxsize=KEPT)
def answered(kept: Held, style: str, pick: str, language: Language) -> Studio:
    answer, index = found(kept, style, pick)
    choices = tuple(choice_of(one, i == index, language) for i, one in enumerate(answer.alternatives))
    return Studio(
        shown=shown(answer.alternatives[index], answer.request, choices[index], language) if choices else None,
        choices=choices,
        rejected=tuple(Turned(r.style, r.name.read(language), r.board, r.why.text(language)) for r in answer.rejected),
        notes=tuple(n.text(language) for n in answer.notes),
        stopped="" if choices else _stopped(answer).text(language),
        thumb=tuple(t.text(language) for t in answer.thumb),
        fragility_g=answer.fragility_g,
        band=words(answer.band, language),
        drop_mm=answer.drop_mm,
    )


def _stopped(answer: Recommendation) -> Said:
    """What stops the pack that comes nearest, where nothing holds."""
    return next(note for note in answer.notes if note.code == "note.none_holds")


def content_of(*, asked: Asked, office_id: UUID | None, on: date, name: str = "") -> Specification:
    """What is saved of the shown pack. Raises InputRefusedError, also where nothing holds."""
    answer, index = found(held(asked, office_id, on), asked.style, asked.pick)
    if not answer.alternatives:
        raise InputRefusedError("journey", _stopped(answer))
    return specification(answer, index, name=name)


def drawing_for(*, asked: Asked, office_id: UUID | None, on: date, title: Title, language: Language) -> Drawing:
    """The sheet of the shown pack. Raises InputRefusedError, also where nothing holds."""
    answer, index = found(held(asked, office_id, on), asked.style, asked.pick)
    if not answer.alternatives:
        raise InputRefusedError("journey", _stopped(answer))
    try:
        box = box_of(answer.alternatives[index].proven)
    except BoxError as error:
        raise InputRefusedError(error.field, Said.of_box_error(error)) from error
    return draw_sheet(box, title=title, language=language)
