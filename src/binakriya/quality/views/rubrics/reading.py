"""The list of rubrics, a starter, a version to read, its sheet and its file, two versions beside each other."""

import json
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed
from binakriya.engines.labels.evidence import SUBJECTS
from binakriya.foundation.press import Language
from binakriya.products.rules.photos import MEDIA_TYPES
from binakriya.quality.queries import rubrics as known
from binakriya.quality.queries.rubrics.pages import VersionRow
from binakriya.quality.rubric_papers import scoring_sheet
from binakriya.quality.rubric_words import (
    CHANGES,
    PARTS,
    SAID,
    STATES,
    language,
    material_word,
    place_words,
    reason_words,
)
from binakriya.quality.rubric_words import problem_words as said
from binakriya.quality.rules.rubrics import Criterion, Problem, Rubric, write_rubric
from binakriya.quality.rules.rubrics.comparing import Line
from binakriya.quality.rules.rubrics.editing import without_photos
from binakriya.quality.rules.rubrics.starters import STARTERS, starter

TONGUES: dict[str, Language] = {"id": "id", "en": "en"}


@requires(Deed.QUALITY_READ)
@require_GET
def rubrics(request: Visit) -> HttpResponse:
    text = " ".join(request.GET.get("q", "").split())[:100]
    material, state = request.GET.get("bahan", "")[:60], request.GET.get("keadaan", "")
    page = known.rubrics_page(by=request.actor, language=language(), text=text, material=material, state=state)
    context = {
        "page": page,
        "rows": [(row, *STATES[row.state], [material_word(one) for one in row.materials]) for row in page.rows],
        "states": [(code, word, page.counts[code]) for code, (word, _tone) in STATES.items()],
        "materials": sorted(((one, material_word(one)) for one in page.materials), key=lambda pair: pair[1].casefold()),
        "starters": [(row, [material_word(one) for one in row.materials]) for row in page.starters],
        "text": text,
        "material": material,
        "state": state,
        "may_write": request.actor.may(Deed.QUALITY_RUBRIC),
    }
    return render(request, "quality/rubrics/list.html", context)


@requires(Deed.QUALITY_READ)
@require_GET
def starter_page(request: Visit, key: str) -> HttpResponse:
    if key not in STARTERS:
        raise Http404
    may_write = request.actor.may(Deed.QUALITY_RUBRIC)
    context = {"key": key, "read": reading(starter(key)), "may_write": may_write, "nonce": uuid4().hex}
    return render(request, "quality/rubrics/starter.html", context)


@requires(Deed.QUALITY_READ)
@require_GET
def rubric(request: Visit, rubric_id: UUID, number: int | None = None) -> HttpResponse:
    """The version that counts, or the one with that number."""
    page = known.version_page(rubric_id=rubric_id, by=request.actor, number=number)
    word, tone = STATES[page.version.state]
    context = {
        "page": page,
        "version": page.version,
        "read": reading(page.rubric),
        "word": word,
        "tone": tone,
        "why": reason_words(page.version.reason),
        "versions": [(one, *STATES[one.state], _said_of(one)) for one in page.versions],
        "problems": problem_lines(page.problems, page.rubric),
        "photos": page.photos,
        "rubric_id": page.rubric_id,
        "reading_language": language(),
    }
    return render(request, "quality/rubrics/rubric.html", context)


@requires(Deed.QUALITY_READ)
@require_GET
def sheet(request: Visit, rubric_id: UUID, number: int, tongue: str) -> HttpResponse:
    """The scoring sheet as PDF; `tongue` id or en, whatever the screen speaks."""
    if tongue not in TONGUES:
        raise Http404
    name, content = scoring_sheet(rubric_id=rubric_id, number=number, by=request.actor, language=TONGUES[tongue])
    return _file(name, content, "application/pdf")


@requires(Deed.QUALITY_READ)
@require_GET
def file(request: Visit, rubric_id: UUID, number: int) -> HttpResponse:
    """As JSON, to be read in again here or elsewhere; pictures stay."""
    page = known.version_page(rubric_id=rubric_id, by=request.actor, number=number)
    content = json.dumps(write_rubric(without_photos(page.rubric)), ensure_ascii=False, indent=2)
    return _file(f"rubrik-{slugify(page.rubric.title.id)}-v{number}.json", content + "\n", "application/json")


@requires(Deed.QUALITY_READ)
@require_GET
def compare(request: Visit, rubric_id: UUID) -> HttpResponse:
    """`dari`, `ke`: numbers of versions; `dari` 0 is the starter."""
    before, after = _number(request.GET.get("dari")), _number(request.GET.get("ke"))
    page = known.compare_page(rubric_id=rubric_id, by=request.actor, language=language(), before=before, after=after)
    context = {
        "page": page,
        "differences": [
            (one, PARTS.get(one.part, ""), *CHANGES[one.change], [(_what(line), line) for line in one.lines])
            for one in page.differences
        ],
    }
    return render(request, "quality/rubrics/compare.html", context)


@requires(Deed.QUALITY_READ)
@require_GET
def photo(request: Visit, rubric_id: UUID, photo_id: UUID, side: int, kind: str) -> HttpResponse:
    if kind not in MEDIA_TYPES:
        raise Http404
    content = known.level_photo(rubric_id=rubric_id, photo_id=photo_id, side=side, kind=kind, by=request.actor)
    return HttpResponse(content, content_type=MEDIA_TYPES[kind])


def reading(rubric: Rubric) -> dict[str, object]:
    """A rubric in the reader's language, as `read.html` shows it."""
    tongue = language()
    return {
        "title": rubric.title[tongue],
        "about": rubric.about[tongue],
        "materials": [material_word(one) for one in rubric.materials],
        "techniques": rubric.techniques,
        "scale": rubric.scale,
        "criteria": [_criterion(one, tongue) for one in rubric.criteria],
        "weight": rubric.weight,
        "gates": [
            {
                "key": one.key,
                "title": one.title[tongue],
                "words": one.words[tongue],
                "test": one.test[tongue],
                "paper": SUBJECTS[one.paper].title[tongue] if one.paper in SUBJECTS else "",
                "firmness": one.firmness,
            }
            for one in rubric.gates
        ],
        "defects": [
            {"key": one.key, "title": one.title[tongue], "causes": one.causes[tongue]} for one in rubric.defects
        ],
        "sources": [{"text": one.text[tongue], "firmness": one.firmness} for one in rubric.sources],
    }


def problem_lines(problems: tuple[Problem, ...], rubric: Rubric | None) -> list[tuple[str, str]]:
    """Where, and what."""
    return [(place_words(one.place, rubric), said(one)) for one in problems]


def _criterion(one: Criterion, tongue: Language) -> dict[str, object]:
    return {
        "key": one.key,
        "title": one.title[tongue],
        "help": one.help[tongue],
        "weight": one.weight,
        "why": one.why[tongue],
        "levels": [{"score": level.score, "words": level.words[tongue], "photo": level.photo} for level in one.levels],
    }


def _what(line: Line) -> tuple[str, int | None]:
    return str(SAID.get(line.what, line.what)), line.score


def _said_of(one: VersionRow) -> str:
    """What was said when it was published, and why it is retired."""
    return " · ".join(part for part in (one.note, reason_words(one.reason)) if part)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 6 else None


def _file(name: str, content: str | bytes, media_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    return response
