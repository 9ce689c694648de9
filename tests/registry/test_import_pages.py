"""Imports through the web: each step, and whatever people send instead of a list."""

import io
import zipfile
from collections.abc import Callable
from uuid import UUID, uuid4

import openpyxl
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse
from tests.people import World
from tests.registry.worlds import LIST, first_file, first_row, make_batch

from binakriya.registry.models import Batch, BatchFile, BatchRow, Candidate, Enterprise

TWO = LIST + b"2;Rotan Jaya;Budi Santoso;081200005678;Serpong\n3;;;;\n"


@pytest.fixture
def officer_client(signed_in: Callable[..., Client]) -> Client:
    return signed_in("officer")


def _upload(client: Client, *files: tuple[str, bytes], **values: str) -> HttpResponse:
    data = {
        "lists": [SimpleUploadedFile(name, content) for name, content in files],
        "nonce": uuid4().hex,
        "sent": "1",
        **values,
    }
    return client.post(reverse("registry:import-new"), {k: v for k, v in data.items() if v != ""})


def _batch(response: HttpResponse) -> UUID:
    assert response.status_code == 302, response.content.decode()[-2000:]
    return UUID(response["Location"].rstrip("/").rsplit("/", 1)[1])


def _page(client: Client, batch: UUID, query: str = "") -> str:
    response = client.get(reverse("registry:import", args=[batch]) + query)
    assert response.status_code == 200
    return response.content.decode()


def test_from_upload_to_undo(world: World, officer_client: Client) -> None:
    batch = _batch(_upload(officer_client, ("daftar.csv", TWO), association=str(world.association_id)))
    preview = _page(officer_client, batch)
    assert "Batik Sari" in preview and "Masukkan 2 baris" in preview
    assert f'<option value="{world.association_id}" selected' in preview
    kept = {f"association:{first_file(batch)}": str(world.association_id)}
    officer_client.post(reverse("registry:import-confirm", args=[batch]), kept)
    result = _page(officer_client, batch)
    assert "2 usaha masuk registri" in result
    assert Enterprise.objects.get(name="Batik Sari").memberships.get().association_id == world.association_id
    officer_client.post(reverse("registry:import-undo", args=[batch]))
    assert not Enterprise.objects.exists()
    assert "ditarik kembali" in _page(officer_client, batch)
    # Sent twice, it says what was done before, and by whom.
    officer_client.post(reverse("registry:import-undo", args=[batch]))
    page = _page(officer_client, batch)
    assert "sudah diurungkan pada" in page and "oleh Orang officer" in page and "0 usaha" not in page


def test_the_list_of_imports_names_them(officer_client: Client) -> None:
    _upload(officer_client, ("daftar.csv", TWO))
    page = officer_client.get(reverse("registry:imports")).content.decode()
    assert "daftar.csv" in page and "Perlu diperiksa" in page


def test_confirming_twice_writes_once(officer_client: Client) -> None:
    batch = _batch(_upload(officer_client, ("daftar.csv", TWO)))
    for _ in range(2):
        assert officer_client.post(reverse("registry:import-confirm", args=[batch])).status_code == 302
    assert Enterprise.objects.count() == 2


def test_the_same_form_sent_twice_is_one_import(officer_client: Client) -> None:
    nonce = uuid4().hex
    first = _batch(_upload(officer_client, ("daftar.csv", TWO), nonce=nonce))
    assert _batch(_upload(officer_client, ("daftar.csv", TWO), nonce=nonce)) == first
    assert Batch.objects.count() == 1


def test_duplicates_are_looked_for_after_writing(officer_client: Client) -> None:
    twin = b"No;Nama Usaha;Nama Pemilik;No HP;Kelurahan;Produk\n1;Batik Sari;Siti Aminah;081200001234;Ciater;batik\n"
    twin += b"2;Batik Sari;Siti Aminah;081200001234;Ciater;kain batik\n"
    batch = _batch(_upload(officer_client, ("kembar.csv", twin)))
    officer_client.post(reverse("registry:import-confirm", args=[batch]))
    assert Candidate.objects.get().band == "likely"


def test_columns_are_changed_and_read_again(world: World, officer_client: Client) -> None:
    batch = make_batch(world)
    file = first_file(batch)
    columns = BatchFile.objects.get(id=file).reading["columns"]
    key = next(f"{file}:{c['sheet']}#{c['table']}!{c['letter']}" for c in columns if c["field"] == "kelurahan")
    officer_client.post(reverse("registry:import-columns", args=[batch]), {key: "other", "as_of": "2018-11-16"})
    after = BatchFile.objects.get(id=file)
    assert after.overrides == {key.split(":", 1)[1]: "other"}
    assert Batch.objects.get(id=batch).as_of.isoformat() == "2018-11-16"
    assert "kelurahan" not in [c["field"] for c in after.reading["columns"]]


def test_a_row_is_corrected_and_left_out(world: World, officer_client: Client) -> None:
    batch = make_batch(world)
    row = first_row(batch)
    url = reverse("registry:import-row", args=[batch, row]) + "?tampilkan=masalah&halaman=1"
    page = officer_client.get(url).content.decode()
    assert "Siti Aminah" in page
    response = officer_client.post(url, {"business_name": "Batik Sari Asih", "owner_name": "Siti Aminah"})
    assert response["Location"].endswith("?tampilkan=masalah&halaman=1")
    assert "Batik Sari Asih" in _page(officer_client, batch, "?tampilkan=semua")
    officer_client.post(reverse("registry:import-include", args=[batch, row]), {"included": "0"})
    assert "Dilewati petugas" in _page(officer_client, batch, "?tampilkan=dilewati")
    officer_client.post(reverse("registry:import-include", args=[batch, row]), {"included": "1"})
    assert BatchRow.objects.get(id=row).included


# Two telephones that are too short: a doubt each in two rows.
DOUBTED = (
    b"No;Nama Usaha;Nama Pemilik;No HP;Kelurahan\n1;Batik Sari;Siti Aminah;0812;Ciater\n"
    b"2;Rotan Jaya;Budi Santoso;081200005678;Serpong\n3;Kue Ani;Ani Lestari;12;Cilenggang\n"
)


def test_only_what_is_doubtful_is_shown_first_and_each_doubt_can_be_settled(officer_client: Client) -> None:
    batch = _batch(_upload(officer_client, ("daftar.csv", DOUBTED)))
    doubted = list(BatchRow.objects.filter(file__batch_id=batch, warnings__gt=0).order_by("number"))
    assert len(doubted) == 2
    page = _page(officer_client, batch)
    assert "Periksa 2 sel yang meragukan" in page and "Rotan Jaya" not in page
    # The loud button is to look at them, not yet to write.
    assert page.count('data-kind="primary"') == 1 and "Mulai memeriksa" in page
    settle = reverse("registry:import-settle", args=[batch, doubted[0].id])
    said = officer_client.post(settle, {"isian": "phone"}, follow=True).content.decode()
    assert "dibiarkan seperti terbaca" in said and "Periksa 1 sel yang meragukan" in said
    assert BatchRow.objects.get(id=doubted[0].id).warnings == 0
    # Taken back, and let stand again; reading the list anew keeps it.
    officer_client.post(f"{settle}?isian=phone&kembali=1")
    assert BatchRow.objects.get(id=doubted[0].id).warnings == 1
    officer_client.post(settle, {"isian": "phone"})
    officer_client.post(reverse("registry:import-read", args=[batch]))
    again = BatchRow.objects.get(file__batch_id=batch, number=doubted[0].number)
    assert (again.warnings, again.settled) == (0, doubted[0].settled or again.settled) and again.settled
    # What is typed anew is doubted anew.
    correct = reverse("registry:import-row", args=[batch, again.id])
    officer_client.post(correct, {"business_name": "Batik Sari", "owner_name": "Siti Aminah", "phone": "0813"})
    assert BatchRow.objects.get(id=again.id).warnings == 1
    # A field without any doubt cannot be settled.
    officer_client.post(reverse("registry:import-settle", args=[batch, again.id]), {"isian": "kelurahan"})
    assert BatchRow.objects.get(id=again.id).settled == []


def test_an_estimate_and_an_abbreviation_are_told_and_not_asked(officer_client: Client) -> None:
    """Nobody can answer them: they stand beside the value and make no work."""
    told = "No;Nama Usaha;Nama Pemilik;Kelurahan;Tenaga Kerja\n1;Batik Sari;Siti Aminah;Pd. Betung;± 6 orang\n"
    batch = _batch(_upload(officer_client, ("daftar.csv", told.encode())))
    assert not BatchRow.objects.filter(file__batch_id=batch, warnings__gt=0).exists()
    page = _page(
        officer_client, batch, f"?tampilkan=semua&buka={BatchRow.objects.get(file__batch_id=batch, included=True).id}"
    )
    assert "Pondok Betung" in page and "Singkatan dipanjangkan." in page and "Perkiraan." in page


def test_saving_leads_to_the_next_doubt(officer_client: Client) -> None:
    batch = _batch(_upload(officer_client, ("daftar.csv", DOUBTED)))
    first, second = BatchRow.objects.filter(file__batch_id=batch, warnings__gt=0).order_by("number")
    url = reverse("registry:import-row", args=[batch, first.id]) + "?tampilkan=masalah"
    form = officer_client.get(url).content.decode()
    assert "Simpan dan berikutnya" in form and "(boleh kosong)" not in form
    assert form.index("Sudah benar") < form.index('name="business_name"')
    sent = {"business_name": "Batik Sari", "owner_name": "Siti Aminah", "phone": "081200001234", "lanjut": "1"}
    response = officer_client.post(url, sent)
    assert response["Location"] == reverse("registry:import-row", args=[batch, second.id]) + "?tampilkan=masalah"
    last = officer_client.post(response["Location"], {**sent, "phone": "081200009999"})
    assert last["Location"] == reverse("registry:import", args=[batch]) + "?tampilkan=masalah"
    page = _page(officer_client, batch)
    assert "Mulai memeriksa" not in page and "Rotan Jaya" in page


def test_a_row_is_opened_on_request(officer_client: Client) -> None:
    batch = _batch(_upload(officer_client, ("daftar.csv", TWO)))
    row = first_row(batch)
    assert "Ciater" in _page(officer_client, batch) and 'class="cells"' not in _page(officer_client, batch)
    assert 'class="cells"' in _page(officer_client, batch, f"?tampilkan=semua&buka={row}")
    assert _page(officer_client, batch, "?buka=bukan-uuid")


def test_a_column_that_was_chosen_is_no_longer_in_doubt(world: World, officer_client: Client) -> None:
    batch = make_batch(world)
    file = BatchFile.objects.get(batch_id=batch)
    for column in file.reading["columns"]:
        column["confidence"] = 0.5 if column["field"] == "kelurahan" else column["confidence"]
        if column["field"] == "kelurahan":
            key = f"{column['sheet']}#{column['table']}!{column['letter']}"
    file.save()
    assert "1 kolom diusulkan dengan ragu" in _page(officer_client, batch)
    BatchFile.objects.filter(id=file.id).update(overrides={key: "kelurahan"})
    assert "diusulkan dengan ragu" not in _page(officer_client, batch)


def test_a_batch_cannot_be_changed_once_written(officer_client: Client) -> None:
    batch = _batch(_upload(officer_client, ("daftar.csv", TWO)))
    officer_client.post(reverse("registry:import-confirm", args=[batch]))
    row = first_row(batch)
    officer_client.post(reverse("registry:import-row", args=[batch, row]), {"business_name": "Lain"})
    officer_client.post(reverse("registry:import-discard", args=[batch]))
    assert Enterprise.objects.filter(name="Batik Sari").exists()
    assert Batch.objects.get(id=batch).state == "confirmed"


# --- what people send instead of a list ---


def _xlsx(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("IKM")
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 400_000_000)
    return out.getvalue()


ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 600
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 20


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("kosong.xlsx", b"", "kosong"),
        ("kosong.csv", b"  \n\n", "kosong"),
        ("foto.xlsx", JPEG, "bukan daftar"),
        ("terkunci.xlsx", ENCRYPTED, "kata sandi"),
        ("rusak.xlsx", _xlsx([["Nama"], ["a"]])[:400], "rusak"),
        ("surat.csv", b"Kepada Yth. Kepala Dinas\nDengan hormat,\n", "tabel"),
    ],
)
def test_a_file_that_is_no_list_says_what_to_do(officer_client: Client, name: str, content: bytes, says: str) -> None:
    batch = _batch(_upload(officer_client, (name, content)))
    page = _page(officer_client, batch)
    assert Batch.objects.get(id=batch).state == "failed"
    assert says in page.lower() and name in page
    assert not BatchRow.objects.exists()


def test_a_zip_bomb_is_not_opened(officer_client: Client) -> None:
    batch = _batch(_upload(officer_client, ("bom.xlsx", _zip_bomb())))
    assert "tidak dibuka" in _page(officer_client, batch)


def test_two_hundred_columns(officer_client: Client) -> None:
    head = ["No", "Nama Usaha", "Nama Pemilik", "No HP", *[f"Kolom {n}" for n in range(196)]]
    rows = [[n, f"Usaha {n}", f"Pemilik {n}", f"0812000{n:05}", *["x"] * 196] for n in range(1, 20)]
    batch = _batch(_upload(officer_client, ("lebar.xlsx", _xlsx([head, *rows]))))
    assert "Masukkan 19 baris" in _page(officer_client, batch)


def test_a_hundred_thousand_rows(officer_client: Client) -> None:
    lines = b"".join(b"%d;Usaha %d;Pemilik %d;081200001234\n" % (n, n, n) for n in range(100_000))
    batch = _batch(_upload(officer_client, ("semua.csv", b"No;Nama Usaha;Nama Pemilik;No HP\n" + lines)))
    assert "paling banyak 50.000" in _page(officer_client, batch)
    assert not BatchRow.objects.exists()


def test_formulas_and_markup_are_only_text(officer_client: Client) -> None:
    rows = [["No", "Nama Usaha", "Nama Pemilik", "No HP"], [1, "<script>alert(1)</script>", "=1+1", "081200001234"]]
    rows.append([2, "Batik {{ x }}", "Siti", "081200005678"])
    page = _page(officer_client, _batch(_upload(officer_client, ("aneh.xlsx", _xlsx(rows)))))
    assert "<script>alert(1)" not in page and "&lt;script&gt;" in page


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_encodings(officer_client: Client, encoding: str) -> None:
    text = "No;Nama Usaha;Nama Pemilik;No HP\n1;Café Rotan;Siti Aminah;081200001234\n2;Batik;Budi;081200005678\n"
    page = _page(officer_client, _batch(_upload(officer_client, ("daftar.csv", text.encode(encoding)))))
    assert "Café Rotan" in page


def test_a_broken_encoding_is_read_as_far_as_it_goes(officer_client: Client) -> None:
    batch = _batch(_upload(officer_client, ("rusak.csv", TWO + b"4;Caf\xc3;Joko;081200007777;Setu\n\xff\xfe\n")))
    assert Batch.objects.get(id=batch).state in ("ready", "failed")
    _page(officer_client, batch)


def test_no_file(officer_client: Client) -> None:
    response = _upload(officer_client)
    assert response.status_code == 422
    assert "Belum ada berkas" in response.content.decode()


def test_more_files_than_allowed_are_counted_and_the_rest_of_the_form_stays(
    world: World, officer_client: Client
) -> None:
    files = [(f"daftar-{n}.csv", TWO) for n in range(25)]
    response = _upload(officer_client, *files, association=str(world.association_id), as_of="2018-11-16")
    page = response.content.decode()
    assert response.status_code == 422
    assert "Anda memilih 25 berkas; paling banyak 20 sekali unggah." in page
    assert f'<option value="{world.association_id}" selected' in page and "2018" in page
    assert not Batch.objects.exists()


def test_a_half_sent_upload_keeps_nothing(officer_client: Client) -> None:
    response = _upload(officer_client, ("daftar.csv", TWO), sent="")
    assert response.status_code == 400
    assert "terputus" in response.content.decode()
    assert not Batch.objects.exists()


def test_a_body_that_breaks_off_in_the_middle(officer_client: Client) -> None:
    body = (
        b'--x\r\nContent-Disposition: form-data; name="nonce"\r\n\r\nabc\r\n'
        b'--x\r\nContent-Disposition: form-data; name="lists"; filename="a.csv"\r\n\r\nNo;Nama\r\n1;Ba'
    )
    response = officer_client.post(reverse("registry:import-new"), body, content_type="multipart/form-data; boundary=x")
    assert response.status_code == 400
    assert not Batch.objects.exists()


def test_too_much_is_refused_before_it_is_read(officer_client: Client) -> None:
    response = officer_client.post(
        reverse("registry:import-new"), {"sent": "1"}, CONTENT_LENGTH=str(settings.UPLOAD_LIMIT * 2)
    )
    assert response.status_code == 413
    assert "MB" in response.content.decode()


def test_a_visitor_is_asked_to_sign_in_however_much_comes(world: World, signed_in: Callable[..., Client]) -> None:
    at, much = reverse("registry:import-new"), str(settings.UPLOAD_LIMIT * 2)
    answer = Client().post(at, {"sent": "1"}, CONTENT_LENGTH=much)
    assert answer.status_code == 302 and "/akun/login/" in answer["Location"]
    assert signed_in("maker").post(at, {"sent": "1"}, CONTENT_LENGTH=much).status_code == 403
    checked = Client(enforce_csrf_checks=True)
    checked.cookies = signed_in("officer").cookies
    assert checked.post(at, {"sent": "1"}).status_code == 403, "the form's token is still checked"
    assert checked.post(at, {"sent": "1"}, CONTENT_LENGTH=much).status_code == 413
    # Nor does the count of files open the page.
    with override_settings(DATA_UPLOAD_MAX_NUMBER_FILES=1):
        answer = _upload(Client(), ("a.csv", TWO), ("b.csv", TWO))
    assert answer.status_code == 302 and "/akun/login/" in answer["Location"]


def test_more_files_than_any_form_may_have(officer_client: Client, settings: pytest.FixtureRequest) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 30  # type: ignore[attr-defined]
    for number in (21, 31):
        response = _upload(officer_client, *((f"{n}.csv", TWO) for n in range(number)))
        assert response.status_code == 422
        assert "aling banyak 20" in response.content.decode()
    assert not Batch.objects.exists()


def test_files_together_over_the_limit(officer_client: Client, settings: pytest.FixtureRequest) -> None:
    settings.UPLOAD_LIMIT = 1000  # type: ignore[attr-defined]
    response = _upload(officer_client, ("a.csv", TWO * 5), ("b.csv", TWO * 5))
    assert response.status_code == 413
    assert not Batch.objects.exists()


def test_a_long_name_with_folders_in_it(officer_client: Client) -> None:
    batch = _batch(_upload(officer_client, ("..\\..\\" + "n" * 300 + ".csv", TWO)))
    kept = BatchFile.objects.get(batch_id=batch)
    assert "\\" not in kept.name and len(kept.name) <= 255
    assert kept.file.name.startswith("registry/lists/") and "nnn" not in kept.file.name


def test_others_ids_are_not_found(world: World, signed_in: Callable[..., Client]) -> None:
    batch = make_batch(world)
    stranger = signed_in("other_officer")
    assert stranger.get(reverse("registry:import", args=[batch])).status_code == 404
    for name in ("import-confirm", "import-undo", "import-discard", "import-read", "import-columns"):
        assert stranger.post(reverse(f"registry:{name}", args=[batch])).status_code == 404
    row = reverse("registry:import-row", args=[batch, first_row(batch)])
    assert stranger.get(row).status_code == 404


def test_a_row_of_another_import_is_not_found(world: World, officer_client: Client) -> None:
    one, other = make_batch(world), make_batch(world)
    url = reverse("registry:import-row", args=[one, first_row(other)])
    assert officer_client.get(url).status_code == 404
