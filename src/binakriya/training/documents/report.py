"""The activity report (Laporan Pelaksanaan Kegiatan) as PDF and DOCX, from one content.

`report_texts` writes the default texts from the facts; an officer may edit any of them (plain text, see `blocks_of`);
`compose_report` joins texts, tables and annexes into a `Report`; `report_pdf` and `report_docx` print it.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from binakriya.foundation.press.letterheads import Letterhead, head_data
from binakriya.foundation.press.press import Press
from binakriya.foundation.press.words import Language, date_words, letter, roman, say
from binakriya.training.documents.facts import ActivityFacts
from binakriya.training.documents.heads import signatory_data
from binakriya.training.documents.layout import TEMPLATES, section_data
from binakriya.training.documents.parts import (
    Block,
    Pairs,
    Paragraph,
    Photo,
    Photos,
    Section,
    Signatory,
    Table,
    blocks_of,
)
from binakriya.training.documents.report_texts import HEADINGS, WORDS, report_texts
from binakriya.training.documents.sentences import dates, times
from binakriya.training.documents.tables import (
    groups_table,
    practitioners_table,
    schedule_table,
    spending_table,
)
from binakriya.training.documents.word_file import WordFile


@dataclass(frozen=True)
class Present:
    """A row of the attendance annex; `note` says when or how ("hadir pukul 09.12")."""

    name: str
    enterprise: str = ""
    group: str = ""
    note: str = ""


@dataclass(frozen=True)
class Letter:
    number: str
    written: dt.date
    addressee: str


@dataclass(frozen=True)
class Issued:
    """A certificate that was issued."""

    number: str
    name: str
    enterprise: str = ""


@dataclass(frozen=True)
class Annexes:
    """What lies behind the report; an empty part says that there is none."""

    attendance: tuple[Present, ...] = ()
    materials: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()
    letters: tuple[Letter, ...] = ()
    certificates: tuple[Issued, ...] = ()


@dataclass(frozen=True)
class Report:
    """The whole report as it will be printed. Chapters and annexes are numbered at printing."""

    language: Language
    letterhead: Letterhead
    heading: str  # Laporan pelaksanaan kegiatan
    subject: str
    cover_lines: tuple[str, ...]
    number: str
    place_date: str
    approval: str
    prepared_by: Signatory
    approved_by: Signatory
    preface: tuple[Block, ...]
    chapters: tuple[Section, ...]
    annexes: tuple[Section, ...]
    notice: str = ""


def compose_report(
    facts: ActivityFacts,
    *,
    letterhead: Letterhead,
    written: dt.date,
    prepared_by: Signatory,
    approved_by: Signatory,
    number: str = "",
    language: Language = "id",
    texts: Mapping[str, str] | None = None,
    annexes: Annexes | None = None,
) -> Report:
    """Joins facts and texts into a report.

    `texts` are edited texts by the keys of `report_texts`; keys that are absent keep the default text.
    """
    words, headings = WORDS[language], HEADINGS[language]
    typed = {**report_texts(facts, language), **(texts or {})}
    parts: dict[str, tuple[Block, ...]] = {key: blocks_of(text) for key, text in typed.items()}
    place = [
        (words["date"], dates(facts, language)),
        (words["time"], times(facts, language)),
        (words["venue"], say(facts.venue, language)),
        (words["organiser"], say(facts.organiser, language)),
    ]
    parts["time_place"] = (Pairs(tuple(pair for pair in place if pair[1])), *parts["time_place"])
    parts["activities"] += schedule_table(facts, language)
    parts["practitioners"] += practitioners_table(facts, language)
    parts["results"] += groups_table(facts, language)
    parts["spending"] += spending_table(facts, language)
    chapters = tuple(
        Section(headings[chapter], (), tuple(Section(headings[key], parts[key]) for key in keys))
        for chapter, keys in CHAPTERS
    )
    city = say(letterhead.city, language)
    return Report(
        language=language,
        letterhead=letterhead,
        heading=words["report"],
        subject=say(facts.title, language),
        cover_lines=(dates(facts, language), say(facts.venue, language)),
        number=number,
        place_date=f"{city}, {date_words(written, language)}",
        approval=typed["approval"],
        prepared_by=prepared_by,
        approved_by=approved_by,
        preface=parts["preface"],
        chapters=chapters,
        annexes=_annexes(annexes or Annexes(), language),
        notice=say(facts.notice, language),
    )


CHAPTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("introduction", ("background", "legal_basis", "aims", "targets")),
    (
        "implementation",
        ("time_place", "activities", "practitioners", "results", "spending", "problems"),
    ),
    ("closing", ("conclusions", "recommendations")),
)


def _annexes(annexes: Annexes, language: Language) -> tuple[Section, ...]:
    words, headings = WORDS[language], HEADINGS[language]

    def table(head: str, rows: Sequence[tuple[str, ...]], widths: tuple[float, ...]) -> tuple[Block, ...]:
        if not rows:
            return (Paragraph(words["none"]),)
        numbered = tuple((str(at), *row) for at, row in enumerate(rows, 1))
        return (Table(tuple(words[head]), numbered, widths=widths, numbers=(0,)),)

    present = [(one.name, one.enterprise, one.group, one.note) for one in annexes.attendance]
    letters = [(one.number, date_words(one.written, language), one.addressee) for one in annexes.letters]
    issued = [(one.number, one.name, one.enterprise) for one in annexes.certificates]
    photos: tuple[Block, ...] = (Photos(annexes.photos),) if annexes.photos else (Paragraph(words["none"]),)
    return (
        Section(headings["annex_attendance"], table("present_head", present, (0.4, 2, 2, 0.9, 1.3))),
        Section(headings["annex_materials"], table("material_head", [(one,) for one in annexes.materials], (0.5, 5.5))),
        Section(headings["annex_photos"], photos),
        Section(headings["annex_letters"], table("letter_head", letters, (0.4, 2, 1.5, 2.5))),
        Section(headings["annex_certificates"], table("issued_head", issued, (0.4, 1.8, 2, 2))),
    )


def _chapter_title(report: Report, at: int) -> str:
    return f"{WORDS[report.language]['chapter']} {roman(at + 1)}"


def _annex_title(report: Report, at: int) -> str:
    return f"{WORDS[report.language]['annex']} {at + 1}"


def report_data(report: Report) -> tuple[dict[str, Any], dict[str, bytes]]:
    """What the template reads, and the pictures by name."""
    words, language = WORDS[report.language], report.language
    pictures: dict[str, bytes] = {}
    chapters = []
    for at, chapter in enumerate(report.chapters):
        data = section_data(chapter, pictures)
        data["label"] = _chapter_title(report, at)
        for inner, section in enumerate(data["sections"]):
            section["label"] = f"{letter(inner)}."
        chapters.append(data)
    annexes = []
    for at, annex in enumerate(report.annexes):
        data = section_data(annex, pictures)
        data["label"] = _annex_title(report, at)
        annexes.append(data)
    return {
        "language": language,
        "title": f"{report.heading}: {report.subject}",
        "author": say(report.letterhead.short, language),
        "letterhead": head_data(report.letterhead, language),
        "heading": report.heading,
        "subject": report.subject,
        "cover-lines": [line for line in report.cover_lines if line],
        "number": f"{words['number']} {report.number}" if report.number else "",
        "year": report.place_date.rsplit(" ", 1)[-1],
        "place-date": report.place_date,
        "approval-title": words["approval"],
        "approval": report.approval,
        "prepared-word": words["prepared"],
        "approved-word": words["approved"],
        "prepared-by": signatory_data(report.prepared_by, language),
        "approved-by": signatory_data(report.approved_by, language),
        "preface-title": words["preface"],
        "preface": section_data(Section("", report.preface), pictures)["blocks"],
        "contents-title": words["contents"],
        "annexes-title": words["annexes"],
        "chapters": chapters,
        "annexes": annexes,
        "notice": report.notice,
        "page-word": words["page"],
    }, pictures


def report_pdf(press: Press, report: Report, *, created: dt.datetime) -> bytes:
    """Cover, approval, preface, contents, chapters, annexes."""
    data, pictures = report_data(report)
    return press.pdf(TEMPLATES / "report.typ", data, created=created, pictures=pictures)


def report_docx(report: Report, *, created: dt.datetime) -> bytes:
    """The same content as a Word file."""
    words, language = WORDS[report.language], report.language
    word = WordFile(
        title=f"{report.heading}: {report.subject}",
        author=say(report.letterhead.short, language),
        language=language,
        created=created,
    )
    word.footer(report.notice)
    word.letterhead(report.letterhead)
    for _ in range(5):
        word.paragraph("")
    word.paragraph(report.heading, size=13)
    word.paragraph(report.subject, "Title")
    for line in (*report.cover_lines, f"{words['number']} {report.number}" if report.number else ""):
        if line:
            word.paragraph(line)
    word.heading(words["approval"], 1, new_page=True)
    for block in blocks_of(report.approval):
        word.blocks((block,))
    word.paragraph(report.place_date)
    word.signatures(((words["prepared"], report.prepared_by), (words["approved"], report.approved_by)))
    word.heading(words["preface"], 1, new_page=True)
    word.blocks(report.preface)
    word.signatures(((report.place_date, report.approved_by),))
    word.contents(words["contents"], _entries(report))
    for at, chapter in enumerate(report.chapters):
        word.heading(f"{_chapter_title(report, at)} {chapter.title}", 1, new_page=True)
        word.blocks(chapter.blocks)
        for inner, section in enumerate(chapter.sections):
            word.section(Section(f"{letter(inner)}. {section.title}", section.blocks, section.sections), 2)
    for at, annex in enumerate(report.annexes):
        word.section(Section(f"{_annex_title(report, at)} {annex.title}", annex.blocks), 1, new_page=at == 0)
    return word.data()


def _entries(report: Report) -> list[tuple[int, str]]:
    words = WORDS[report.language]
    entries = [(1, words["approval"]), (1, words["preface"])]
    for at, chapter in enumerate(report.chapters):
        entries.append((1, f"{_chapter_title(report, at)} {chapter.title}"))
        entries += [(2, f"{letter(inner)}. {section.title}") for inner, section in enumerate(chapter.sections)]
    entries += [(1, f"{_annex_title(report, at)} {annex.title}") for at, annex in enumerate(report.annexes)]
    return entries
