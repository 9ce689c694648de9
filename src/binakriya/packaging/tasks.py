"""Background work of the room: the packs of a class, and their files. Each may run twice."""

from uuid import UUID

from django.utils import timezone, translation
from django_tasks import task

from binakriya.accounts.queries import actor_of
from binakriya.accounts.rules import Actor, machine
from binakriya.foundation.rules.exports import workbook_file
from binakriya.packaging import operations, papers
from binakriya.packaging.files import zipped_batch
from binakriya.packaging.queries import batch as known


def _actor(person_id: str) -> Actor:
    return actor_of(person_id=UUID(person_id), origin="task") if person_id else machine("task")


@task
def run_batch(batch_id: str, runner: str, person_id: str) -> None:
    operations.run_batch(batch_id=UUID(batch_id), runner=runner, by=_actor(person_id))


@task
def undo_batch(batch_id: str, runner: str, person_id: str) -> None:
    operations.run_undo(batch_id=UUID(batch_id), runner=runner, by=_actor(person_id))


@task
def archive_batch(batch_id: str, person_id: str, tongue: str) -> None:
    """The maker's and the printer's sheet, the drawings and the whole of each pack, beside the summary."""
    by, now, language = _actor(person_id), timezone.now(), known.tongue_of(tongue)
    with translation.override(language):
        page = known.batch_page(batch_id=UUID(batch_id), by=by, now=now, language=language)
        with workbook_file(known.summary_lines(page), title=known.stem_of(page.name)[:31], frozen="C2") as book:
            summary = (f"{known.stem_of(page.name)}.xlsx", book.read())
        pieces = zipped_batch(
            known.made_packs(batch_id=UUID(batch_id), by=by),
            sheets=[
                lambda one: papers.maker_sheet(version_id=one, by=by, language=language),
                lambda one: papers.printer_sheet(version_id=one, by=by, language=language),
            ],
            summary=summary,
            office=by.office_label,
            by=page.by,
            on=timezone.localdate(page.at),
            language=language,
        )
        operations.keep_archive(batch_id=UUID(batch_id), pieces=pieces, by=by)
