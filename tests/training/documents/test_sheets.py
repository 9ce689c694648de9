"""Certificates, tickets, attendance sheets and invitation letters."""

import dataclasses
import datetime as dt

import pytest
from tests.foundation.press.reading import assert_accessible, page_count, page_sizes, pdf_text, qr_codes
from tests.training.documents.reference import (
    DAY,
    FACTS,
    LETTERHEAD,
    NOTICE,
    NOW,
    SESSIONS,
    SIGN_HEAD,
    SYNTHETIC,
    TICKET,
    VENUE,
)

from binakriya.training.documents.attendance import AttendanceSheet, Attendee, attendance_pdf
from binakriya.training.documents.certificate import (
    Certificate,
    Material,
    certificate_pdf,
    certificate_png,
    certificates_pdf,
)
from binakriya.training.documents.invitation import Invitation, invitation_pdf
from binakriya.training.documents.parts import Signatory
from binakriya.training.documents.ticket import ticket_pdf, ticket_png, tickets_pdf

LONG = SYNTHETIC[1]
URL = "https://binakriya.example.go.id/sertifikat/BK-3674-2018-0046/"
CERTIFICATE = Certificate(
    number="BK-3674-2018-0046",
    name="Siti Rohmah",
    activity=FACTS.title,
    starts=DAY,
    venue=VENUE,
    hours=6,
    verify_url=URL,
    letterhead=LETTERHEAD,
    signatories=(dataclasses.replace(SIGN_HEAD, nip="19000101 000000 0 000"), Signatory("Narasumber", "Sidik Herman")),
    issued=DAY,
    enterprise="Anyaman Setu Lestari",
    role="peserta",
    kind="passed",
    materials=(Material("Mutu produk", 2.5, "Sidik Herman"), Material("Standar kemasan", 3.5, "Virginia S. Setiadi")),
    results=(("Nilai uji akhir", "85 dari 100"),),
    notice=NOTICE.id,
)
LETTER = Invitation(
    letterhead=LETTERHEAD,
    number="005/1123/Disperindag/2018",
    written=dt.date(2018, 11, 5),
    addressee="Ketua ASIPA",
    association="ASIPA",
    activity=FACTS.title,
    sessions=SESSIONS,
    starts=DAY,
    venue=VENUE,
    signatory=SIGN_HEAD,
    at="Tangerang Selatan",
    starts_at=dt.time(9),
    ends_at=dt.time(15),
    seats=25,
    register_url="https://binakriya.example.go.id/kegiatan/mutu/",
    reply_by=dt.date(2018, 11, 14),
    copies=("Wali Kota Tangerang Selatan", "Arsip"),
    zone="WIB",
)


def has(text: str, *wanted: str) -> None:
    """Every wanted text stands there; blanks don't count, since line breaks eat some."""
    bare = text.replace(" ", "")
    missing = [one for one in wanted if one.replace(" ", "") not in bare]
    assert not missing, f"{missing} not in: {text}"


def test_a_certificate_says_all_it_must(press):
    made = certificate_pdf(press, CERTIFICATE, created=NOW)
    assert_accessible(made)
    assert page_count(made) == 2
    assert page_sizes(made) == {(297, 210)}
    has(
        pdf_text(made),
        *("Sertifikat", "Nomor BK-3674-2018-0046", "Siti Rohmah", "dari Anyaman Setu Lestari, sebagai peserta"),
        *("telah mengikuti dan lulus", "Mutu Produk dan Standar Kemasan", "Jumat, 16 November 2018", VENUE),
        *("6 jam pelajaran (JP)", "Maya Mardiana", "NIP 19000101 000000 0 000", "Sidik Herman", URL, NOTICE.id),
        *("Materi dan jam pelajaran", "Virginia S. Setiadi", "2,5", "3,5", "Jumlah", "Nilai uji akhir", "85 dari 100"),
    )


def test_the_code_of_a_certificate_leads_to_its_page(press):
    assert qr_codes(certificate_png(press, CERTIFICATE)) == [URL]


def test_a_certificate_in_english(press):
    made = certificate_pdf(press, dataclasses.replace(CERTIFICATE, language="en", role="participant"), created=NOW)
    assert_accessible(made, "en")
    has(pdf_text(made), "Certificate", "awarded to", "for attending and passing", "Friday, 16 November 2018", "2.5")


def test_a_certificate_without_material_has_one_page(press):
    one = dataclasses.replace(
        CERTIFICATE, materials=(), signatories=CERTIFICATE.signatories[:1], role="", enterprise=""
    )
    assert page_count(certificate_pdf(press, one, created=NOW)) == 1


def test_long_names_keep_a_certificate_on_its_page(press):
    one = dataclasses.replace(CERTIFICATE, name=LONG, enterprise=LONG, venue=f"{VENUE}, {VENUE}", materials=())
    assert len(LONG) > 60
    made = certificate_pdf(press, one, created=NOW)
    assert page_count(made) == 1
    has(pdf_text(made), LONG)
    assert qr_codes(certificate_png(press, one)) == [URL]


def test_certificates_of_many_days(press):
    one = dataclasses.replace(CERTIFICATE, ends=dt.date(2018, 11, 18))
    has(pdf_text(certificate_pdf(press, one, created=NOW)), "16 November 2018 sampai dengan 18 November 2018")


def test_many_certificates_in_one_file(press):
    many = [dataclasses.replace(CERTIFICATE, number=f"BK-{n}", name=name) for n, name in enumerate(SYNTHETIC)]
    made = certificates_pdf(press, many, created=NOW)
    assert_accessible(made)
    assert page_count(made) == 8
    has(pdf_text(made), *SYNTHETIC)
    with pytest.raises(ValueError, match="no certificates"):
        certificates_pdf(press, [], created=NOW)


@pytest.mark.parametrize(("size", "paper"), [("a6", (105, 148)), ("a5", (148, 210)), ("phone", (90, 160))])
def test_a_ticket_in_each_size(press, size, paper):
    made = ticket_pdf(press, TICKET, created=NOW, size=size)
    assert_accessible(made)
    assert (page_count(made), page_sizes(made)) == (1, {paper})
    has(pdf_text(made), "Siti Rohmah", "Anyaman Setu Lestari", "482 913", "09.00–15.00 WIB", VENUE)
    assert qr_codes(ticket_png(press, TICKET, size=size)) == ["BK1:00112233445566778899"]


def test_long_names_keep_a_ticket_on_its_page(press):
    one = dataclasses.replace(TICKET, name=LONG, enterprise=LONG, notice=NOTICE.id, language="en")
    made = tickets_pdf(press, [one, TICKET], created=NOW, size="phone")
    assert page_count(made) == 2
    has(pdf_text(made), LONG, "Ticket code")
    with pytest.raises(ValueError, match="no tickets"):
        tickets_pdf(press, [], created=NOW)


def test_the_code_of_a_ticket_gives_way_to_long_texts(press):
    one = dataclasses.replace(
        TICKET, name=LONG, enterprise=f"{LONG} {LONG}", activity=f"{LONG} " * 5, venue=f"{LONG} " * 2
    )
    assert page_count(ticket_pdf(press, one, created=NOW)) == 1
    assert qr_codes(ticket_png(press, one, size="a6")) == ["BK1:00112233445566778899"]


@pytest.mark.parametrize("landscape", [True, False])
def test_the_attendance_sheet_repeats_its_head(press, landscape):
    people = tuple(Attendee(f"{LONG[:40]} {n}", "Usaha", "ASIPA", "0812-0000-0000") for n in range(40))
    sheet = AttendanceSheet(
        LETTERHEAD,
        FACTS.title,
        DAY,
        VENUE,
        people,
        starts_at=dt.time(9),
        blank_lines=10,
        landscape=landscape,
        signatories=(SIGN_HEAD,),
        zone="WIB",
    )
    made = attendance_pdf(press, sheet, created=NOW)
    assert_accessible(made)
    assert page_sizes(made) == {(297, 210) if landscape else (210, 297)}
    text = pdf_text(made)
    assert text.count("Tanda tangan") >= page_count(made) - 1
    assert ("0812-0000-0000" in text) is landscape
    has(text, "Daftar hadir", f"{LONG[:40]} 39", "50.", "Maya Mardiana", "Halaman 1/")


def test_an_attendance_sheet_may_hold_blank_lines_alone(press):
    sheet = AttendanceSheet(
        LETTERHEAD, "Kegiatan", DAY, VENUE, (), language="en", signatories=(SIGN_HEAD, SIGN_HEAD), zone="WIB"
    )
    made = attendance_pdf(press, sheet, created=NOW)
    assert_accessible(made, "en")
    has(pdf_text(made), "Attendance sheet", "10.")


def test_the_letter_has_the_parts_of_an_official_letter(press):
    made = invitation_pdf(press, LETTER, created=NOW)
    assert_accessible(made)
    assert page_count(made) == 1
    has(
        pdf_text(made),
        *("Pemerintah Kota Tangerang Selatan", "Dinas Perindustrian dan Perdagangan", "005/1123/Disperindag/2018"),
        *("Sifat", "Biasa", "Lampiran", "Hal", "Tangerang Selatan, 5 November 2018", "Yth.", "Ketua ASIPA"),
        *("paling banyak 25 orang", "Jumat, 16 November 2018", "pukul 09.00–15.00 WIB", VENUE, "Sidik Herman"),
        *("Virginia S. Setiadi", "paling lambat Rabu, 14 November 2018", "Tembusan", "Arsip", "Maya Mardiana"),
    )


def test_a_letter_over_several_days_dates_its_sessions(press):
    later = dataclasses.replace(SESSIONS[0], day=dt.date(2018, 11, 17))
    letter = dataclasses.replace(
        LETTER, sessions=(SESSIONS[0], later), ends=later.day, register_url="", contact="Sekretariat"
    )
    text = pdf_text(invitation_pdf(press, letter, created=NOW))
    has(text, "17 November 2018, 09.00–09.30 WIB", "sampai dengan", "Nama peserta disampaikan", "dari Sekretariat")


def test_a_letter_takes_sentences_of_the_office(press):
    letter = dataclasses.replace(LETTER, opening=("Pembuka sendiri.",), closing=("Penutup sendiri.",), sessions=())
    text = pdf_text(invitation_pdf(press, letter, created=NOW))
    has(text, "Pembuka sendiri.", "Penutup sendiri.")
    assert "Demikian undangan" not in text
