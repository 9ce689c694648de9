"""The passport of one product on A4: what stands, on what evidence, what is next."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from binakriya.foundation.press import Language, Letterhead, Press, head_data, qr_svg
from binakriya.foundation.press.words import date_words
from binakriya.passport.rules.criteria import CriteriaSet, Criterion
from binakriya.passport.rules.evaluate import StageSum, Standing
from binakriya.passport.rules.stages import State
from binakriya.passport.rules.steps import Step
from binakriya.passport.sheets.marks import stage_mark, state_mark
from binakriya.passport.sheets.words import tell

TEMPLATE = Path(__file__).parent / "templates" / "passport.typ"


@dataclass(frozen=True)
class PassportFacts:
    """`address`: of the public page, "" where there is none. `place`: district and city."""

    letterhead: Letterhead
    product: str
    maker: str
    place: str
    criteria: CriteriaSet
    standings: tuple[Standing, ...]
    stages: tuple[StageSum, ...]
    steps: tuple[Step, ...]
    printed_on: dt.date
    printed_by: str
    address: str = ""
    is_sample: bool = False


def passport_pdf(press: Press, facts: PassportFacts, *, language: Language, created: dt.datetime) -> bytes:
    """Raises DocumentError."""
    return press.pdf(TEMPLATE, passport_data(facts, language), created=created)


def passport_data(facts: PassportFacts, language: Language) -> dict[str, Any]:
    day = date_words(facts.printed_on, language)
    rows: dict[str, list[dict[str, Any]]] = {}
    for criterion, one in zip(facts.criteria.criteria, facts.standings, strict=True):
        rows.setdefault(one.stage, []).append(_row(criterion, one, language))
    return {
        "language": language,
        "author": facts.letterhead.short if isinstance(facts.letterhead.short, str) else facts.letterhead.short.id,
        "title": tell("title", language, name=facts.product),
        "name": facts.product,
        "kind": tell("kind", language),
        "what": " · ".join(part for part in (facts.maker, facts.place) if part),
        "standing": tell("standing", language, when=day),
        "letterhead": head_data(facts.letterhead, language),
        "page_word": tell("page", language),
        "printed": tell("printed", language, when=day, who=facts.printed_by),
        "version": tell("version", language, v=facts.criteria.version),
        "notice": tell("sample", language) if facts.is_sample else "",
        "qr": qr_svg(facts.address) if facts.address else "",
        "qr_alt": tell("qr.alt", language, address=facts.address),
        "qr_says": tell("qr", language),
        "address": facts.address.removeprefix("https://").removeprefix("http://"),
        "steps_title": tell("steps", language),
        "steps": [_step(step, language) for step in facts.steps],
        "steps_none": tell("steps.none", language),
        "head": [tell(code, language) for code in ("criterion", "state", "evidence")],
        "stages": [
            {
                "name": tell(f"stage.{one.stage}", language),
                "mark": stage_mark(one.stage, one.code),
                "count": _count(one, language),
                "short": f"{one.met} / {one.whole}" if one.whole else "–",
                "rows": rows.get(one.stage, []),
            }
            for one in facts.stages
        ],
    }


def _count(one: StageSum, language: Language) -> str:
    return tell("count", language, met=one.met, whole=one.whole) if one.whole else tell("count.none", language)


def _step(step: Step, language: Language) -> dict[str, str]:
    one = step.criterion
    effort = f"{tell('minutes', language, n=one.minutes)}, {tell(f'helper.{one.helper}', language)}"
    return {"title": one.title[language], "todo": one.step[language], "effort": effort}


def _row(criterion: Criterion, one: Standing, language: Language) -> dict[str, Any]:
    return {
        "mark": state_mark(one.state),
        "title": criterion.title[language],
        "state": tell(f"state.{one.state.value}", language),
        "evidence": evidence_words(one, language),
        "open": one.state in (State.NOT_BEGUN, State.NOT_APPLICABLE),
    }


def evidence_words(one: Standing, language: Language) -> str:
    """What a standing rests on: day, who, number, until when."""
    if one.waiver is not None:
        return f"{one.waiver.reason} ({one.waiver.by}, {date_words(one.waiver.on, language)})"
    if one.by_rule:
        return tell("by_rule", language)
    found = one.evidence
    if found is None:
        return tell("none", language)
    says = [date_words(found.on, language)] if found.on else []
    says += [str(found.says[key]) for key in ("who", "number") if found.says.get(key)]
    if found.says.get("count"):
        says.append(tell("photos", language, n=found.says["count"]))
    if one.until is not None:
        code = "ended" if one.state is State.EXPIRED else "until"
        says.append(tell(code, language, when=date_words(one.until, language)))
    return " · ".join(says) or tell("recorded", language)
