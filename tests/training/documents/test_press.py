import datetime as dt
import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import segno
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.foundation.press.reading import assert_accessible, docx_text, page_count, pdf_text, qr_codes
from tests.training.documents.reference import DAY, FACTS, LETTERHEAD, NOW, SIGN_DIVISION, SIGN_HEAD, VENUE

from binakriya.foundation.press.press import DocumentError
from binakriya.training.documents.attendance import AttendanceSheet, Attendee, attendance_pdf
from binakriya.training.documents.certificate import MASK
from binakriya.training.documents.parts import Photo
from binakriya.training.documents.report import Annexes, compose_report, report_docx, report_pdf
from binakriya.training.documents.ticket import Ticket, ticket_pdf

ANY_TEXT = st.text(max_size=300)
CODE_LIKE = "*tebal* _miring_ #let x = 1 $a^2$ <label> @kutip `kode` \\ // ~ ' \" => -> = judul [isi] {x} %"


def ticket(name: str, enterprise: str = "") -> Ticket:
    return Ticket(name, "Kegiatan", DAY, VENUE, "BK1:abc", "123456", "Disperindag", enterprise)


def test_equal_input_gives_equal_bytes(press):
    assert ticket_pdf(press, ticket("Siti"), created=NOW) == ticket_pdf(press, ticket("Siti"), created=NOW)


def test_threads_share_a_press(press):
    names = [f"Peserta {n}" for n in range(24)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda name: ticket_pdf(press, ticket(name), created=NOW), names))
    assert all(name in pdf_text(data) for name, data in zip(names, made, strict=True))


def test_marks_of_the_typesetter_are_shown_literally(press):
    made = ticket_pdf(press, ticket("Siti", CODE_LIKE), created=NOW)
    assert CODE_LIKE.replace(" ", "") in pdf_text(made).replace(" ", "")
    assert_accessible(made)


@pytest.mark.parametrize("name", ["Siti 🧺", "سيتي", "李四", "\ue000", "\U0010fffd", "ẞ → ≥ ∑ Ω Ж"])
def test_letters_of_other_scripts_are_printed(press, name):
    assert ticket_pdf(press, ticket(name), created=NOW).startswith(b"%PDF")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=ANY_TEXT, other=ANY_TEXT)
def test_any_text_can_be_printed(press, name, other):
    assert ticket_pdf(press, ticket(name, other), created=NOW).startswith(b"%PDF")
    sheet = AttendanceSheet(LETTERHEAD, name, DAY, other, (Attendee(name, other, name, other),), blank_lines=0)
    assert attendance_pdf(press, sheet, created=NOW).startswith(b"%PDF")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=600))
def test_any_edited_text_makes_a_report(press, text):
    report = compose_report(
        FACTS,
        letterhead=LETTERHEAD,
        written=DAY,
        prepared_by=SIGN_DIVISION,
        approved_by=SIGN_HEAD,
        texts={"background": text, "preface": text, "results": text},
    )
    assert report_pdf(press, report, created=NOW).startswith(b"%PDF")
    assert report_docx(report, created=NOW).startswith(b"PK")


def test_a_word_without_end_is_broken(press):
    made = ticket_pdf(press, ticket("x" * 400), created=NOW)
    assert page_count(made) == 1


@settings(max_examples=100, deadline=None)
@given(path=st.from_regex(r"[A-Za-z0-9/-]{1,80}", fullmatch=True))
def test_the_mask_of_certificates_can_be_read(path):
    url = f"https://binakriya.example.go.id/{path}"
    code = io.BytesIO()
    segno.make(url, error="m", micro=False, mask=MASK).save(code, kind="png", scale=4, border=2)
    assert qr_codes(code.getvalue()) == [url]


def test_a_broken_photo_is_a_document_error(press):
    report = compose_report(
        FACTS,
        letterhead=LETTERHEAD,
        written=DAY,
        prepared_by=SIGN_DIVISION,
        approved_by=SIGN_HEAD,
        annexes=Annexes(photos=(Photo(b"\xff\xd8\xff rusak", "Foto"),)),
    )
    with pytest.raises(DocumentError):
        report_pdf(press, report, created=NOW)
    with pytest.raises(DocumentError):
        report_docx(report, created=NOW)


def test_documents_know_no_django():
    code = "import sys, binakriya.training.documents; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_formulas_are_text_in_word():
    report = compose_report(
        FACTS,
        letterhead=LETTERHEAD,
        written=dt.date(2018, 11, 20),
        prepared_by=SIGN_DIVISION,
        approved_by=SIGN_HEAD,
        texts={"preface": '=HYPERLINK("http://contoh.example","x") {INCLUDEPICTURE "x"}'},
    )
    assert '=HYPERLINK("http://contoh.example","x") {INCLUDEPICTURE "x"}' in docx_text(report_docx(report, created=NOW))
