"""The printed matter of rubrics: a stored version into the bytes of a PDF file. Nothing is stored."""

from uuid import UUID

from django.utils import timezone
from django.utils.text import slugify

from binakriya.accounts.queries import letterhead_of, organisation
from binakriya.accounts.rules import Actor
from binakriya.foundation.press import Language
from binakriya.foundation.printing import press, stamp
from binakriya.quality.queries.rubrics import version_page
from binakriya.quality.rules.rubrics import State
from binakriya.quality.sheets.rubric import rubric_pdf


def scoring_sheet(*, rubric_id: UUID, number: int, by: Actor, language: Language) -> tuple[str, bytes]:
    """The file's name and its bytes. Raises NotAllowed, Rubric.DoesNotExist, RubricVersion.DoesNotExist,
    DocumentError."""
    page = version_page(rubric_id=rubric_id, by=by, number=number)
    office = organisation(page.office_id)
    assert office is not None, "the office of a rubric is kept"
    content = rubric_pdf(
        press(),
        page.rubric,
        number=page.version.number,
        draft=page.version.state == State.DRAFT,
        letterhead=letterhead_of(office),
        language=language,
        created=stamp(timezone.localtime(page.version.changed_at)),
    )
    return f"lembar-penilaian-{slugify(page.rubric.title.id)}-v{number}.pdf", content
