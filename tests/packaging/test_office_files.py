"""An office's boards, boxes and prices by file: out, in again, and what is refused."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.packaging.office import OWN, POINTS, Browser, own_board
from tests.people import World

from binakriya.accounts.rules import Refused
from binakriya.engines.protection import CurvePoint
from binakriya.foundation.queries import history_of
from binakriya.foundation.rules.exports import workbook_file
from binakriya.packaging import operations
from binakriya.packaging.models import Board, Offer, StockBox
from binakriya.packaging.rules.limits import PRICE_DAYS, VALID_DAYS
from binakriya.packaging.rules.tables import heads, read_table


def sent(client: Client, table: str, lines: list[list[object]]) -> Any:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(lines)
    file = SimpleUploadedFile(f"{table}.csv", out.getvalue().encode())
    return client.post(reverse("packaging:stock-take-in", args=[table]), {"file": file})


@pytest.mark.parametrize(
    "wrong",
    [
        {"Dijual per": "lembar"},
        {"Dijual per": "lembar", "Lembar": "0x0"},
        {"Dijual per": "lembar", "Lembar": "-5x-5"},
        {"Dijual per": "kilo"},
        {"Pelat": "-5000000"},
        {"Pelat": "99000000000"},
        {"Karton": "Entah"},
        {"Tanggal": "1/1/2999"},
    ],
)
def test_a_file_brings_no_price_that_the_form_refuses(
    world: World, signed_in: Browser, wrong: dict[str, object]
) -> None:
    """A sheet of no size had closed the studio to the whole office."""
    own_board(world)
    row: dict[str, object] = {"Pemasok": "CV", "Karton": "BF 440", "Harga": "1: 4900", "Tanggal": "2/11/2018"}
    row |= {"Dijual per": "m2", "Lembar": "", "Pelat": ""} | wrong
    assert sent(signed_in("officer"), "harga", [list(row), list(row.values())]).status_code == 422
    assert not Offer.objects.exists()
    good = row | {"Dijual per": "lembar", "Lembar": "1000x1200", "Pelat": "250000"}
    good |= {"Karton": "BF 440", "Tanggal": "2/11/2018"}
    assert sent(signed_in("officer"), "harga", [list(good), list(good.values())]).status_code == 302


@pytest.mark.parametrize("wrong", [{"Persediaan": 99999999999}, {"Harga": "9.999.999.999"}, {"Tanggal": "1/1/2999"}])
def test_a_file_brings_no_box_that_the_form_refuses(world: World, signed_in: Browser, wrong: dict[str, object]) -> None:
    own_board(world)
    row: dict[str, object] = {"Kode": "K", "Nama": "K", "Ukuran": "300x200x100", "Karton": "BF 440", "Pemasok": "CV"}
    row |= {"Persediaan": 4, "Harga": 9000, "Tanggal": "2/11/2018"} | wrong
    assert sent(signed_in("officer"), "kotak", [list(row), list(row.values())]).status_code == 422
    assert not StockBox.objects.exists()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_is_downloaded_is_read_again_as_no_change(world: World, signed_in: Browser, kind: str) -> None:
    client, officer = signed_in("officer"), world.actor("officer")
    board = own_board(world)
    box = operations.BoxSaid("K1", "Kotak", (300.5, 200, 150), board, on_hand=4, counted_on=date(2018, 11, 2))
    operations.add_stock_box(office_id=world.office_id, box=box, by=officer, now=world.now)
    rest = {"die": 450000.0, "gluing_run": [[1, 150.0]], "tax_rate": 0.11, "tax_source": "PMK"}
    offer = operations.OfferSaid("CV", date(2018, 11, 2), "BF 440", ((1, 4900.5), (500, 4300)), rest=rest)
    operations.add_offer(office_id=world.office_id, offer=offer, by=officer, now=world.now)
    for table in ("karton", "kotak", "harga"):
        answer = client.get(reverse("packaging:stock-export", args=[table, kind]))
        file = SimpleUploadedFile(f"{table}.{kind}", b"".join(answer))
        back = client.post(reverse("packaging:stock-take-in", args=[table]), {"file": file})
        assert back.status_code == 302, back.content.decode()
    assert (Board.objects.count(), StockBox.objects.count(), Offer.objects.count()) == (1, 1, 1)


def test_a_file_adds_changes_and_leaves(world: World, signed_in: Browser) -> None:
    client = signed_in("officer")
    own_board(world)
    lines: list[list[object]] = [
        ["Kode", "Gelombang", "Tebal (mm)", "gsm", "ECT", "Sumber", "Tanggal"],
        ["BF 440", "B", "3,0", 440, "6,1", "Lembar data PT Karton, 2018", ""],
        ["E 300", "E", "1,5", 300, "", "Katalog", "2/11/2018"],
    ]
    assert sent(client, "karton", lines).status_code == 302
    rows = {row.code: row for row in Board.objects.filter(removed_at__isnull=True)}
    assert rows["BF 440"].caliper_mm == 3.0 and rows["E 300"].dated == date(2018, 11, 2)


def test_wrong_rows_are_named_and_nothing_is_written(world: World, signed_in: Browser) -> None:
    lines: list[list[object]] = [
        list(heads("karton")),
        ["A", "B", "tebal", 440, 6, "", "", "", "PT", "Katalog", ""],
        ["B", "B", 3, 440, 6, "", "", "", "PT", "", "kemarin"],
        ["C", "B", 3, 440, 6, "", "", "", "PT", "Katalog", ""],
        ["C", "B", 3, 441, 6, "", "", "", "PT", "Katalog", ""],
    ]
    answer = sent(signed_in("officer"), "karton", lines)
    shown = answer.content.decode()
    assert answer.status_code == 422 and "Belum ada yang disimpan" in shown
    for said in ("Tebal (mm)", "“tebal” bukan bilangan", "“kemarin” bukan tanggal", "sama dengan baris 4"):
        assert said in shown
    assert Board.objects.count() == 0
    assert sent(signed_in("officer"), "karton", [["x"], ["y"]]).status_code == 422
    unknown = sent(
        signed_in("officer"), "kotak", [["Kode", "Nama", "Ukuran", "Karton"], ["K", "K", "300x200x100", "?"]]
    )
    assert "Tambahkan kartonnya dahulu" in unknown.content.decode()


def test_a_long_file_is_written_at_once(world: World) -> None:
    """Nobody waits for it: as many statements for two hundred rows as for two, and each row has its ledger line."""
    officer = world.actor("officer")

    def take_in(caliper: float) -> operations.TableOutcome:
        lines = [f"B {n};B;{caliper};440;Katalog" for n in range(200)]
        data = "\n".join(["Kode;Gelombang;Tebal;Gramatur;Sumber", *lines]).replace(".", ",").encode()
        return operations.take_in_table(table="karton", data=data, name="k.csv", by=officer, now=world.now)

    with CaptureQueriesContext(connection) as asked:
        assert take_in(2.9).added == 200
    assert len(asked) < 20
    board = Board.objects.get(code="B 7")
    operations.add_stock_box(
        office_id=world.office_id,
        box=operations.BoxSaid("K1", "Kotak", (300, 200, 150), board.id),
        by=officer,
        now=world.now,
    )
    with CaptureQueriesContext(connection) as asked:
        assert take_in(3.1).changed == 200
    assert len(asked) < 25
    assert take_in(3.1).same == 200
    now = Board.objects.get(code="B 7", removed_at__isnull=True)
    assert StockBox.objects.get().board_id == now.id
    assert [line.action for line in history_of(kind="packaging.board", object_id=now.id)] == ["packaging.board_changed"]


def test_a_figure_out_of_limits_is_named_by_its_row(world: World) -> None:
    data = b"Kode;Gelombang;Tebal;Gramatur;Sumber\nA;B;3;440;Katalog\nB;B;99;440;Katalog\nC;Z;3;440;Katalog\n"
    done = operations.take_in_table(table="karton", data=data, name="k.csv", by=world.actor("officer"), now=world.now)
    assert [(problem.row, problem.column) for problem in done.problems] == [(3, "Tebal (mm)"), (4, "Flute")]
    assert "0,2 sampai 20" in done.problems[0].why.id and "BC" in done.problems[1].why.id
    assert Board.objects.count() == 0


@pytest.mark.parametrize(
    ("table", "row", "column", "said"),
    [
        ("karton", {"Gramatur": "1000000"}, "Gramatur (g/m²)", "1.000.000 di luar batas, yaitu 50 sampai 5.000"),
        ("karton", {"Dx": "4"}, "Kekakuan dx (n·m)", "Isi Dx dan Dy"),
        ("karton", {"Sumber": "assumption"}, "Sumber", "pemasok atau uji"),
        ("kotak", {"Harga": "9000"}, "Pemasok", "pemasok dan tanggal"),
        ("kotak", {"Ukuran": "300x200x5"}, "Ukuran dalam (mm)", "10 sampai 3.000"),
        ("harga", {"Dijual per": "lembar"}, "Ukuran lembar (mm)", "ukuran lembarnya"),
        ("harga", {"Dijual per": "kilo"}, "Dijual per", "m2 atau lembar"),
        ("harga", {"Pelat": "2000000000"}, "Pelat cetak (rp)", "2.000.000.000 di luar batas"),
        ("harga", {"Berlaku sampai": "1/1/2018"}, "Berlaku sampai", "sebelum tanggal"),
        ("harga", {"Tanggal": "1/1/2999"}, "Tanggal harga", "01/01/2999 terlalu jauh"),
    ],
)
def test_each_refusal_names_its_column(world: World, table: str, row: dict[str, str], column: str, said: str) -> None:
    own_board(world)
    whole = {
        "karton": {"Kode": "B", "Gelombang": "B", "Tebal": "3", "Gramatur": "440", "Sumber": "Katalog"},
        "kotak": {"Kode": "K", "Nama": "K", "Ukuran": "300x200x100", "Karton": "BF 440"},
        "harga": {"Pemasok": "CV", "Karton": "BF 440", "Harga": "1: 4900", "Tanggal": "2/11/2018"},
    }[table] | row
    data = "\n".join((";".join(whole), ";".join(whole.values()))).encode()
    done = operations.take_in_table(table=table, data=data, name="k.csv", by=world.actor("officer"), now=world.now)
    (problem,) = done.problems
    assert problem.column == column and said in problem.why.id and "e+" not in problem.why.id


def test_columns_that_mean_nothing_are_named_and_missing_ones_too(world: World, signed_in: Browser) -> None:
    client = signed_in("officer")
    lines: list[list[object]] = [
        ["Kode", "Warna", "Tebal", "Gramatur", "Sumber"],
        ["B", "cokelat", "99", "440", "Katalog"],
    ]
    text = sent(client, "karton", lines).content.decode()
    assert "Kolom yang dilewati" in text and "Warna" in text and "Seluruh baris" not in text
    lines[1][2] = "3"
    answer = sent(client, "karton", lines)
    assert "dilewati: Warna" in client.get(answer["Location"]).content.decode()
    text = sent(client, "karton", [["Kode", "Tebal"], ["B", "3"]]).content.decode()
    assert "tidak ditemukan: Gramatur (g/m²), Sumber." in text and "judul: Kode, Tebal" in text


def test_a_code_that_a_spreadsheet_took_for_a_number_stays_as_written() -> None:
    with workbook_file([["Kode", "Tebal", "Gramatur", "Sumber"], [1000000.0, 3, 440, "Katalog"]], title="K") as book:
        read = read_table("karton", book.read(), "k.xlsx")
    assert read.rows[0].values["code"] == "1000000"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("code", ["=1+1", "+B 440", "-B 440", "@B", "'=1+1", "''@B", "'B'"])
def test_a_code_that_begins_like_a_formula_is_read_back_as_itself(
    world: World, signed_in: Browser, kind: str, code: str
) -> None:
    client, officer = signed_in("officer"), world.actor("officer")
    board = own_board(world, replace(OWN, code=code))
    box = operations.BoxSaid(code, code, (300, 200, 150), board, supplier=code)
    operations.add_stock_box(office_id=world.office_id, box=box, by=officer, now=world.now)
    offer = operations.OfferSaid(code, date(2018, 11, 2), code, ((1, 4900),))
    operations.add_offer(office_id=world.office_id, offer=offer, by=officer, now=world.now)
    for table in ("karton", "kotak", "harga"):
        data = b"".join(client.get(reverse("packaging:stock-export", args=[table, kind])))
        if kind == "csv":
            assert not any(line.startswith(("=", "+", "-", "@")) for line in data.decode("utf-8-sig").splitlines())
        file = SimpleUploadedFile(f"{table}.{kind}", data)
        back = client.post(reverse("packaging:stock-take-in", args=[table]), {"file": file})
        assert back.status_code == 302, back.content.decode()
    assert (Board.objects.count(), StockBox.objects.count(), Offer.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_boxes_of_a_retired_board_are_read_back(world: World, signed_in: Browser, kind: str) -> None:
    """The office's own download was refused: its board was not known any more."""
    client, officer = signed_in("officer"), world.actor("officer")
    board = own_board(world)
    box = operations.BoxSaid("K1", "Kotak kurir", (300, 200, 150), board)
    operations.add_stock_box(office_id=world.office_id, box=box, by=officer, now=world.now)
    page = client.get(reverse("packaging:board", args=[board])).content.decode()
    assert "Kotak siap pakai dari karton ini tetap ada" in page and "Kotak kurir" in page
    gone = client.post(reverse("packaging:board-remove", args=[board]), follow=True).content.decode()
    assert "tetap ada: K1." in gone
    assert "sudah dipensiunkan" in client.get(reverse("packaging:boxes")).content.decode()
    file = SimpleUploadedFile(
        f"k.{kind}", b"".join(client.get(reverse("packaging:stock-export", args=["kotak", kind])))
    )
    back = client.post(reverse("packaging:stock-take-in", args=["kotak"]), {"file": file})
    assert back.status_code == 302, back.content.decode()
    assert StockBox.objects.get().board_id == board


def test_a_box_of_a_retired_board_can_still_be_counted(world: World, signed_in: Browser) -> None:
    officer = world.actor("officer")
    board = own_board(world)
    box = operations.BoxSaid("K1", "Kotak", (300, 200, 150), board, on_hand=4, counted_on=date(2018, 11, 2))
    row = operations.add_stock_box(office_id=world.office_id, box=box, by=officer, now=world.now)
    operations.remove_board(board_id=board, by=officer, now=world.now)
    form = {"code": "K1", "name": "Kotak", "style": "0201", "length_mm": 300, "breadth_mm": 200, "height_mm": 150}
    form |= {"board": str(board), "on_hand": 3, "counted_on": "2018-11-03"}
    assert signed_in("officer").post(reverse("packaging:box", args=[row]), form).status_code == 302
    assert StockBox.objects.get(removed_at__isnull=True).on_hand == 3


def test_signs_that_nobody_sees_are_no_part_of_a_code(world: World, signed_in: Browser) -> None:
    """Two codes that look alike were two boards, and one turned around showed as another."""
    client = signed_in("officer")
    head = ["Kode", "Tebal", "gsm", "Sumber", "Pemasok"]
    hidden = "B\u202e 4\u200b59\u2066\u00ad\ufeff"
    assert sent(client, "karton", [head, [hidden, 3, 459, "Kat\u200balog", "P\u200eT"]]).status_code == 302
    row = Board.objects.get()
    assert (row.code, row.source, row.supplier) == ("B 459", "Katalog", "PT")
    form = {"code": hidden, "caliper_mm": 3, "grammage": 459, "source": "Katalog"}
    again = client.post(reverse("packaging:board-new"), form)
    assert again.status_code == 422 and "Karton dengan kode itu sudah ada" in again.content.decode()
    nothing = client.post(reverse("packaging:board-new"), form | {"code": "\u200b\u2060"})
    assert nothing.status_code == 422 and "Kosong. Isi kolom ini." in nothing.content.decode()
    with pytest.raises(Refused, match="code_unseen"):
        own_board(world, replace(OWN, code="\u200b\u202e"))


def test_what_was_measured_or_counted_is_not_of_tomorrow(world: World, signed_in: Browser) -> None:
    client, officer = signed_in("officer"), world.actor("officer")
    today = timezone.localdate(world.now)
    tomorrow = today + timedelta(days=1)
    with pytest.raises(Refused, match="day_ahead"):
        operations.add_board(office_id=world.office_id, grade=OWN, dated=tomorrow, by=officer, now=world.now)
    board = own_board(world)
    count = operations.BoxSaid("K", "K", (300, 200, 150), board, on_hand=4, counted_on=tomorrow)
    with pytest.raises(Refused, match="day_ahead"):
        operations.add_stock_box(office_id=world.office_id, box=count, by=officer, now=world.now)
    own = {"office_id": world.office_id, "by": officer, "now": world.now}
    with pytest.raises(Refused, match="day_ahead"):
        operations.calibrate(code="material_g.ceramic", value=50, why="Uji", measured_on=tomorrow, **own)
    points = [CurvePoint(*point) for point in POINTS]
    with pytest.raises(Refused, match="day_ahead"):
        operations.add_curve(
            cushion="bubble", name="B", points=points, source="Lab", measured_on=date(2999, 1, 1), **own
        )
    shown = client.post(
        reverse("packaging:value", args=["material_g.ceramic"]),
        {"value": "50", "why": "Uji", "measured_on": "2999-01-01"},
    )
    assert shown.status_code == 422 and "terlalu jauh di depan: paling jauh" in shown.content.decode()
    rows: list[list[object]] = [["Kode", "Tebal", "gsm", "Sumber", "Tanggal"], ["B", 3, 459, "K", "2999-01-01"]]
    assert "terlalu jauh di depan" in sent(client, "karton", rows).content.decode()


def test_a_price_may_begin_within_a_year_and_is_never_nothing(world: World, signed_in: Browser) -> None:
    client, officer = signed_in("officer"), world.actor("officer")
    own_board(world)
    today = timezone.localdate(world.now)
    own = {"office_id": world.office_id, "by": officer, "now": world.now}
    soon = operations.OfferSaid("CV", today + timedelta(days=PRICE_DAYS), "BF 440", ((1, 4900),))
    operations.add_offer(offer=soon, **own)
    for wrong in (
        replace(soon, dated=today + timedelta(days=PRICE_DAYS + 1)),
        replace(soon, dated=today, valid_until=today + timedelta(days=VALID_DAYS + 1)),
    ):
        with pytest.raises(Refused, match="day_ahead"):
            operations.add_offer(offer=wrong, **own)
    with pytest.raises(Refused, match="price_nothing"):
        operations.add_offer(offer=replace(soon, dated=today, breaks=((1, 4900), (500, 0))), **own)
    form = {"supplier": "CV", "board_code": "BF 440", "sold_by": "m2", "breaks": "1: 0", "dated": "2018-11-02"}
    shown = client.post(reverse("packaging:offer-new"), form)
    assert shown.status_code == 422 and "dicatat sebagai kotak siap pakai tanpa harga" in shown.content.decode()
    rows: list[list[object]] = [["Pemasok", "Karton", "Harga", "Tanggal"], ["CV", "BF 440", "0", "2/11/2018"]]
    assert "di luar batas" in sent(client, "harga", rows).content.decode()
