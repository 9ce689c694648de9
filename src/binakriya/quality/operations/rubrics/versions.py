"""Rubrics adopted, begun and taken in; versions drafted, published, retired, brought back, discarded."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from binakriya.accounts.rules import Actor, Refused
from binakriya.foundation.rules.once import once_key
from binakriya.quality.models import LevelPhotoFile, RubricVersion
from binakriya.quality.models import Rubric as Row
from binakriya.quality.operations.rubrics.common import add_version, draft_of, held, name_of, office_for, say, show
from binakriya.quality.rules.rubrics import (
    Rubric,
    Scale,
    State,
    Words,
    check_rubric,
    digest_of,
    load_rubric,
    read_rubric,
    write_rubric,
)
from binakriya.quality.rules.rubrics.content import TITLE_MOST
from binakriya.quality.rules.rubrics.editing import without_photos
from binakriya.quality.rules.rubrics.starters import STARTERS, starter
from binakriya.quality.rules.rubrics.states import REPLACED, check_move


def adopt_starter(
    *, key: str, by: Actor, now: datetime, office_id: UUID | None = None, nonce: str = "", is_sample: bool = False
) -> UUID:
    """A copy for the office, as a draft that says who adopted it and when; answers the rubric's id. `office_id`: only
    for the software. Raises NotAllowed, Refused: no_office, no_starter."""
    if key not in STARTERS:
        raise Refused("no_starter")
    return _begin(
        starter(key), by=by, now=now, office_id=office_id, nonce=nonce, is_sample=is_sample, came="adopted", origin=key
    )


def begin_rubric(
    *, title: str, by: Actor, now: datetime, title_en: str = "", office_id: UUID | None = None, nonce: str = ""
) -> UUID:
    """An empty draft with a title. Raises NotAllowed, Refused: no_office, title_needed."""
    title = title.strip()[:TITLE_MOST]
    if not title:
        raise Refused("title_needed")
    empty = Rubric(Words(title, title_en.strip()[:TITLE_MOST]), Words(""), (), (), Scale(), ())
    return _begin(empty, by=by, now=now, office_id=office_id, nonce=nonce, came="begun")


def take_in_rubric(
    *, data: str | bytes, by: Actor, now: datetime, office_id: UUID | None = None, nonce: str = ""
) -> UUID:
    """A draft from a file; the file is to be whole. Raises NotAllowed, BadRubric, Refused("no_office")."""
    office_for(by, office_id)
    rubric = without_photos(load_rubric(data))
    check_rubric(rubric)
    return _begin(rubric, by=by, now=now, office_id=office_id, nonce=nonce, came="taken_in")


def _begin(
    rubric: Rubric,
    *,
    by: Actor,
    now: datetime,
    office_id: UUID | None,
    nonce: str,
    came: str,
    origin: str = "",
    is_sample: bool = False,
) -> UUID:
    office = office_for(by, office_id)
    content = write_rubric(rubric)
    key = once_key(nonce, said=[str(by.id), came, origin, digest_of(content)])
    try:
        with transaction.atomic():
            if key and (before := Row.objects.filter(office_id=office, nonce=key).first()):
                return before.id
            row = Row.objects.create(
                office_id=office,
                title=rubric.title.id,
                title_en=rubric.title.en,
                materials=list(rubric.materials),
                starter=origin,
                adopted_at=now if origin else None,
                adopted_by=name_of(by) if origin else "",
                nonce=key,
                is_sample=is_sample,
                created_at=now,
                updated_at=now,
            )
            add_version(row, rubric, number=1, by=by, now=now)
            after: dict[str, Any] = {"criteria": len(rubric.criteria)}
            say(came, row, by=by, now=now, after=after | ({"starter": origin} if origin else {}))
    except IntegrityError:
        # Sent twice at the same moment: the other one made it.
        again = Row.objects.filter(office_id=office, nonce=key).first() if key else None
        if again is not None:
            return again.id
        raise
    return row.id


def start_draft(*, rubric_id: UUID, by: Actor, now: datetime, number: int | None = None) -> int:
    """A draft that begins as the version with that number does (without one: the newest); answers its number. Where a
    draft is there already, that one. Raises NotAllowed, Rubric.DoesNotExist, RubricVersion.DoesNotExist."""
    with transaction.atomic():
        row = held(rubric_id, by)
        there = row.versions.filter(state=State.DRAFT.value).first()
        if there is not None:
            return there.number
        source = row.versions.get(number=number) if number is not None else row.versions.first()
        if source is None:
            raise RubricVersion.DoesNotExist
        last = row.versions.aggregate(last=Max("number"))["last"]
        rubric = read_rubric(source.content)
        draft = add_version(row, rubric, number=last + 1, by=by, now=now)
        show(row, rubric, now)
        say("drafted", row, by=by, now=now, after={"version": draft.number, "based_on": source.number})
    return draft.number


def publish_draft(*, rubric_id: UUID, seen: str, by: Actor, now: datetime, note: str = "") -> int:
    """The draft becomes the version that is scored with, for good; the one before is retired. `seen`: the digest of
    what was looked at. Answers the number. Raises NotAllowed, Rubric.DoesNotExist, BadRubric (not whole yet), Refused:
    no_draft, rubric_stale."""
    with transaction.atomic():
        row = held(rubric_id, by)
        draft = draft_of(row)
        if seen != draft.digest:
            raise Refused("rubric_stale")
        check_rubric(read_rubric(draft.content))
        for other in row.versions.filter(state=State.PUBLISHED.value):
            other.state = check_move(other.state, "supersede").value
            other.retired_at, other.retired_by = now, name_of(by)
            other.reason = f"{REPLACED}{draft.number}"
            other.save(update_fields=["state", "retired_at", "retired_by", "reason"])
        draft.state = check_move(draft.state, "publish").value
        draft.before, draft.note = None, note.strip()[:300]
        draft.published_at, draft.published_by = now, name_of(by)
        draft.save()
        row.updated_at = now
        row.save(update_fields=["updated_at"])
        say("published", row, by=by, now=now, after={"version": draft.number, "digest": draft.digest})
    return draft.number


def retire_rubric(*, rubric_id: UUID, reason: str, by: Actor, now: datetime) -> int:
    """No new round is planned with it; scored work stays. Answers the version's number. Raises NotAllowed,
    Rubric.DoesNotExist, Refused: reason_needed, rubric_state (nothing is published)."""
    with transaction.atomic():
        row = held(rubric_id, by)
        if not reason.strip():
            raise Refused("reason_needed")
        version = row.versions.filter(state=State.PUBLISHED.value).first()
        if version is None:
            raise Refused("rubric_state")
        version.state = check_move(version.state, "retire").value
        version.retired_at, version.retired_by, version.reason = now, name_of(by), reason.strip()[:300]
        version.save(update_fields=["state", "retired_at", "retired_by", "reason"])
        row.updated_at = now
        row.save(update_fields=["updated_at"])
        say("retired", row, by=by, now=now, reason=version.reason, after={"version": version.number})
    return version.number


def restore_version(*, rubric_id: UUID, number: int, by: Actor, now: datetime) -> bool:
    """A retired version counts again; one that is published now is retired for it. False when it counts already.
    Raises NotAllowed, Rubric.DoesNotExist, RubricVersion.DoesNotExist, Refused("rubric_state") for a draft."""
    with transaction.atomic():
        row = held(rubric_id, by)
        version = row.versions.get(number=number)
        if version.state == State.PUBLISHED:
            return False
        target = check_move(version.state, "restore").value
        for other in row.versions.filter(state=State.PUBLISHED.value):
            other.state = check_move(other.state, "supersede").value
            other.retired_at, other.retired_by, other.reason = now, name_of(by), f"{REPLACED}{number}"
            other.save(update_fields=["state", "retired_at", "retired_by", "reason"])
        version.state, version.retired_at, version.retired_by, version.reason = target, None, "", ""
        version.save(update_fields=["state", "retired_at", "retired_by", "reason"])
        row.updated_at = now
        row.save(update_fields=["updated_at"])
        say("restored", row, by=by, now=now, after={"version": number})
    return True


def discard_draft(*, rubric_id: UUID, by: Actor, now: datetime) -> bool:
    """The draft goes for good; with it a rubric that has no other version. True when the rubric stays. Raises
    NotAllowed, Rubric.DoesNotExist, Refused("no_draft")."""
    with transaction.atomic():
        row = held(rubric_id, by)
        draft = draft_of(row)
        say("discarded", row, by=by, now=now, after={"version": draft.number, "digest": draft.digest})
        draft.delete()
        last = row.versions.first()
        if last is None:
            names = list(LevelPhotoFile.objects.filter(photo__rubric=row).values_list("file", flat=True))
            row.delete()
            for name in names:
                # Only what is gone for good: a transaction that fails keeps rows and files.
                transaction.on_commit(partial(LevelPhotoFile.sealing().storage.delete, name))
            return False
        show(row, read_rubric(last.content), now)
    return True
