"""Background work of the registry: reading lists, writing them, looking for duplicates. Each may run twice."""

from uuid import UUID

from django.utils import timezone
from django_tasks import task

from binakriya.accounts.queries import actor_of
from binakriya.accounts.rules import Actor, machine
from binakriya.registry.operations import candidates, imports
from binakriya.registry.queries.imports import written_by


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
    """Compare what an import wrote with each other and with the rest of the registry."""
    wrote = written_by(UUID(batch_id))
    if wrote.enterprise_ids:
        candidates.find_duplicates(
            office_id=wrote.office_id,
            enterprise_ids=wrote.enterprise_ids,
            by=_actor(person_id),
            now=timezone.now(),
        )
