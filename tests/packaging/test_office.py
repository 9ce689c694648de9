"""What an office keeps and calibrates: boards, ready boxes, prices, own values, drop tests, cushion curves, files."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.packaging.made import content_of, make_calibration, make_version, the_product
from tests.people import World

from binakriya.accounts.rules import Refused
from binakriya.engines.protection import CONSTANTS, DEFAULT_STOCK, BoardGrade, CurvePoint
from binakriya.foundation.queries import history_of
from binakriya.packaging import operations, queries
from binakriya.packaging.models import Board, Calibrated, Curve, Offer, StockBox, Version
from binakriya.packaging.queries import stock, values
from binakriya.packaging.queries.listing import Wanted, list_page
from binakriya.packaging.queries.office import office_boards, office_cushions, office_prices, office_stock_boxes
from binakriya.packaging.rules.tables import heads, number, number_text, tiers, tiers_text

Browser = Callable[..., Client]
OWN = BoardGrade("BF 440", "B", 2.9, 440, 6.1, source="Lembar data PT Karton, 2018")
# Peak G, kPa, mm, mm: on the curve of a = 40 kPa and b = 0.0275 1/kPa, to the figure that a report prints.
POINTS = [(55.6, 1, 600, 50), (38.7, 2, 600, 50), (35.9, 3, 600, 50), (37.4, 4, 600, 50), (41.7, 5, 600, 50)]


def text(client: Client, name: str, *args: Any, **query: Any) -> str:
    answer = client.get(reverse(f"packaging:{name}", args=args), query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode().replace("\u00a0", " ")


def post(client: Client, name: str, /, *args: Any, **form: Any) -> Any:
    return client.post(reverse(f"packaging:{name}", args=args), form)


def own_board(world: World, grade: BoardGrade = OWN) -> UUID:
    return operations.add_board(office_id=world.office_id, grade=grade, by=world.actor("officer"), now=world.now)


# Boards ------------------------------------------------------------------------------------------------------------


def test_the_shipped_boards_are_shown_with_how_firm_they_are_and_taken_over(world: World, signed_in: Browser) -> None:
    client = signed_in("officer")
    shown = text(client, "boards")
    assert "Kantor ini memakai tabel bawaan" in shown and shown.count('<th scope="row">') == len(DEFAULT_STOCK)
    assert 'data-firm="C"' in shown and "anggapan" in shown
    post(client, "boards-take")
    assert {grade.code for grade in office_boards(world.office_id)} == {grade.code for grade in DEFAULT_STOCK}
    assert set(office_boards(world.office_id)) == set(DEFAULT_STOCK)  # what was an assumption stays one
    assert "Kantor ini memakai tabel bawaan" not in text(client, "boards")
    with pytest.raises(Refused, match="boards_stand"):
        operations.take_default_boards(office_id=world.office_id, by=world.actor("officer"), now=world.now)
    post(client, "boards-drop")
    assert not Board.objects.filter(removed_at__isnull=True).exists()
    assert office_boards(world.office_id) == DEFAULT_STOCK


def test_a_board_is_added_changed_with_history_and_retired(world: World, signed_in: Browser) -> None:
    client = signed_in("officer")
    form = {
        "code": "BF 440",
        "flute": "B",
        "caliper_mm": "2,9",
        "grammage": "440",
        "ect_n_per_mm": "6,1",
        "burst_kpa": "900",
        "supplier": "PT Karton",
        "source": "Lembar data 2018",
        "dated": "2018-11-02",
    }
    assert post(client, "board-new", **form).status_code == 302
    assert post(client, "board-new", **form).status_code == 422  # the code stands already
    first = Board.objects.get()
    assert (first.caliper_mm, first.burst_kpa, first.dated) == (2.9, 900, date(2018, 11, 2))
    assert 'value="2,9"' in text(client, "board", first.id)
    assert post(client, "board", first.id, **form).status_code == 302
    assert Board.objects.count() == 1  # the same again is no change
    assert post(client, "board", first.id, **form | {"caliper_mm": "3,1"}).status_code == 302
    second = Board.objects.get(removed_at__isnull=True)
    assert (second.caliper_mm, Board.objects.count()) == (3.1, 2)
    assert "2,90 mm" in text(client, "board", second.id)
    line = next(line for line in history_of(kind="packaging.board", object_id=second.id))
    assert line.action == "packaging.board_changed"
    changed = [(one.field, one.before, one.after) for one in line.changes]
    assert len(changed) == 1 and "2" in str(changed[0][1]) and "3" in str(changed[0][2])
    wrong = post(client, "board", second.id, **form | {"grammage": "empat", "dx_nm": "4"})
    assert wrong.status_code == 422 and "empat" in wrong.content.decode() and "Isi Dx dan Dy" in wrong.content.decode()
    post(client, "board-remove", second.id)
    assert not Board.objects.filter(removed_at__isnull=True).exists()


def test_a_changed_board_takes_its_ready_boxes_along(world: World) -> None:
    board, officer = own_board(world), world.actor("officer")
    box = operations.BoxSaid("K1", "Kotak", (300, 200, 150), board, on_hand=40, counted_on=date(2018, 11, 2))
    operations.add_stock_box(office_id=world.office_id, box=box, by=officer, now=world.now)
    thicker = BoardGrade("BF 440", "B", 3.3, 440, 6.1, source="Lembar data PT Karton, 2018")
    operations.change_board(board_id=board, grade=thicker, by=officer, now=world.now)
    assert office_stock_boxes(world.office_id)[0].board.caliper_mm == 3.3


def test_a_box_of_before_keeps_the_board_that_it_was_made_of(world: World) -> None:
    board, officer = own_board(world), world.actor("officer")
    box = operations.BoxSaid("K1", "Kotak", (300, 200, 150), board)
    gone = operations.add_stock_box(office_id=world.office_id, box=box, by=officer, now=world.now)
    operations.remove_stock_box(stock_box_id=gone, by=officer, now=world.now)
    heavier = BoardGrade("BF 440", "B", 3.3, 500, 6.1, source="Lembar data PT Karton, 2018")
    operations.change_board(board_id=board, grade=heavier, by=officer, now=world.now)
    assert StockBox.objects.get(id=gone).board.grammage == 440


def test_a_ready_box_that_is_all_gone_is_not_proposed(world: World) -> None:
    board, officer = own_board(world), world.actor("officer")
    gone = operations.BoxSaid("K1", "Kotak", (300, 200, 150), board, on_hand=0, counted_on=date(2018, 11, 2))
    uncounted = operations.BoxSaid("K2", "Kotak lain", (310, 200, 150), board)
    for box in (gone, uncounted):
        operations.add_stock_box(office_id=world.office_id, box=box, by=officer, now=world.now)
    assert [box.code for box in office_stock_boxes(world.office_id)] == ["K2"]


# Ready boxes and prices --------------------------------------------------------------------------------------------


def test_boxes_and_prices_are_dated_and_kept(world: World, signed_in: Browser) -> None:
    client = signed_in("officer")
    assert "Catat dahulu karton milik kantor" in text(client, "boxes")
    assert post(client, "box-new")["Location"] == reverse("packaging:boards")
    board = own_board(world)
    box = {
        "code": "K1",
        "name": "Kotak sedang",
        "style": "0201",
        "length_mm": "300",
        "breadth_mm": "200",
        "height_mm": "150",
        "board": str(board),
        "on_hand": "40",
        "counted_on": "2018-11-02",
        "price": "6.500",
        "supplier": "Toko Kardus",
        "dated": "2018-11-01",
    }
    assert post(client, "box-new", **box).status_code == 302
    shown = text(client, "boxes")
    assert "Rp 6.500" in shown and "Toko Kardus, 1 Nov 2018" in shown and "300 × 200 × 150 mm" in shown
    wrong = post(client, "box-new", **box | {"code": "K2", "counted_on": "", "supplier": ""})
    assert wrong.status_code == 422
    first = StockBox.objects.get()
    assert 'value="6500"' in text(client, "box", first.id)
    assert post(client, "box", first.id, **box | {"on_hand": "15", "counted_on": "2018-11-10"}).status_code == 302
    second = StockBox.objects.get(removed_at__isnull=True)
    assert second.on_hand == 15 and "persediaan 40 (2 Nov 2018)" in text(client, "box", second.id)
    post(client, "box-remove", second.id)
    assert office_stock_boxes(world.office_id) == ()


def test_prices_by_tiers_with_everything_around_them(world: World, signed_in: Browser) -> None:
    client = signed_in("officer")
    own_board(world)
    offer = {
        "supplier": "CV Jaya",
        "board_code": "BF 440",
        "sold_by": "sheet",
        "breaks": "1: 4.900\n500: 4.300",
        "sheet_length": "1090",
        "sheet_breadth": "790",
        "die": "450.000",
        "die_owned": "on",
        "gluing_run": "150",
        "least_boxes": "100",
        "dated": "2018-11-02",
        "valid_until": "2018-12-31",
    }
    assert post(client, "offer-new", **offer | {"sheet_length": "", "sheet_breadth": ""}).status_code == 422
    assert post(client, "offer-new", **offer).status_code == 302
    shown = text(client, "offers")
    assert "mulai 500:" in shown and "1090 × 790" in shown
    row = Offer.objects.get()
    assert row.rest == {
        "die": 450000.0,
        "gluing_run": [[1, 150.0]],
        "sheet_mm": [1090.0, 790.0],
        "die_owned": True,
        "least_boxes": 100,
    }
    assert office_prices(world.office_id)[0].die is not None
    again = text(client, "offer", row.id)
    assert "500: 4300" in again and 'value="450000"' in again
    assert post(client, "offer", row.id, **offer | {"breaks": "4.700"}).status_code == 302
    assert Offer.objects.get(removed_at__isnull=True).breaks == [[1, 4700.0]]
    assert post(client, "offer-new", **offer | {"breaks": "banyak"}).status_code == 422
    taxed = offer | {"dated": "2018-11-03", "tax": "11", "printing_setup": "300.000"}
    assert post(client, "offer-new", **taxed).status_code == 422  # whose tax?
    assert post(client, "offer-new", **taxed | {"tax_source": "UU 42/2009"}).status_code == 302
    printed = next(p for p in office_prices(world.office_id) if p.tax_rate)
    assert printed.printing is not None and printed.printing.setup == 300_000 and str(printed.tax_rate) == "0.11"


def test_decimals_of_a_file_are_no_thousands() -> None:
    for value in (4.535, 2.875, 1200.0, 0.0001, 4900.125):
        assert number(number_text(value)) == value
    assert number("1.200") == 1200 and number("Rp 4.900") == 4900 and number("2,875") == 2.875
    assert tiers(tiers_text([(1, 4_900_123.0), (500, 4300.125)])) == [(1, 4_900_123.0), (500, 4300.125)]


# Files -------------------------------------------------------------------------------------------------------------


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
    assert [problem.row for problem in done.problems] == [3, 4] and Board.objects.count() == 0


# Own values --------------------------------------------------------------------------------------------------------


def test_every_shipped_assumption_is_visible(world: World, signed_in: Browser) -> None:
    seen = set()
    for group in values.GROUPS:
        page = values.values_page(by=world.actor("officer"), group=group, language="id")
        seen |= {row.code for row in page.rows}
    assert seen == set(CONSTANTS)
    client = signed_in("officer")
    text(client, "values")
    with CaptureQueriesContext(connection) as asked:
        text(client, "values", kelompok="bantalan")
    assert len(asked) <= 12


def test_a_value_is_replaced_seen_and_given_back(world: World, signed_in: Browser) -> None:
    made, client = make_version(world), signed_in("officer")
    code = "material_g.ceramic"
    shown = text(client, "value", code)
    assert "Vas bunga" in shown and "nilai bawaan" in shown and 'data-firm="C"' in shown
    wrong = post(client, "value", code, value="0,1", why="Uji")
    assert wrong.status_code == 422 and 'value="0,1"' in wrong.content.decode()
    form = {"value": "62,5", "low": "58", "high": "66", "why": "Uji 12 contoh", "measured_on": "2018-11-02"}
    assert post(client, "value", code, **form).status_code == 302
    assert post(client, "value", code, **form).status_code == 302
    row = Calibrated.objects.get()
    assert (row.value, row.low, row.high, row.measured_on) == (62.5, 58, 66, date(2018, 11, 2))
    shown = text(client, "value", code)
    assert "Uji 12 contoh" in shown and "Kembali ke nilai bawaan" in shown and "dihitung dengan 60" in shown
    assert "62,5" in text(client, "values")
    post(client, "value-back", row.id, code=code)
    assert "Nilai kantor sebelumnya" in text(client, "value", code)
    assert queries.calibrations(office_id=world.office_id, by=world.actor("officer")) == ()
    assert queries.version_facts(version_id=made, by=world.system).content["fragility"]["g"] == 60
    assert client.get(reverse("packaging:value", args=["tidak.ada"])).status_code == 404


def test_a_value_of_the_same_moment_is_refused_in_words(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two forms at once: the other one's row is written after this one has looked for it."""
    made = make_calibration(world)
    nothing = Calibrated.objects.none()
    monkeypatch.setattr(Calibrated.objects, "select_for_update", lambda **_how: nothing)
    with pytest.raises(Refused, match="figure"):
        make_calibration(world)
    assert Calibrated.objects.get().id == made


def test_drop_tests_become_the_offices_value(world: World, signed_in: Browser) -> None:
    client = signed_in("officer")
    drops = "400 selamat\n500 selamat\n600 rusak\n500 rusak\n400 selamat\n500 selamat\n600 rusak\n500 selamat"
    form = {
        "method": "staircase",
        "drops": drops,
        "cushion": "epe",
        "cushion_mm": "40",
        "tested_on": "2018-11-02",
        "why": "Delapan vas",
    }
    shown = post(client, "drops", "ceramic", **form, lihat="1")
    assert shown.status_code == 200 and "Tinggi kritis" in shown.content.decode()
    assert "Belum ada hasil jatuh" in post(client, "drops", "ceramic", **form | {"drops": ""}).content.decode()
    assert not Calibrated.objects.exists()
    assert post(client, "drops", "ceramic", **form, pakai="1").status_code == 302
    row = Calibrated.objects.get()
    assert row.code == "material_g.ceramic" and row.evidence["drops"][0] == [400.0, False]
    assert 400 < row.evidence["critical_mm"] < 600 and row.evidence["low_mm"] < row.evidence["high_mm"]
    assert content_of(world, the_product(world)).content["fragility"]["g"] == pytest.approx(row.value)
    assert "Tinggi kritis" in text(client, "value", "material_g.ceramic")
    one_outcome = post(client, "drops", "ceramic", **form | {"drops": "400 selamat\n500 selamat"}, lihat="1")
    assert one_outcome.status_code == 422
    assert client.get(reverse("packaging:drops", args=["tidak-ada"])).status_code == 404


def curve_form(points: Sequence[tuple[float, ...]]) -> dict[str, str]:
    form = {"name": "EPE 25 kg/m³", "source": "B4T, 12/2018", "measured_on": "2018-11-02", "rows": "12"}
    for row, point in enumerate(points, 1):
        form |= {f"{key}_{row}": f"{cell:g}".replace(".", ",") for key, cell in zip("gsht", point, strict=True)}
    return form


def test_a_curve_is_fitted_shown_kept_and_used(world: World, signed_in: Browser) -> None:
    client = signed_in("officer")
    shown = post(client, "curve", "epe", **curve_form(POINTS), lihat="1").content.decode()
    assert "<circle" in shown and "R²" in shown and not Curve.objects.exists()
    assert 'value="55,6"' in shown
    assert post(client, "curve", "epe", **curve_form(POINTS), pakai="1").status_code == 302
    row = Curve.objects.get()
    assert row.a_kpa == pytest.approx(40, rel=0.01) and row.b_per_kpa == pytest.approx(0.0275, rel=0.01)
    assert row.r2 > 0.999
    cushions = office_cushions(world.office_id)
    assert "epe" not in cushions and cushions[-1].name == "EPE 25 kg/m³"  # type: ignore[union-attr]
    assert "EPE 25" in text(client, "curves")
    assert 'value="55,6"' in text(client, "curve", "epe")
    assert content_of(world, the_product(world)).content["cushion"]  # choosing works with it
    post(client, "curve-remove", row.id)
    assert "epe" in office_cushions(world.office_id)


def test_points_that_are_no_curve_say_which_row(world: World, signed_in: Browser) -> None:
    client = signed_in("officer")
    half = curve_form(POINTS) | {"t_3": ""}
    assert "Baris 3 belum lengkap" in post(client, "curve", "epe", **half, lihat="1").content.decode()
    assert post(client, "curve", "epe", **curve_form(POINTS[:2]), lihat="1").status_code == 422
    more = post(client, "curve", "epe", rows="8", tambah="1")
    assert more.status_code == 200 and "g_16" in more.content.decode()
    with pytest.raises(Refused, match="curve_said_by"):
        operations.add_curve(
            office_id=world.office_id,
            cushion="epe",
            name=" ",
            points=[CurvePoint(*point) for point in POINTS],
            source="x",
            measured_on=date(2018, 11, 2),
            by=world.actor("officer"),
            now=world.now,
        )


def test_whoever_works_for_no_office_sees_what_is_shipped(world: World, signed_in: Browser) -> None:
    own_board(world)
    client = signed_in("practitioner")
    for name in ("boards", "boxes", "offers", "values", "curves"):
        assert "Anda tidak bekerja untuk satu kantor" in text(client, name)
    assert "BF 440" not in text(client, "boards")
    assert stock.boards_page(by=world.actor("other_officer"), language="id").shipped


def test_a_pack_tells_that_its_cushion_has_a_curve_now_or_another(world: World) -> None:
    made = make_version(world)
    cushion = queries.version_facts(version_id=made, by=world.system).content["cushion"]["material"]
    assert changed(world) == []
    first = curve_of(world, cushion, POINTS)
    assert changed(world) == ["Vas bunga"]
    again = operations.renew_version(version_id=made, by=world.actor("officer"), now=world.now)
    used = Version.objects.get(id=again).rests_on
    if "curve.a" in used:
        assert changed(world) == []
        operations.remove_curve(curve_id=first, by=world.actor("officer"), now=world.now)
        assert changed(world) == ["Vas bunga"]
    else:  # another cushion is better now
        assert f"cushion_factor.{cushion}" not in used and changed(world) == []


def changed(world: World) -> list[str]:
    page = list_page(by=world.actor("officer"), wanted=Wanted(state="berubah"), number=1, language="id")
    return [row.title for row in page.rows]


def curve_of(world: World, cushion: str, points: Sequence[tuple[float, ...]]) -> UUID:
    return operations.add_curve(
        office_id=world.office_id,
        cushion=cushion,
        name="Bantalan uji",
        points=[CurvePoint(*point) for point in points],
        source="B4T",
        measured_on=date(2018, 11, 2),
        by=world.actor("officer"),
        now=world.now,
    )


@pytest.mark.parametrize(
    ("code", "value", "low", "high"), [("form_factor.thin", 0, None, None), ("material_g.ceramic", 60, -100, 900)]
)
def test_what_is_above_nothing_is_not_set_to_nothing(
    world: World, code: str, value: float, low: float | None, high: float | None
) -> None:
    with pytest.raises(Refused, match="figure"):
        operations.calibrate(
            office_id=world.office_id,
            code=code,
            value=value,
            low=low,
            high=high,
            why="Uji",
            by=world.actor("officer"),
            now=world.now,
        )


def test_retiring_a_row_of_another_tab_says_that_nothing_was_changed(world: World, signed_in: Browser) -> None:
    client, board = signed_in("officer"), own_board(world)
    address = reverse("packaging:board-remove", args=[board])
    assert "Karton dipensiunkan" in client.post(address, follow=True).content.decode()
    again = client.post(address, follow=True).content.decode()
    assert "Karton dipensiunkan" not in again and "Tidak ada yang berubah" in again
