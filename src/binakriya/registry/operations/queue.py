"""Asking for background work. A task is named, not imported: tasks stand above operations and call them."""

from uuid import UUID

from django.utils.module_loading import import_string

from binakriya.accounts.rules import Actor


def enqueue(task: str, subject_id: UUID, *, by: Actor) -> None:
    """Have `registry.tasks.<task>` done about the subject, in the name of whoever asks. Call it after the transaction:
    the worker must see what was committed."""
    import_string(f"binakriya.registry.tasks.{task}").enqueue(str(subject_id), str(by.id or ""))
