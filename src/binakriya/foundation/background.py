"""Asking for background work. A task is named, not imported: tasks stand above operations and call them."""

from django.utils.module_loading import import_string


def enqueue(task: str, *values: object) -> None:
    """Have `binakriya.<room>.tasks.<task>` done; `task` such as `registry.tasks.read_import`. Values go as text.

    Call it after the transaction: the worker must see what was committed.
    """
    import_string(f"binakriya.{task}").enqueue(*(str(value) for value in values))
