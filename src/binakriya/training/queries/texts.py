"""Report and press release: what is in the editor, and what the data say."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from binakriya.accounts.rules import Actor
from binakriya.foundation.press.words import Language
from binakriya.training.documents import HEADINGS, RELEASE_KEYS, REPORT_KEYS, release_texts, report_texts
from binakriya.training.models import ReportText
from binakriya.training.queries.facts import facts_of
from binakriya.training.queries.heads import Head, head_of
from binakriya.training.queries.scope import seen
from binakriya.training.rules.states import EDITABLE


@dataclass(frozen=True, slots=True)
class Part:
    """One text: `text` as it stands, `written` as the data say it; `edited` when they differ."""

    key: str
    heading: str
    text: str
    written: str
    edited: bool


@dataclass(frozen=True, slots=True)
class Version:
    number: int
    at: datetime
    by: str
    parts: int
    restored_from: int | None


@dataclass(frozen=True, slots=True)
class TextPage:
    head: Head
    kind: str
    language: Language
    parts: tuple[Part, ...]
    versions: tuple[Version, ...]
    version: int
    may_edit: bool
    number: str


def edited_texts(activity_id: UUID, kind: str, language: str, version: int | None = None) -> dict[str, str]:
    """The edited parts of the newest version, or of one by its number."""
    found = ReportText.objects.filter(activity_id=activity_id, kind=kind, language=language)
    row = found.filter(version=version).first() if version else found.order_by("-version").first()
    return dict(row.texts) if row else {}


def text_page(*, activity_id: UUID, kind: str, language: Language, by: Actor) -> TextPage:
    """Raises NotAllowed, Activity.DoesNotExist."""
    activity = seen(activity_id, by)
    facts = facts_of(activity)
    keys = REPORT_KEYS if kind == "report" else RELEASE_KEYS
    written = report_texts(facts, language) if kind == "report" else release_texts(facts, language)
    rows = list(ReportText.objects.filter(activity_id=activity_id, kind=kind, language=language).order_by("-version"))
    edited: dict[str, str] = rows[0].texts if rows else {}
    headings = HEADINGS[language]
    return TextPage(
        head_of(activity),
        kind,
        language,
        tuple(
            Part(key, headings.get(key, ""), edited.get(key, written[key]), written[key], key in edited) for key in keys
        ),
        tuple(Version(row.version, row.at, row.by_label, len(row.texts), row.restored_from) for row in rows),
        rows[0].version if rows else 0,
        activity.state in EDITABLE,
        activity.report_number if kind == "report" else activity.release_number,
    )
