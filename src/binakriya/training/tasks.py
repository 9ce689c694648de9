"""Background work of training."""

from uuid import UUID

from django.utils import timezone
from django_tasks import task

from binakriya.accounts.queries import actor_of
from binakriya.accounts.rules import machine
from binakriya.training import operations
from binakriya.training.queries.certificates import run_requester


@task()
def issue_certificates(run_id: str) -> int:
    """Makes a batch in the name of whoever asked for it; begun again it goes on where it stopped."""
    asked = run_requester(UUID(run_id))
    by = actor_of(person_id=asked, origin="task") if asked else machine("task")
    return operations.work_run(run_id=UUID(run_id), by=by, now=timezone.now())
