"""The pages of enterprises: forms, files, revealing, the map, a maker's own."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from tests.people import World
from tests.registry.worlds import make_candidate, make_enterprise, make_merge, make_own

from binakriya.accounts.models import Organisation
from binakriya.accounts.rules import Actor
from binakriya.foundation.models import LedgerEntry
from binakriya.foundation.queries import history_of
from binakriya.registry import operations, queries
from binakriya.registry.models import Candidate, Document, Enterprise, Merge, Note
from binakriya.registry.panels import Panel, add_panel, panels_for
from binakriya.registry.queries.detail import enterprise_page
from binakriya.registry.queries.map import map_page
from binakriya.registry.rules.facts import Facts, TurnoverFact

SignIn = Callable[..., Client]
SECRET = Facts(
    name="Batik Sari",
    owner_name="Siti Aminah",
    nik="3674015203780012",
    born=date(1978, 3, 12),
    birth_place="Cianjur",
    phones=("+6281298764471",),
    emails=("siti@contoh.example",),
    products=("kain batik",),
    kbli="13134",
    kbli_version="2020",
    workers=4,
    workers_f=3,
    investment=45_000_000,
    street="Jl. Melati No. 77",
    region_code="36.74.01.1001",
    turnovers=(TurnoverFact(2018, 60_000_000, 90_000_000, source="daftar.csv, baris 2"),),
)
WHOLE = ("3674015203780012", "81298764471", "0812-9876-4471", "siti@contoh.example", "Melati No. 77", "Cianjur")


@pytest.fixture
def secret(world: World, officer: Actor, now: datetime) -> UUID:
    return operations.create_enterprise(facts=SECRET, office_id=world.office_id, by=officer, now=now)


def _fields(html: str) -> dict[str, str]:
    """What the form on the page would send."""
    found = dict(re.findall(r'<input[^>]* name="([a-z_0-9]+)"[^>]* value="([^"]*)"', html))
    found |= {n: v.strip() for n, v in re.findall(r'<textarea[^>]* name="([a-z_0-9]+)"[^>]*>([^<]*)<', html)}
    for name, options in re.findall(r'<select[^>]* name="([a-z_0-9]+)"[^>]*>(.*?)</select>', html, re.S):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return {k: v for k, v in found.items() if k not in {"csrfmiddlewaretoken", "q"}}


def test_nothing_personal_stands_on_the_page_until_it_is_asked_for(secret: UUID, signed_in: SignIn) -> None:
    client = signed_in("officer")
    for address in (f"/registri/{secret}/", f"/registri/{secret}/ubah/", "/registri/?kolom=telepon"):
        text = client.get(address).content.decode()
        assert not [v for v in WHOLE if v in text], address
    shown = client.post(f"/registri/{secret}/tampilkan/", {"alasan": "periksa"})
    text = shown.content.decode()
    assert "3674015203780012" in text and "0812-9876-4471" in text and "Melati No. 77" in text
    assert "no-store" in shown["Cache-Control"]
    assert "3674015203780012" not in client.get(f"/registri/{secret}/").content.decode()


def test_revealing_is_told_with_its_reason(secret: UUID, signed_in: SignIn) -> None:
    signed_in("officer").post(f"/registri/{secret}/tampilkan/", {"alasan": "periksa"})
    line = history_of(kind="registry.enterprise", object_id=secret)[0]
    assert line.action == "read" and line.reason == "Memeriksa kebenaran data" and line.actor == "Orang officer"


def test_who_only_reads_gets_no_button_to_reveal(secret: UUID, signed_in: SignIn) -> None:
    client = signed_in("leadership")
    assert "tampilkan/" not in client.get(f"/registri/{secret}/").content.decode()
    assert client.post(f"/registri/{secret}/tampilkan/").status_code == 403


def test_another_office_gets_404(secret: UUID, signed_in: SignIn) -> None:
    client = signed_in("other_officer")
    for address in (f"/registri/{secret}/", f"/registri/{secret}/ubah/"):
        assert client.get(address).status_code == 404
    for deed in ("tampilkan", "catatan", "dokumen", "kelompok", "arsipkan", "pulihkan"):
        given = {"text": "x", "kind": "nib", "alasan": "periksa"}
        assert client.post(f"/registri/{secret}/{deed}/", given).status_code in {404, 422}
    assert not Note.objects.exists() and not Document.objects.exists()


def test_sizes_are_named_with_what_lacks(secret: UUID, officer: Actor) -> None:
    page = enterprise_page(actor=officer, enterprise_id=secret)
    assert page
    sizes = {s.citation: (str(s.size), s.mark) for s in page.sizes}
    assert len(page.sizes) == 6 and sizes["BPS"] == ("Mikro", "S") and sizes["Permenperin 64/2016"] == ("Kecil", "S")
    assert page.industry and page.industry.later == ("13133",) and page.turnovers[0].source == "daftar.csv, baris 2"


# --- adding -----------------------------------------------------------------------------------------------------------


def _new(client: Client, **typed: str) -> dict[str, str]:
    fields = _fields(client.get("/registri/baru/").content.decode())
    return fields | typed


def test_an_enterprise_is_added_once_however_often_the_form_is_sent(world: World, signed_in: SignIn) -> None:
    client = signed_in("officer")
    typed = _new(
        client,
        name="Rotan Jaya",
        phones="0812 9876 4471\n0813-1111-2222",
        products="kursi, meja",
        workers="4",
        workers_f="3",
        investment="45 juta",
        year_0="2018",
        low_0="60 juta",
        region_code="36.74.01.1001",
        kbli="2020:16291",
        lat="-6,3012",
        lng="106,7133",
        nib="9120 0000 10000",
    )
    first = client.post("/registri/baru/", typed)
    again = client.post("/registri/baru/", typed)
    assert first.status_code == 302 and again["Location"] == first["Location"]
    (row,) = Enterprise.objects.all()
    facts = queries.facts_of(row.id)
    assert facts and facts.phones == ("+6281298764471", "+6281311112222") and facts.products == ("kursi", "meja")
    assert facts.investment == 45_000_000 and facts.turnovers == (TurnoverFact(2018, 60_000_000, 60_000_000),)
    assert (facts.kbli, facts.kbli_version, facts.lat, facts.nib) == ("16291", "2020", -6.3012, "9120000010000")


def test_a_double_is_shown_before_it_is_made(secret: UUID, signed_in: SignIn) -> None:
    client = signed_in("officer")
    typed = _new(client, name="Sari Batik", phones="081298764471")
    answer = client.post("/registri/baru/", typed)
    text = answer.content.decode()
    assert answer.status_code == 422 and "Batik Sari" in text and 'value="Sari Batik"' in text
    assert Enterprise.objects.count() == 1
    assert client.post("/registri/baru/", typed | {"tetap": "1"}).status_code == 302
    assert Enterprise.objects.count() == 2


def test_what_is_wrong_is_said_and_what_was_typed_stays(world: World, signed_in: SignIn) -> None:
    client = signed_in("officer")
    typed = _new(
        client, name=" ", nik="123", phones="12", nib="12", workers="2", workers_f="5", investment="banyak", low_0="5"
    )
    answer = client.post("/registri/baru/", typed)
    text = answer.content.decode()
    assert answer.status_code == 422 and not Enterprise.objects.exists()
    for sentence in ("Nama usaha belum diisi", "16 angka", "bukan nomor telepon", "13 angka", "lebih banyak daripada",
                     "Jumlah uang tidak terbaca", "Tulis tahun omzet"):  # fmt: skip
        assert sentence in text, sentence
    assert 'value="banyak"' in text and ">12</textarea>" in text.replace("\n12", "12")


# --- changing ---------------------------------------------------------------------------------------------------------


def test_what_is_closed_stays_as_it_is(secret: UUID, signed_in: SignIn) -> None:
    client = signed_in("officer")
    fields = _fields(client.get(f"/registri/{secret}/ubah/").content.decode())
    assert "nik" not in fields
    answer = client.post(f"/registri/{secret}/ubah/", fields | {"name": "Batik Sari Asih"})
    assert answer.status_code == 302
    facts = queries.facts_of(secret)
    assert facts and facts.name == "Batik Sari Asih"
    assert (facts.nik, facts.phones, facts.street) == (SECRET.nik, SECRET.phones, SECRET.street)
    assert facts.turnovers == SECRET.turnovers, "the source of a turnover is kept"


def test_opening_keeps_what_was_typed_and_is_told(secret: UUID, signed_in: SignIn) -> None:
    client = signed_in("officer")
    fields = _fields(client.get(f"/registri/{secret}/ubah/").content.decode())
    opened = client.post(f"/registri/{secret}/ubah/", fields | {"name": "Nama Baru", "deed": "reveal"})
    typed = _fields(opened.content.decode())
    assert typed["name"] == "Nama Baru" and typed["nik"] == SECRET.nik
    assert history_of(kind="registry.enterprise", object_id=secret)[0].action == "read"
    assert queries.facts_of(secret) == SECRET
    client.post(f"/registri/{secret}/ubah/", typed | {"phones": ""})
    facts = queries.facts_of(secret)
    assert facts and facts.phones == () and facts.name == "Nama Baru" and facts.nik == SECRET.nik


def test_two_who_change_at_once_are_told(secret: UUID, signed_in: SignIn, world: World) -> None:
    officer, administrator = signed_in("officer"), signed_in("administrator")
    address = f"/registri/{secret}/ubah/"
    mine, theirs = (_fields(c.get(address).content.decode()) for c in (officer, administrator))
    assert administrator.post(address, theirs | {"name": "Dari admin"}).status_code == 302
    answer = officer.post(address, mine | {"name": "Dari petugas"})
    text = answer.content.decode()
    assert answer.status_code == 409 and "baru saja diubah orang lain" in text and 'value="Dari petugas"' in text
    assert officer.post(address, _fields(text)).status_code == 302
    assert Enterprise.objects.get(id=secret).name == "Dari petugas"


def test_archive_can_be_taken_back(secret: UUID, signed_in: SignIn) -> None:
    client = signed_in("officer")
    page = client.post(f"/registri/{secret}/arsipkan/", follow=True).content.decode()
    assert f"/registri/{secret}/pulihkan/" in page and "diarsipkan" in page
    client.post(f"/registri/{secret}/pulihkan/")
    assert Enterprise.objects.get(id=secret).state == "active"


def test_notes_documents_and_groups_once(secret: UUID, signed_in: SignIn, world: World) -> None:
    client = signed_in("officer")
    number = str(uuid4())
    for _time in range(2):
        client.post(f"/registri/{secret}/catatan/", {"number": number, "text": "Perlu <b>kunjungan</b>"})
        client.post(f"/registri/{secret}/dokumen/", {"number": number, "kind": "halal", "code": "ID123"})
        client.post(f"/registri/{secret}/kelompok/", {"association": str(world.association_id), "code": "77"})
    page = client.get(f"/registri/{secret}/").content.decode()
    assert Note.objects.count() == 1 and Document.objects.count() == 1
    assert "&lt;b&gt;kunjungan" in page and "ID123" in page and "anggota nomor 77" in page
    wrong = {"kind": "halal", "issued_on": "2018-05-02", "expires_on": "2018-05-01"}
    answer = client.post(f"/registri/{secret}/dokumen/", wrong)
    assert answer.status_code == 422 and "mendahului" in answer.content.decode()


# --- merged, related --------------------------------------------------------------------------------------------------


def test_a_merged_enterprise_says_where_it_went(world: World, signed_in: SignIn) -> None:
    made = Merge.objects.get(id=make_merge(world))
    client = signed_in("officer")
    gone = client.get(f"/registri/{made.gone_id}/").content.decode()
    assert f"/registri/{made.kept_id}/" in gone and "sudah digabung ke" in gone
    kept = client.get(f"/registri/{made.kept_id}/").content.decode()
    assert reverse("registry:undo-merge", args=[made.id]) in kept


def test_a_pair_is_named_on_both_pages(world: World, signed_in: SignIn) -> None:
    pair = Candidate.objects.get(id=make_candidate(world))
    client = signed_in("officer")
    assert f"/registri/duplikat/{pair.id}/" in client.get(f"/registri/{pair.left_id}/").content.decode()
    Candidate.objects.filter(id=pair.id).update(state="same_owner")
    assert f"/registri/{pair.right_id}/" in client.get(f"/registri/{pair.left_id}/").content.decode()


def test_rooms_above_add_panels(secret: UUID, officer: Actor) -> None:
    def provider(*, actor: Actor, enterprise_id: UUID) -> Panel | None:
        return Panel("x.html", enterprise_id) if enterprise_id == secret else None

    add_panel(provider)
    add_panel(provider)
    assert [p.data for p in panels_for(actor=officer, enterprise_id=secret) if p.template == "x.html"] == [secret]
    assert not [p for p in panels_for(actor=officer, enterprise_id=uuid4()) if p.template == "x.html"]


# --- files ------------------------------------------------------------------------------------------------------------


def _csv(answer: object) -> list[list[str]]:
    content = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.reader(io.StringIO(content)))


def test_a_file_masks_and_is_told(secret: UUID, signed_in: SignIn) -> None:
    rows = _csv(signed_in("officer").post("/registri/unduh/?q=batik", {"bentuk": "csv"}))
    text = str(rows)
    assert len(rows) == 2 and "Batik Sari" in text and "3674 •••• •••• 0012" in text
    assert not [v for v in WHOLE if v in text]
    line = LedgerEntry.objects.order_by("-number").first()
    assert line and line.action == "registry.exported" and line.after == {"enterprises": 1, "query": "q=batik"}


def test_a_whole_file_is_one_reading_with_its_count(secret: UUID, signed_in: SignIn, world: World) -> None:
    make_enterprise(world)
    before = LedgerEntry.objects.count()
    rows = _csv(signed_in("officer").post("/registri/unduh/", {"bentuk": "csv", "lengkap": "1"}))
    assert "3674015203780012" in str(rows)
    (line,) = LedgerEntry.objects.order_by("-number")[: LedgerEntry.objects.count() - before]
    assert line.action == "read" and line.after["count"] == 2 and "nik" in line.after["fields"]


def test_only_who_may_gets_a_file(secret: UUID, signed_in: SignIn) -> None:
    assert signed_in("leadership").post("/registri/unduh/", {"bentuk": "csv"}).status_code == 403
    assert len(_csv(signed_in("other_officer").post("/registri/unduh/", {"bentuk": "csv"}))) == 1


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+62", "-1+1", "@SUM(A1)", "＝1+1", " =1"])
def test_no_cell_is_a_formula(world: World, officer: Actor, now: datetime, signed_in: SignIn, name: str) -> None:
    facts = Facts(name=name, owner_name=name, products=(name,), trademark=name)
    operations.create_enterprise(facts=facts, office_id=world.office_id, by=officer, now=now)
    client = signed_in("officer")
    (row,) = _csv(client.post("/registri/unduh/", {"bentuk": "csv"}))[1:]
    assert not [c for c in row if c.strip().startswith(("=", "+", "-", "@", "＝"))]
    answer = client.post("/registri/unduh/", {"bentuk": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    assert sheet is not None and sheet["A2"].value == f"'{name.strip()}" and sheet["A2"].data_type == "s"


def test_a_workbook_keeps_numbers_as_numbers(secret: UUID, signed_in: SignIn) -> None:
    answer = signed_in("officer").post("/registri/unduh/", {"bentuk": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    assert sheet is not None
    head = [c.value for c in sheet[1]]
    assert sheet.cell(2, head.index("Tenaga kerja") + 1).value == 4
    assert sheet.cell(2, head.index("Investasi") + 1).value == 45_000_000


# --- map --------------------------------------------------------------------------------------------------------------


def test_the_map_counts_by_kelurahan_and_kecamatan(secret: UUID, world: World, officer: Actor, now: datetime) -> None:
    for name, code in (("A", "36.74.01.1002"), ("B", "36.74.02"), ("C", "")):
        facts = Facts(name=name, region_code=code, workers=2)
        operations.create_enterprise(facts=facts, office_id=world.office_id, by=officer, now=now)
    page = map_page(actor=officer, level="kelurahan", measure="usaha")
    assert len(page.areas) == 54 and [a.enterprises for a in page.table] == [1, 1] and page.outside == 2
    page = map_page(actor=officer, level="kecamatan", measure="perempuan")
    assert {a.name: (a.enterprises, a.workers, a.women) for a in page.table} == {
        "Serpong": (2, 6, 3),
        "Serpong Utara": (1, 2, 0),
    }
    assert page.outside == 1 and page.counted == 4


def test_the_map_leads_to_the_list(secret: UUID, signed_in: SignIn) -> None:
    text = signed_in("leadership").get("/registri/peta/").content.decode()
    assert "/registri/?kelurahan=36.74.01.1001" in text


# --- a maker's own ----------------------------------------------------------------------------------------------------


def test_makers_mend_their_own_and_no_others(secret: UUID, world: World, signed_in: SignIn) -> None:
    own = make_own(world)
    client = signed_in("maker")
    assert "Gerabah Pamulang" in client.get("/usaha-saya/").content.decode()
    assert client.get(f"/usaha-saya/{secret}/").status_code == 404
    assert client.post(f"/usaha-saya/{secret}/", {"phones": ""}).status_code == 404
    wrong = client.post(f"/usaha-saya/{own}/", {"phones": "12", "products": "vas\nguci"})
    assert wrong.status_code == 422 and "vas\nguci" in wrong.content.decode()
    assert client.post(f"/usaha-saya/{own}/", {"phones": "081311112222", "products": "vas\nguci"}).status_code == 302
    facts = queries.facts_of(own)
    assert facts and facts.phones == ("+6281311112222",) and facts.products == ("vas", "guci")


# --- the list's page --------------------------------------------------------------------------------------------------


def test_htmx_gets_the_results_alone(secret: UUID, signed_in: SignIn) -> None:
    client = signed_in("officer")
    part = client.get("/registri/?q=batik", headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode() and "Batik Sari" in part.content.decode()
    assert "HX-Request" in part["Vary"]


def test_empty_and_nothing_found_differ(world: World, signed_in: SignIn) -> None:
    client = signed_in("officer")
    assert "Belum ada usaha" in client.get("/registri/").content.decode()
    make_enterprise(world)
    text = client.get("/registri/?q=zzzz&kecamatan=36.74.01").content.decode()
    assert "Tidak ada usaha yang cocok" in text and "zzzz" in text


@pytest.mark.parametrize(
    "query",
    ["halaman=0", "halaman=x", "halaman=999999999", "kelompok=x", "diubah=x", "urut=x", "kolom=x", "q=%22"],
)
def test_odd_addresses_are_answered(secret: UUID, signed_in: SignIn, query: str) -> None:
    assert signed_in("officer").get(f"/registri/?{query}").status_code == 200


def test_the_page_asks_few_questions(
    secret: UUID, signed_in: SignIn, django_assert_max_num_queries: Callable[..., object]
) -> None:
    client = signed_in("officer")
    client.get("/registri/")
    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
        client.get("/registri/?q=batik&kecamatan=36.74.01")


def test_a_city_without_borders_has_its_table(world: World, now: datetime, signed_in: Callable[..., Client]) -> None:
    Organisation.objects.filter(id=world.office_id).update(region_code="32.76")
    make_enterprise(world)
    for address in (reverse("registry:map"), reverse("statistics:overview")):
        page = signed_in("officer").get(address).content.decode()
        assert "Peta untuk kota ini belum ada" in page and "Serpong" in page and "data-ramp" not in page, address


def test_the_list_leads_to_its_download_and_says_how_many_pages(
    world: World, signed_in: Callable[..., Client], now: datetime
) -> None:
    for n in range(30):
        make_enterprise(world, f"Usaha {n}")
    page = signed_in("officer").get(reverse("registry:enterprises")).content.decode()
    assert 'href="#h-unduh"' in page and "Halaman 1 dari 2" in page
    assert page.index('value="xlsx"') < page.index('value="csv"')
    file = signed_in("officer").post(reverse("registry:export"), {"bentuk": "csv"})
    head = next(csv.reader(io.StringIO(b"".join(file.streaming_content).decode("utf-8-sig"))))
    assert len(head) == len(set(head)) and "Kode wilayah" in head
