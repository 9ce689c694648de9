"""What the operations on rubrics share: permission, lock, ledger."""

from datetime import datetime
from typing import Any
from uuid import UUID

from binakriya.accounts.queries import office_of_work
from binakriya.accounts.rules import Actor, Deed, Refused, check_may
from binakriya.foundation.operations import record
from binakriya.quality.models import Rubric as Row
from binakriya.quality.models import RubricVersion
from binakriya.quality.queries.rubrics.scope import seen_rubric
from binakriya.quality.rules.rubrics import SCHEMA, Rubric, State, digest_of, read_rubric, write_rubric

KIND = "quality.rubric"


def name_of(by: Actor) -> str:
    return by.label[:120] or "–"


def office_for(by: Actor, office_id: UUID | None) -> UUID:
    """The office that a new rubric is of; only the software names one. Raises NotAllowed, Refused("no_office")."""
    check_may(by, Deed.QUALITY_RUBRIC)
    found = office_id if by.system else office_of_work(by)
    if found is None:
        raise Refused("no_office")
    return found


def held(rubric_id: UUID, by: Actor) -> Row:
    """Locked to the end of the transaction. Raises NotAllowed, Rubric.DoesNotExist (also for one out of reach)."""
    check_may(by, Deed.QUALITY_RUBRIC)
    seen_rubric(rubric_id, by)
    return Row.objects.select_for_update(no_key=True).get(id=rubric_id)


def draft_of(row: Row) -> RubricVersion:
    """Raises Refused("no_draft")."""
    draft = row.versions.filter(state=State.DRAFT.value).first()
    if draft is None:
        raise Refused("no_draft")
    return draft


def add_version(row: Row, rubric: Rubric, *, number: int, by: Actor, now: datetime) -> RubricVersion:
    content = write_rubric(rubric)
    return RubricVersion.objects.create(
        rubric=row,
        number=number,
        schema=SCHEMA,
        content=content,
        digest=digest_of(content),
        made_at=now,
        made_by=name_of(by),
        changed_at=now,
        changed_by=name_of(by),
    )


def write(draft: RubricVersion, rubric: Rubric, *, by: Actor, now: datetime, keep: bool = True) -> bool:
    """The draft says this now; False when it did already. `keep`: what it said before can be taken back."""
    content = write_rubric(rubric)
    read_rubric(content)
    if digest_of(content) == draft.digest:
        return False
    draft.before = draft.content if keep else None
    draft.content, draft.digest = content, digest_of(content)
    draft.changed_at, draft.changed_by = now, name_of(by)
    draft.save(update_fields=["before", "content", "digest", "changed_at", "changed_by"])
    show(draft.rubric, rubric, now)
    return True


def show(row: Row, rubric: Rubric, now: datetime) -> None:
    """What lists show of it: the words of its newest version."""
    row.title, row.title_en = rubric.title.id or row.title, rubric.title.en
    row.materials, row.updated_at = list(rubric.materials), now
    row.save(update_fields=["title", "title_en", "materials", "updated_at"])


def say(
    action: str, row: Row, *, by: Actor, now: datetime, reason: str = "", after: dict[str, Any] | None = None
) -> None:
    record(
        by=by,
        now=now,
        office_id=row.office_id,
        action=f"quality.rubric_{action}",
        kind=KIND,
        object_id=row.id,
        label=row.title,
        after=after or {},
        reason=reason,
    )
