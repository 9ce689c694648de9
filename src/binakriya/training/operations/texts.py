"""Texts of report and press release: saved as versions, older ones restored as new ones."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from binakriya.accounts.rules import Actor, Deed, Refused
from binakriya.foundation.operations import record
from binakriya.foundation.press.words import Language
from binakriya.training.documents import RELEASE_KEYS, REPORT_KEYS, release_texts, report_texts
from binakriya.training.models import Activity, ReportText
from binakriya.training.operations.reach import locked
from binakriya.training.queries.facts import activity_facts
from binakriya.training.rules.states import EDITABLE, check_state

KEYS: dict[str, tuple[str, ...]] = {"report": REPORT_KEYS, "release": RELEASE_KEYS}
LONGEST = 20_000


def _newest(activity: Activity, kind: str, language: str) -> ReportText | None:
    return ReportText.objects.filter(activity=activity, kind=kind, language=language).order_by("-version").first()


def save_texts(
    *,
    activity_id: UUID,
    kind: str,
    language: Language,
    texts: Mapping[str, str],
    by: Actor,
    now: datetime,
    based_on: int | None = None,
) -> int:
    """A new version, and its number. Of `texts` only what differs from what the data say is kept, so that the rest
    goes on following the data. `based_on`: the version that was open in the editor (0 for none).

    Saving what the newest version already holds answers its number. Raises NotAllowed, Refused("text_changed") when
    someone saved in between, Refused("text_too_long").
    """
    if any(len(text) > LONGEST for text in texts.values()):
        raise Refused("text_too_long")
    facts = activity_facts(activity_id)
    written = report_texts(facts, language) if kind == "report" else release_texts(facts, language)
    typed = {key: texts[key].replace("\r\n", "\n").strip() for key in KEYS[kind] if key in texts}
    kept = {key: text for key, text in typed.items() if text != written[key].strip()}
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_REPORT)
        check_state(activity.state, EDITABLE)
        newest = _newest(activity, kind, language)
        if newest and newest.texts == kept:
            return newest.version
        last = newest.version if newest else 0
        if based_on is not None and based_on != last:
            raise Refused("text_changed")
        return _append(activity, kind, language, last + 1, kept, by=by, now=now)


def restore_texts(*, activity_id: UUID, kind: str, language: Language, version: int, by: Actor, now: datetime) -> int:
    """An older version becomes the newest again, as a new one. `version` 0: what the data say. Raises NotAllowed."""
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_REPORT)
        check_state(activity.state, EDITABLE)
        texts: dict[str, str] = {}
        if version:
            texts = ReportText.objects.get(activity=activity, kind=kind, language=language, version=version).texts
        newest = _newest(activity, kind, language)
        if newest and newest.texts == texts:
            return newest.version
        last = newest.version if newest else 0
        return _append(activity, kind, language, last + 1, texts, by=by, now=now, restored=version)


def _append(
    activity: Activity,
    kind: str,
    language: str,
    version: int,
    texts: Mapping[str, str],
    *,
    by: Actor,
    now: datetime,
    restored: int | None = None,
) -> int:
    ReportText.objects.create(
        activity=activity,
        kind=kind,
        language=language,
        version=version,
        texts=dict(texts),
        restored_from=restored,
        by_id=by.id,
        by_label=by.label[:120],
        at=now,
    )
    record(
        by=by,
        now=now,
        action="training.text_saved" if restored is None else "training.text_restored",
        kind="training.activity",
        object_id=activity.id,
        label=activity.title,
        after={"text": kind, "language": language, "version": version, "parts": sorted(texts), "restored": restored},
    )
    return version
