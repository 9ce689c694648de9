"""Background work of the room: the packs of a class. May run twice: what is made is not made again."""

from uuid import UUID

from django_tasks import task

from binakriya.accounts.queries import actor_of
from binakriya.accounts.rules import machine
from binakriya.packaging import operations


@task
def run_batch(batch_id: str, runner: str, person_id: str) -> None:
    by = actor_of(person_id=UUID(person_id), origin="task") if person_id else machine("task")
    operations.run_batch(batch_id=UUID(batch_id), runner=runner, by=by)
