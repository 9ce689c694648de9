"""Report and press release state every fact of the reference event, in both languages and both formats."""

import dataclasses
import io
import zipfile

import pytest
from docx import Document
from tests.foundation.press.reading import assert_accessible, docx_text, page_count, pdf_text
from tests.training.documents.reference import (
    CONTACT,
    DAY,
    FACTS,
    LETTERHEAD,
    NOW,
    SIGN_DIVISION,
    SIGN_HEAD,
    SYNTHETIC,
    TICKET,
    VENUE,
)

from binakriya.training.documents.facts import ActivityFacts, Counts, Exports, Group, Official, Quote
from binakriya.training.documents.parts import Photo
from binakriya.training.documents.release import RELEASE_KEYS, compose_release, release_docx, release_pdf, release_texts
from binakriya.training.documents.report import (
    Annexes,
    Issued,
    Letter,
    Present,
    compose_report,
    report_docx,
    report_pdf,
)
from binakriya.training.documents.report_texts import HEADINGS, REPORT_KEYS, report_texts
from binakriya.training.documents.tables import groups_table
from binakriya.training.documents.ticket import ticket_png

BOTH = (
    *("Retno Prawati", "ASDA II", "Airin Rachmi Diany", "Maya Mardiana", "Ferry Fayacun", "Sidik Herman", "BBKK"),
    *("Virginia S. Setiadi", "Universitas Trisakti", "ASIPA", "IPEMI", "IWAPI", VENUE, "E-SMART", "DEKRANASDA", "2017"),
)
STATED = {
    "id": (
        *BOTH,
        *("Dinas Perindustrian dan Perdagangan Kota Tangerang Selatan", "Disperindag", "Jumat, 16 November 2018"),
        *("Pelatihan dan Pembinaan IKM Kerajinan", "Mutu Produk dan Standar Kemasan"),
        *("asisten bidang ekonomi dan pembangunan", "mewakili Wali Kota Tangerang Selatan", "kepala dinas"),
        *("kepala bidang industri dan perdagangan", "Kementerian Perindustrian", "Fakultas Seni Rupa dan Desain"),
        *("puluhan IKM dan kelompok IKM", "dari hulu sampai hilir", "dari produk sampai kemasan"),
        *("di dalam dan di luar negeri", "enstandarkan kemasan", "“paten”", "diterima pasar", "enambah pendapatan"),
        *("akhir 2017 tercatat 696 ribu unit usaha", "1,32 juta tenaga kerja", "776 juta dolar AS"),
        *("747 juta dolar AS", "naik 3,88 persen", "3,8 persen", "secara tertukar"),
        *("50 orang hadir", "60 orang", "49 usaha", "55,3", "81,5", "48 orang"),
    ),
    "en": (
        *BOTH,
        *("Office of Industry and Trade", "Disperindag", "Friday, 16 November 2018"),
        *("Training and Development of Handicraft IKM", "Product Quality and Packaging Standards"),
        *("assistant for economy and development", "on behalf of the Mayor of South Tangerang", "head of the office"),
        *("head of the division of industry and trade", "Ministry of Industry", "Faculty of Art and Design"),
        *("ozens of IKM and groups of IKM", "from upstream to downstream", "from product to packaging"),
        *("at home and abroad", "tandardise packaging", "“patent”", "the market accepts the product", "more income"),
        *("At the end of 2017, 696 thousand craft units employed 1.32 million workers", "USD 776 million"),
        *("USD 747 million", "up 3.88 per cent", "3.8 per cent", "the wrong way round"),
        *("50 people", "60 given a seat", "49 enterprises", "55.3", "81.5", "48 people"),
    ),
}
BARE = ActivityFacts(
    title="Pelatihan",
    organiser="Dinas Contoh",
    organiser_short="Dinas Contoh",
    city="Kota Contoh",
    starts=DAY,
    venue="Aula",
)


def report(facts=FACTS, language="id", **more):
    return compose_report(
        facts,
        letterhead=LETTERHEAD,
        written=DAY,
        prepared_by=SIGN_DIVISION,
        approved_by=SIGN_HEAD,
        number="500/77/2018",
        language=language,
        **more,
    )


def release(facts=FACTS, language="id", **more):
    return compose_release(
        facts, letterhead=LETTERHEAD, number="480/12/2018", written=DAY, contact=CONTACT, language=language, **more
    )


def missing(text: str, wanted: tuple[str, ...]) -> list[str]:
    bare = text.replace(" ", "")
    return [one for one in wanted if one.replace(" ", "") not in bare]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_report_states_every_fact(press, language):
    made = report(language=language)
    pdf = report_pdf(press, made, created=NOW)
    assert_accessible(pdf, language)
    assert missing(pdf_text(pdf), STATED[language]) == []
    assert missing(docx_text(report_docx(made, created=NOW)), STATED[language]) == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_release_states_every_fact(press, language):
    made = release(language=language)
    pdf = release_pdf(press, made, created=NOW)
    assert_accessible(pdf, language)
    assert missing(pdf_text(pdf), STATED[language]) == []
    assert missing(docx_text(release_docx(made, created=NOW)), STATED[language]) == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_report_has_every_heading(press, language):
    made = report(language=language)
    wanted = HEADINGS[language]
    assert missing(pdf_text(report_pdf(press, made, created=NOW)), tuple(wanted.values())) == []
    word = Document(io.BytesIO(report_docx(made, created=NOW)))
    headings = [p.text for p in word.paragraphs if p.style.name.startswith("Heading")]
    for heading in wanted.values():
        assert any(heading in one for one in headings), heading
    assert word.core_properties.language == ("id-ID" if language == "id" else "en-GB")
    assert word.core_properties.title == f"{made.heading}: {made.subject}"


def test_annexes(press):
    photo = Photo(ticket_png(press, TICKET, ppi=40), "Pembukaan", "Pejabat di mimbar")
    annexes = Annexes(
        attendance=tuple(Present(name, "Usaha", "ASIPA", "hadir") for name in SYNTHETIC),
        materials=("Mutu produk.pdf",),
        photos=(photo,),
        letters=(Letter("005/1/2018", DAY, "Ketua ASIPA"),),
        certificates=(Issued("BK-3674-2018-0001", "Siti Rohmah", "Usaha"),),
    )
    made = report(annexes=annexes)
    wanted = (*SYNTHETIC, "Mutu produk.pdf", "Pembukaan", "005/1/2018", "Ketua ASIPA", "BK-3674-2018-0001")
    pdf, word = report_pdf(press, made, created=NOW), report_docx(made, created=NOW)
    assert_accessible(pdf)
    assert missing(pdf_text(pdf), wanted) == []
    assert missing(docx_text(word), wanted) == []
    assert 'descr="Pejabat di mimbar"' in zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml").decode()


def test_edited_texts_replace_the_default_ones(press):
    made = report(texts={"conclusions": "Kesimpulan petugas:\n- satu\n- dua"})
    text = pdf_text(report_pdf(press, made, created=NOW))
    assert missing(text, ("Kesimpulan petugas:", "satu", "dua", "Pendahuluan")) == []
    assert "terlaksana pada" not in text
    edited = release(texts={"headline": "Judul petugas", "lead": "Teras petugas."})
    assert missing(pdf_text(release_pdf(press, edited, created=NOW)), ("Judul petugas", "Teras petugas.")) == []


def test_every_key_has_a_text():
    for language in ("id", "en"):
        assert tuple(report_texts(FACTS, language)) == REPORT_KEYS
        assert all(report_texts(FACTS, language).values())
        assert tuple(release_texts(FACTS, language)) == RELEASE_KEYS


@pytest.mark.parametrize("language", ["id", "en"])
def test_absent_facts_are_said_to_be_absent(press, language):
    pdf = report_pdf(press, report(BARE, language), created=NOW)
    assert_accessible(pdf, language)
    text = pdf_text(pdf)
    for invented in ("None", "ASDA", "Narasumber kegiatan adalah", "juta", "million"):
        assert invented not in text
    absent = ("Dasar hukum belum dicatat", "Narasumber belum dicatat", "Tidak ada kendala yang dicatat")
    told = ("legal basis has not been recorded", "practitioners have not been recorded", "No problems were recorded")
    assert missing(text, absent if language == "id" else told) == []
    assert_accessible(release_pdf(press, release(BARE, language), created=NOW), language)


def test_no_quote_without_one_given(press):
    spoken = "“" + "Mutu dimulai dari bahan" + ",”"
    assert spoken not in pdf_text(release_pdf(press, release(), created=NOW))
    quoted = dataclasses.replace(
        FACTS, quotes=(Quote(Official("Pejabat Contoh", "kepala contoh"), "Mutu dimulai dari bahan."),)
    )
    made = release(quoted)
    wanted = (f"{spoken} kata Pejabat Contoh, kepala contoh.",)
    assert missing(pdf_text(release_pdf(press, made, created=NOW)), wanted) == []
    assert missing(docx_text(release_docx(made, created=NOW)), wanted) == []


def test_a_doubtful_rule_keeps_its_mark():
    assert "(perlu dicek)" in report_texts(FACTS, "id")["legal_basis"]
    assert "(to be verified)" in report_texts(FACTS, "en")["legal_basis"]
    doubtful = dataclasses.replace(FACTS, exports=dataclasses.replace(FACTS.exports, firmness="M"))
    assert "Kementerian Perindustrian, 2016–2017 (perlu dicek)." in report_texts(doubtful)["background"]
    assert "(perlu dicek)" not in report_texts(FACTS)["background"]
    figures = release(doubtful).figures
    assert [row[3] for row in figures.rows][-1] == "Kementerian Perindustrian (perlu dicek)"


def test_the_growth_of_exports_is_computed():
    assert str(Exports(2017, 776, 747, "Kemenperin").growth_percent) == "3.88"
    falling = dataclasses.replace(FACTS, exports=Exports(2017, 700, 747, "Kemenperin"))
    assert "turun 6,29 persen" in release_texts(falling)["body"]


def test_one_person_is_singular_in_english():
    few = dataclasses.replace(FACTS, counts=Counts(2, 1, 1, 1), hours=1)
    texts = report_texts(few, "en")
    assert "1 person was recorded as present of 2 given a seat (50 per cent), from 1 enterprise." in texts["results"]
    assert "1 training hour (JP)" in texts["time_place"]


def test_word_files_reach_nowhere():
    for data in (report_docx(report(), created=NOW), release_docx(release(), created=NOW)):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            assert parts.testzip() is None
            for name in parts.namelist():
                if name.endswith(".rels"):
                    assert b"External" not in parts.read(name), name


def test_the_release_fits_a_page(press):
    assert page_count(release_pdf(press, release(), created=NOW)) == 1


def test_who_came_is_said_by_attendance_not_by_invitation():
    asked = dataclasses.replace(BARE, groups=(Group("ASIPA"), Group("IPEMI")))
    assert "Anggota ASIPA dan IPEMI diundang." in release_texts(asked)["lead"]
    assert "diikuti" not in release_texts(asked)["lead"]
    held = dataclasses.replace(
        asked,
        groups=(Group("ASIPA", "", 0, 0, 0), Group("IWAPI", "", 1, 1, 1, invited=False)),
        ungrouped=Group("", "", 3, 2, 2),
        counts=Counts(4, 3, 3),
    )
    for language, came in (("id", "Kegiatan diikuti anggota IWAPI."), ("en", "Members of IWAPI took part.")):
        texts = report_texts(held, language)
        assert came in texts["results"]
        assert "ASIPA" not in texts["results"]
        assert "ASIPA" in texts["targets"]
        assert "IWAPI" not in texts["targets"]
    (table,) = groups_table(held, "id")
    assert table.rows == (("ASIPA", "0", "0", "0"), ("IWAPI", "1", "1", "1"), ("Tanpa asosiasi", "3", "2", "2"))
    assert table.total == ("Jumlah", "4", "3", "3")
    nobody = dataclasses.replace(held, groups=(Group("ASIPA", "", 0, 0, 0),))
    assert "diikuti" not in report_texts(nobody)["results"]


def test_the_course_of_an_activity_is_written_from_its_sessions():
    planned = dataclasses.replace(BARE, sessions=FACTS.sessions)
    assert report_texts(planned)["activities"].startswith("Rangkaian kegiatan terdiri atas 3 sesi: Pembukaan;")
    assert report_texts(planned, "en")["activities"].startswith("The activity had 3 sessions: Opening;")
    assert report_texts(BARE)["activities"] == "Rangkaian kegiatan belum dicatat."
