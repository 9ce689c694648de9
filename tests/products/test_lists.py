"""A class's products from one file: looked at, written, undone."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from tests.people import World
from tests.products.made import make_maker, make_product

from binakriya.accounts.rules import Actor, NotAllowed, Refused
from binakriya.foundation.rules.exports import csv_lines, workbook_file
from binakriya.products import operations
from binakriya.products.models import Product, ProductList
from binakriya.products.operations import lists
from binakriya.products.queries import products_for_packing
from binakriya.products.queries.listing import EXPORT_HEAD, Wanted, export_rows
from binakriya.products.queries.lists import list_page
from binakriya.products.rules.lists import TEMPLATE, read_list

CSV = """Daftar kelas 16 November
Usaha;Nama produk;Bahan;Panjang (cm);Lebar (cm);Tinggi (cm);Berat;Cara mengukur
Gerabah Serpong;Kendi;gerabah;18;;24;1,2 kg;bulat
Gerabah Serpong;Cobek;batu;22;22;8;2500;kotak
Gerabah Serpong;Kendi;gerabah;18;;24;1,2 kg;bulat
Tidak Terdaftar;Tas;pandan;30;20;10;300;
Gerabah Serpong;Patung;kayu;20;;;300;
Gerabah Serpong;Tudung;kulit telur;;;;;
"""


def add(world: World, text: str = CSV, who: str = "officer", nonce: str = "") -> UUID:
    data, by = text.encode(), world.actor(who)
    return operations.add_list(data=data, name="kelas.csv", by=by, now=world.now, nonce=nonce)


@pytest.fixture
def maker(world: World) -> UUID:
    return make_maker(world)


def test_what_is_ready_and_what_is_not_is_said_row_by_row(world: World, maker: UUID) -> None:
    page = list_page(list_id=add(world), by=world.actor("officer"))
    assert [one.ready for one in page.rows] == [True, True, False, False, False, True]
    assert page.rows[0].size == "Ø 180 × 240 mm".replace(" ", "\u00a0") and page.rows[0].mass == "1,2\u00a0kg"
    assert page.rows[1].mass == "2,5\u00a0kg", "a bare mass is in grams"
    assert "Sama dengan baris 3" in page.rows[2].problems[0][1]
    assert "Tidak Terdaftar" in page.rows[3].problems[0][1]
    assert page.rows[4].problems[0][0] == "Lebar"
    assert "uji jatuh" in page.rows[5].note
    assert not Product.objects.exists(), "nothing is written yet"


def test_the_same_form_at_the_same_moment_keeps_one_list(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one is written after this one has looked for it."""
    made, look = add(world, nonce="x"), lists._of_form
    looks: list[str] = []

    def late(key: str, by: Actor) -> UUID | None:
        looks.append(key)
        return look(key, by) if len(looks) > 1 else None

    monkeypatch.setattr(lists, "_of_form", late)
    assert add(world, nonce="x") == made and ProductList.objects.count() == 1


def test_a_list_is_written_once_and_undone(world: World, maker: UUID) -> None:
    by, now, made = world.actor("officer"), world.now, add(world)
    assert operations.write_list(list_id=made, by=by, now=now) == operations.Written(3, 0)
    with pytest.raises(Refused, match="list_settled"):
        operations.write_list(list_id=made, by=by, now=now)
    found = {one.name: one for one in products_for_packing(by=by)}
    assert found["Kendi"].size_mm == (180, 180, 240) and found["Kendi"].measured_how == "list"
    assert found["Tudung"].missing == ("size", "mass", "material")
    again = add(world)
    assert list_page(list_id=again, by=by).ready == 0
    with pytest.raises(Refused, match="list_nothing"):
        operations.write_list(list_id=again, by=by, now=now)
    assert operations.discard_list(list_id=again, by=by, now=now)
    assert operations.undo_list(list_id=made, by=by, now=now) == 3
    assert not Product.objects.exists()


def test_what_someone_worked_on_is_not_undone(world: World, maker: UUID) -> None:
    by, made = world.actor("officer"), add(world)
    operations.write_list(list_id=made, by=by, now=world.now)
    product = Product.objects.get(name="Kendi")
    operations.archive_product(product_id=product.id, by=by, now=world.now + timedelta(minutes=1))
    with pytest.raises(Refused, match="list_edited"):
        operations.undo_list(list_id=made, by=by, now=world.now + timedelta(minutes=2))
    assert Product.objects.count() == 3


def test_the_same_file_sent_twice_is_one_list(world: World, maker: UUID) -> None:
    assert add(world, nonce="n") == add(world, nonce="n")
    assert ProductList.objects.count() == 1


def test_a_list_is_the_offices_own(world: World, maker: UUID) -> None:
    made = add(world)
    with pytest.raises(ProductList.DoesNotExist):
        operations.write_list(list_id=made, by=world.actor("other_officer"), now=world.now)
    for who in ("practitioner", "maker", "curator", "leadership"):
        with pytest.raises(NotAllowed):
            add(world, who=who)


def test_a_makers_name_that_fits_several_is_not_guessed(world: World) -> None:
    make_maker(world, "Rotan Jaya Abadi")
    make_maker(world, "Rotan Jaya Makmur")
    page = list_page(list_id=add(world, "Pembuat;Produk;Bahan\nRotan Jaya;Kursi;rotan\n"), by=world.actor("officer"))
    assert not page.ready and "Lebih dari satu" in page.rows[0].problems[0][1]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "list_blank"),
        ("Pembuat;Produk;Bahan\nA;" + "x" * 50_000 + ";kaca\n", "list_cell"),
        ("\x00\x01\x02" * 40, "list_unreadable"),
        ("a;b\n1;2\n", "list_headers"),
        ("Produk;Bahan\nVas;kaca\n", "list_headers"),
        ("Pembuat;Produk;Bahan\n", "list_empty"),
        ("Pembuat;Produk;Bahan\n" + "A;Vas;kaca\n" * 501, "list_long"),
    ],
)
def test_a_file_that_is_no_list_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read_list(text.encode(), "x.csv")


def test_a_name_is_read_as_it_shows() -> None:
    (row,) = read_list("Pembuat;Produk;Bahan\nA;\u202ezqx \u2066satu\u200b;kayu\n".encode(), "x.csv").rows
    assert row["cells"]["name"] == "zqx satu"


def test_the_template_can_be_read() -> None:
    with workbook_file(TEMPLATE, title="Produk") as file:
        (row,) = read_list(file.read(), "contoh.xlsx").rows
    assert row["cells"]["length"] == "120 mm" and row["cells"]["mass"] == "1,2 kg"


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    try:
        read_list(data, "x.csv")
    except Refused as refused:
        assert refused.reason.startswith("list_")


def test_a_product_of_the_same_name_stands_and_is_left(world: World, maker: UUID) -> None:
    make_product(world, maker, "KENDI", "gerabah")
    assert not list_page(list_id=add(world), by=world.actor("officer")).rows[0].ready


def test_a_list_of_many_makers_asks_for_all_of_them_at_once(world: World) -> None:
    names = [f"Kriya {n}" for n in range(30)]
    for name in names:
        make_maker(world, name=name)
    rows = [("Pembuat", "Produk", "Bahan"), *((name.upper(), "Vas", "keramik") for name in names)]
    made = add(world, "\n".join(",".join(row) for row in rows))
    with CaptureQueriesContext(connection) as asked:
        page = list_page(list_id=made, by=world.actor("officer"))
    assert page.ready == 30
    assert len(asked) <= 9, "not two for each maker"


def test_a_file_too_large_for_a_list_is_refused_before_it_is_read() -> None:
    with pytest.raises(Refused, match="list_large"):
        read_list(b"," * 2_000_001, "a.csv")


def test_what_is_exported_can_be_read_again_and_unknown_columns_are_told(world: World, maker: UUID) -> None:
    make_product(world, maker)
    rows = list(export_rows(by=world.actor("officer"), wanted=Wanted()))
    read = read_list("".join(csv_lines([EXPORT_HEAD, *rows])).encode(), "produk.csv")
    cells = read.rows[0]["cells"]
    assert (cells["name"], cells["shape"], cells["length"], cells["mass"]) == ("Vas bunga", "kotak", "220 mm", "850 g")
    assert "measured_by" in read.unread and "length_mm" not in read.unread
    made = add(world, CSV.replace("Cara mengukur", "Warna"))
    page = list_page(list_id=made, by=world.actor("officer"))
    assert page.unread == ("Warna",)
    operations.write_list(list_id=made, by=world.actor("officer"), now=world.now)
    left = list_page(list_id=made, by=world.actor("officer")).rows
    assert left and all((row.problems or row.lacks) and not row.ready for row in left), (
        "what was left out stays to be read"
    )
