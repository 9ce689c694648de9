"""The head of papers is the office's; certificates are signed by two, and can be looked at before they are issued."""

import io
from uuid import UUID

import pikepdf
from django.test import Client
from PIL import Image
from tests.foundation.press.reading import assert_accessible, docx_text, pdf_text
from tests.people import World
from tests.training.documents.reference import LETTERHEAD, NOW
from tests.training.documents.test_report_and_release import release, report
from tests.training.made import at, make_activity, sign_up

from binakriya.accounts.operations import set_logo
from binakriya.accounts.queries import letterhead_of
from binakriya.foundation.press.letterheads import head_data, logo_svg
from binakriya.training import operations, papers
from binakriya.training.documents import release_docx, report_docx
from binakriya.training.models import Certificate, Session
from binakriya.training.queries.facts import office_of


def arms() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 400), (160, 20, 20)).save(out, "PNG")
    return out.getvalue()


def pictures(pdf: bytes) -> int:
    """How many pictures made of points a PDF holds."""
    with pikepdf.open(io.BytesIO(pdf)) as found:
        return sum(isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image" for o in found.objects)


def test_without_arms_the_head_bears_the_names_alone() -> None:
    assert head_data(LETTERHEAD, "id")["logo"] == ""
    assert b"Kawung" not in report_docx(report(), created=NOW)
    assert "Dinas Perindustrian dan Perdagangan" in docx_text(release_docx(release(), created=NOW))


def test_the_arms_of_the_office_stand_on_its_papers(world: World, activity: UUID) -> None:
    by = world.actor("administrator")
    set_logo(organisation_id=world.office_id, data=arms(), by=by, now=world.now)
    head = letterhead_of(office_of(Session.objects.first().activity))  # type: ignore[union-attr]
    assert head.logo.startswith(b"\x89PNG")
    assert 'viewBox="0 0 300 400"' in logo_svg(head.logo)
    plain = papers.certificate_sample(activity_id=activity, by=world.actor("officer"), now=world.now)
    assert_accessible(plain.content)
    assert pictures(plain.content)
    with_arms = papers.release(activity_id=activity, by=by, now=world.now, language="id", file="docx")
    assert len(with_arms.content) > 0
    pdf = papers.release(activity_id=activity, by=by, now=world.now, language="id", file="pdf")
    assert_accessible(pdf.content)
    assert pictures(pdf.content)
    ticket = papers.ticket(token=sign_up(world, activity).token, now=world.now, language="id")
    assert ticket
    assert_accessible(ticket.content)
    assert pictures(ticket.content), "also a ticket bears them"


def test_certificates_are_signed_by_two_and_shown_before_they_are_issued(world: World, activity: UUID) -> None:
    by, client = world.actor("officer"), world.client("officer")
    one = sign_up(world, activity)
    for session in Session.objects.filter(activity_id=activity):
        operations.check_in(session_id=session.id, scan=one.code, by=by, now=at(9))
    operations.move_activity(activity_id=activity, move="start", by=by, now=world.now)
    page = client.get(f"/kegiatan/{activity}/sertifikat/").content.decode()
    assert "Penanda tangan belum diisi" in page
    assert f"/kegiatan/{activity}/laporan/pejabat/signatory/" in page
    for role, name, position in (
        ("head_of_office", "Maya Mardiana", "Kepala Dinas"),
        ("head_of_division", "Ferry Fayacun", "Kepala Bidang"),
    ):
        operations.set_official(activity_id=activity, role=role, name=name, position=position, by=by, now=world.now)
    page = client.get(f"/kegiatan/{activity}/sertifikat/").content.decode()
    assert "Penanda tangan belum diisi" not in page
    assert "Lihat contohnya" in page
    sample = client.get(f"/kegiatan/{activity}/sertifikat/contoh.pdf")
    told = pdf_text(b"".join(sample) if sample.streaming else sample.content)
    for wanted in ("Maya Mardiana", "Ferry Fayacun", "Nama Peserta", "CONTOH", "bukan sertifikat yang berlaku"):
        assert wanted in told
    assert not Certificate.objects.exists()
    operations.set_official(
        activity_id=activity, role="second_signatory", name="Sidik Herman", position="Narasumber", by=by, now=world.now
    )
    (number,) = operations.issue_certificates(activity_id=activity, by=by, now=world.now)
    issued = Certificate.objects.get(number=number)
    assert [s["name"] for s in issued.face["signatories"]] == ["Maya Mardiana", "Sidik Herman"]
    # The paper on the screen of the check has both names, the day and the code, as the printed one.
    paper = Client().get(f"/sertifikat/{number}/?k={issued.token}").content.decode()
    paper = paper[paper.index('class="paper"') :].replace("\xa0", " ").replace("&nbsp;", " ")
    for wanted in ("Maya Mardiana", "Sidik Herman", "16 Nov 2018", 'class="qr"'):
        assert wanted in paper


def test_one_name_alone_signs_alone(world: World) -> None:
    activity_id, by = make_activity(world), world.actor("officer")
    for role in ("head_of_office", "head_of_division"):
        operations.set_official(activity_id=activity_id, role=role, name="Maya", position="x", by=by, now=world.now)
    told = pdf_text(papers.certificate_sample(activity_id=activity_id, by=by, now=world.now).content)
    assert told.count("Maya") == 1
