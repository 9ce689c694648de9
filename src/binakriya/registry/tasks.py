"""Background work of the registry: reading lists, writing them, looking for duplicates. Each may run twice."""

from collections.abc import Callable
from uuid import UUID

import structlog
from django.utils import timezone
from django_tasks import task

from binakriya.accounts.queries import actor_of
from binakriya.accounts.rules import Actor, machine
from binakriya.registry.operations import candidates, imports, reviewing
from binakriya.registry.queries.imports import written_by

log = structlog.get_logger("binakriya.registry")


def _actor(person_id: str) -> Actor:
    """Whoever asked for the work; the software itself when nobody did."""
    return actor_of(person_id=UUID(person_id), origin="task") if person_id else machine("task")


@task
def read_import(batch_id: str, person_id: str) -> None:
    imports.read_import(batch_id=UUID(batch_id), by=_actor(person_id), now=timezone.now())


@task
def write_import(batch_id: str, person_id: str) -> None:
    written = imports.write_import(batch_id=UUID(batch_id), by=_actor(person_id), now=timezone.now())
    if written.enterprises:
        find_duplicates.enqueue(batch_id, person_id)


@task
def find_duplicates(batch_id: str, person_id: str) -> None:
    """Have what an import wrote compared with each other and with the rest of the registry."""
    _search(written_by(UUID(batch_id)).office_id, person_id)


def _search(office_id: UUID, person_id: str) -> None:
    asked = reviewing.ask_to_search(office_id=office_id, by=_actor(person_id), now=timezone.now())
    if asked.start:
        search_duplicates.enqueue(str(asked.work_id), str(office_id), person_id)


@task
def search_office(office_id: str) -> None:
    """Have compared what came to an office's registry by registrations and edits; nobody asked for it."""
    _search(UUID(office_id), "")


def _attempt(work_id: str, step: Callable[[UUID], None], again: Callable[[], object]) -> None:
    """One attempt at a work; after an error another one, as often as rules.review allows, then it counts as failed."""
    work = UUID(work_id)
    if not reviewing.take(work_id=work, now=timezone.now()):
        return
    try:
        step(work)
    except Exception as error:  # whatever it is, the page tells it
        log.exception("review_work_failed", work=work_id)
        if reviewing.note_failure(work_id=work, error=error, now=timezone.now()):
            again()


@task
def search_duplicates(work_id: str, office_id: str, person_id: str) -> None:
    """Compare what is new or changed; what came meanwhile is compared right after."""

    def step(work: UUID) -> None:
        if reviewing.search(work_id=work, by=_actor(person_id), now=timezone.now()):
            _search(UUID(office_id), person_id)

    _attempt(work_id, step, lambda: search_duplicates.enqueue(work_id, office_id, person_id))


@task
def merge_likely(work_id: str, office_id: str, person_id: str) -> None:
    """Merge what is almost certain, pair by pair; then weigh anew what still waits."""

    def step(work: UUID) -> None:
        by = _actor(person_id)
        while reviewing.merge_next(work_id=work, by=by, now=timezone.now()):
            continue
        candidates.rescore(office_id=UUID(office_id), by=by, now=timezone.now())

    _attempt(work_id, step, lambda: merge_likely.enqueue(work_id, office_id, person_id))


@task
def rescore_duplicates(office_id: str, person_id: str) -> None:
    """Weigh anew the waiting pairs of enterprises that changed."""
    candidates.rescore(office_id=UUID(office_id), by=_actor(person_id), now=timezone.now())
