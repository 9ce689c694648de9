"""What an office keeps: boards, ready boxes, prices, with their history."""

from datetime import date

import pytest
from django.urls import reverse
from tests.packaging.office import Browser, own_board, post, text
from tests.people import World

from binakriya.accounts.rules import Refused
from binakriya.engines.protection import DEFAULT_STOCK, BoardGrade
from binakriya.foundation.queries import history_of
from binakriya.packaging import operations
from binakriya.packaging.models import Board, Offer, StockBox
from binakriya.packaging.queries.office import office_boards, office_prices, office_stock_boxes
from binakriya.packaging.rules.tables import number, number_text, tiers, tiers_text


def test_the_shipped_boards_are_shown_with_how_firm_they_are_and_taken_over(world: World, signed_in: Browser) -> None:
    client = signed_in("officer")
    shown = text(client, "boards")
    assert "Dinas ini memakai tabel bawaan" in shown and shown.count('<th scope="row">') == len(DEFAULT_STOCK)
    assert 'data-firm="C"' in shown and "anggapan" in shown
    post(client, "boards-take")
    assert {grade.code for grade in office_boards(world.office_id)} == {grade.code for grade in DEFAULT_STOCK}
    assert set(office_boards(world.office_id)) == set(DEFAULT_STOCK)  # what was an assumption stays one
    assert "Dinas ini memakai tabel bawaan" not in text(client, "boards")
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
    assert "Catat dahulu karton milik dinas" in text(client, "boxes")
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


def test_retiring_a_row_of_another_tab_says_that_nothing_was_changed(world: World, signed_in: Browser) -> None:
    client, board = signed_in("officer"), own_board(world)
    address = reverse("packaging:board-remove", args=[board])
    assert "Karton dipensiunkan" in client.post(address, follow=True).content.decode()
    again = client.post(address, follow=True).content.decode()
    assert "Karton dipensiunkan" not in again and "Tidak ada yang berubah" in again
