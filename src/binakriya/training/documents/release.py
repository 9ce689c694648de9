"""The press release (siaran pers) as PDF and DOCX, from one content.

`release_texts` writes the default texts from the facts; `compose_release` joins them into a `Release`. Quotes appear
only when they were given: what was said is otherwise reported indirectly.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from binakriya.foundation.press.letterheads import Letterhead, head_data
from binakriya.foundation.press.press import Press
from binakriya.foundation.press.words import Language, date_words, number, percent, say, scaled, usd_millions
from binakriya.training.documents import sentences as say_that
from binakriya.training.documents.facts import ActivityFacts
from binakriya.training.documents.layout import TEMPLATES, section_data
from binakriya.training.documents.parts import Block, Contact, Paragraph, Section, Table, blocks_of
from binakriya.training.documents.word_file import WordFile

RELEASE_KEYS = ("headline", "lead", "body", "notes")
WORDS: dict[str, dict[str, Any]] = {
    "id": {
        "kind": "Siaran pers",
        "number": "Nomor",
        "date": "Tanggal",
        "figures": "Angka nasional",
        "head": ("Ukuran", "Angka", "Masa", "Penerbit"),
        "units": "Unit usaha kerajinan",
        "workers": "Tenaga kerja kerajinan",
        "exports": "Ekspor kerajinan",
        "growth": "Kenaikan ekspor",
        "notes": "Catatan untuk redaksi",
        "contact": "Narahubung",
        "said": "kata",
        "page": "Halaman",
    },
    "en": {
        "kind": "Press release",
        "number": "Number",
        "date": "Date",
        "figures": "National figures",
        "head": ("Measure", "Figure", "Period", "Publisher"),
        "units": "Craft units",
        "workers": "Workers in crafts",
        "exports": "Craft exports",
        "growth": "Growth of exports",
        "notes": "Notes to editors",
        "contact": "Contact",
        "said": "said",
        "page": "Page",
    },
}


@dataclass(frozen=True)
class Release:
    """The whole release as it will be printed."""

    language: Language
    letterhead: Letterhead
    number: str
    date: str
    headline: str
    dateline: str  # Tangerang Selatan, 16 November 2018
    lead: str
    body: tuple[Block, ...]
    quotes: tuple[str, ...]
    figures: Table | None
    notes: tuple[Block, ...]
    contact: Contact
    notice: str = ""


def release_texts(facts: ActivityFacts, language: Language = "id") -> dict[str, str]:
    """The default text of every key of RELEASE_KEYS: headline, lead (who, what, when, where, why), body, notes."""
    short, title = say(facts.organiser_short, language), say(facts.title, language)
    headline = f"{short} menyelenggarakan {title}" if language == "id" else f"{short} holds “{title}”"
    body = (
        (say_that.opened(facts, language), say_that.leaders(facts, language)),
        (say_that.aims(facts, language),),
        (say_that.practitioners(facts, language),),
        (
            say_that.attendance(facts, language),
            say_that.tests(facts, language),
            say_that.certificates(facts, language),
        ),
        (say_that.employment(facts, language), say_that.exports(facts, language)),
    )
    return {
        "headline": headline,
        "lead": " ".join(
            part for part in (say_that.held(facts, language), say_that.participants(facts, language)) if part
        ),
        "body": "\n\n".join(" ".join(part for part in parts if part) for parts in body if any(parts)),
        "notes": say_that.swapped(facts, language),
    }


def compose_release(
    facts: ActivityFacts,
    *,
    letterhead: Letterhead,
    number: str,
    written: dt.date,
    contact: Contact,
    language: Language = "id",
    texts: Mapping[str, str] | None = None,
) -> Release:
    """Joins facts and texts; `texts` are edited texts by the keys of `release_texts`, absent keys keep the default."""
    typed = {**release_texts(facts, language), **(texts or {})}
    words = WORDS[language]
    quotes = []
    for one in facts.quotes:
        said, role = say(one.words, language).strip().rstrip(",."), say(one.by.role, language)
        quotes.append(f"“{said},” {words['said']} {one.by.name}{f', {role}' if role else ''}.")
    return Release(
        language=language,
        letterhead=letterhead,
        number=number,
        date=date_words(written, language),
        headline=typed["headline"],
        dateline=f"{say(facts.city, language)}, {date_words(written, language)}",
        lead=typed["lead"],
        body=blocks_of(typed["body"]),
        quotes=tuple(quotes),
        figures=_figures(facts, language),
        notes=blocks_of(typed["notes"]),
        contact=contact,
        notice=say(facts.notice, language),
    )


def _figures(facts: ActivityFacts, language: Language) -> Table | None:
    words, rows = WORDS[language], []
    if facts.employment:
        found = facts.employment
        period = say(found.period, language)
        publisher = say_that.marked(say(found.publisher, language), found.firmness, language)
        rows.append((words["units"], scaled(found.units, language), period, publisher))
        rows.append((words["workers"], scaled(found.workers, language), period, publisher))
    if facts.exports:
        sold = facts.exports
        publisher = say_that.marked(say(sold.publisher, language), sold.firmness, language)
        for year, value in ((sold.year - 1, sold.usd_million_before), (sold.year, sold.usd_million)):
            rows.append((words["exports"], usd_millions(value, language), str(year), publisher))
        growth = percent(sold.growth_percent, language)
        if sold.announced_percent is not None:
            told = number(sold.announced_percent, language)
            growth += f" (diumumkan {told} persen)" if language == "id" else f" (announced as {told} per cent)"
        rows.append((words["growth"], growth, f"{sold.year - 1}–{sold.year}", publisher))
    if not rows:
        return None
    return Table(tuple(words["head"]), tuple(rows), str(words["figures"]), (1.7, 2.3, 1.4, 2.6))


def _reach(contact: Contact, language: Language) -> str:
    who = ", ".join(part for part in (contact.name, say(contact.role, language)) if part)
    return " · ".join(part for part in (who, contact.phone, contact.email) if part)


def release_data(release: Release) -> dict[str, Any]:
    words, language = WORDS[release.language], release.language
    pictures: dict[str, bytes] = {}
    figures: tuple[Block, ...] = (release.figures,) if release.figures else ()
    return {
        "language": language,
        "title": f"{words['kind']}: {release.headline}",
        "author": say(release.letterhead.short, language),
        "letterhead": head_data(release.letterhead, language),
        "kind": words["kind"],
        "reference": [pair for pair in ((words["number"], release.number), (words["date"], release.date)) if pair[1]],
        "headline": release.headline,
        "dateline": release.dateline,
        "lead": release.lead,
        "body": section_data(Section("", release.body), pictures)["blocks"],
        "quotes": release.quotes,
        "figures": section_data(Section("", figures), pictures)["blocks"],
        "notes-title": words["notes"],
        "notes": section_data(Section("", release.notes), pictures)["blocks"],
        "contact-title": words["contact"],
        "contact": _reach(release.contact, language),
        "notice": release.notice,
        "page-word": words["page"],
    }


def release_pdf(press: Press, release: Release, *, created: dt.datetime) -> bytes:
    return press.pdf(TEMPLATES / "release.typ", release_data(release), created=created)


def release_docx(release: Release, *, created: dt.datetime) -> bytes:
    """The same content as a Word file."""
    words, language = WORDS[release.language], release.language
    word = WordFile(
        title=f"{words['kind']}: {release.headline}",
        author=say(release.letterhead.short, language),
        language=language,
        created=created,
    )
    word.footer(release.notice)
    word.letterhead(release.letterhead)
    word.paragraph(words["kind"], bold=True, size=13)
    for term, value in ((words["number"], release.number), (words["date"], release.date)):
        if value:
            word.paragraph(f"{term}: {value}")
    word.heading(release.headline, 1)
    word.lead(release.dateline, release.lead)
    word.blocks(release.body)
    word.blocks([Paragraph(quote) for quote in release.quotes])
    if release.figures:
        word.blocks((release.figures,))
    if release.notes:
        word.heading(words["notes"], 2)
        word.blocks(release.notes)
    word.heading(words["contact"], 2)
    word.paragraph(_reach(release.contact, language))
    return word.data()
