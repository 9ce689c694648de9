"""The choosing: what is proposed holds, is the best of what could be, says why, and is always the same."""

import math
import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binakriya.engines.boxes import BoxError, build, findings, measures, style, styles
from binakriya.engines.pricing import BoardPrice, Breaks, Origin, PriceList
from binakriya.engines.protection import (
    DEFAULT_STOCK,
    MATERIALS,
    USUAL_JOURNEYS,
    BoardGrade,
    Calibration,
    Gravity,
    InputError,
    Leg,
    MissingValueError,
    Product,
    Values,
    carriers_named,
    protect,
)
from binakriya.packaging.rules.recommend import (
    Recommendation,
    Request,
    StockBox,
    draw,
    needed_by,
    prove,
    recommend,
    with_deciding,
)
from binakriya.packaging.rules.recommend.cushioning import paddings
from binakriya.packaging.rules.recommend.estimates import AREA
from binakriya.packaging.rules.recommend.made import Estimate, as_board, estimate_of, make, room_in
from binakriya.packaging.rules.recommend.proving import Proven
from binakriya.packaging.rules.recommend.request import boxes_per_sheet
from binakriya.packaging.rules.recommend.suiting import suiting, uses

VASE = Product((220, 140, 90), 0.85, "keramik")
COURIER = USUAL_JOURNEYS["courier"]
BY_CODE = {board.code: board for board in DEFAULT_STOCK}


def plain(found: Recommendation) -> list[object]:
    return [
        [(a.roles, a.proven.key, a.proven.made, [r.id for r in a.reasons]) for a in found.alternatives],
        [(r.style, r.board, r.why.id) for r in found.rejected],
        [n.id for n in found.notes],
    ]


@st.composite
def products(draw_: st.DrawFn) -> Product:
    side = st.floats(5, 600)
    sides = draw_(st.tuples(side, side, side))
    kg = draw_(st.floats(0.01, 12))
    material = draw_(st.sampled_from(sorted(MATERIALS)))
    return Product(
        sides,
        kg,
        material,
        form=draw_(st.sampled_from(["plain", "thin", "massive"])),
        shape=draw_(st.sampled_from(["box", "cylinder", "irregular"])),
    )


@given(products(), st.sampled_from(sorted(USUAL_JOURNEYS)), st.sampled_from(["shipping", "retail", "gift"]))
@settings(max_examples=30, deadline=None)
def test_what_is_proposed_holds_and_can_be_made(product: Product, journey: str, purpose: str) -> None:
    try:
        found = recommend(Request(product, USUAL_JOURNEYS[journey], purpose=purpose), deciding=False)
    except InputError as error:
        assert error.text("id") and error.text("en")
        return
    roles = [role for a in found.alternatives for role in a.roles]
    assert len(roles) == len(set(roles))
    if found.alternatives:
        assert "recommended" in found.alternatives[0].roles
    else:
        assert any(note.code == "note.none_holds" for note in found.notes)
    for alternative in found.alternatives:
        proven = alternative.proven
        assert proven.holds
        assert not [f for f in proven.sheet.findings if f.gravity is Gravity.FAILS]
        assert alternative.reasons
        inside = proven.made.inside_mm
        assert all(has >= need - 1e-6 for has, need in zip(inside, proven.needed_mm, strict=True))
        box = draw(proven.style.code, inside, proven.board)
        assert measures(box).outside == proven.made.outside_mm


@given(products())
@settings(max_examples=15, deadline=None)
def test_same_request_gives_the_same_answer(product: Product) -> None:
    request = Request(product, COURIER)
    try:
        first = plain(recommend(request, deciding=False))
    except InputError:
        return
    make.cache_clear()
    assert plain(recommend(request, deciding=False)) == first


@pytest.mark.parametrize("seed", range(8))
def test_pruning_loses_no_lighter_pack(seed: int) -> None:
    """Every style in every board with every padding, made and computed; the lightest that holds is the one proposed."""
    choice = random.Random(seed)
    product = Product(
        (choice.uniform(60, 350), choice.uniform(50, 300), choice.uniform(30, 250)),
        choice.uniform(0.1, 4),
        choice.choice(["keramik", "rotan", "batik", "kayu", "perak"]),
    )
    journey = USUAL_JOURNEYS[choice.choice(["courier", "truck", "export"])]
    request = Request(product, journey)
    found = recommend(request, deciding=False)
    product = found.request.product
    base = protect(product, journey)
    best = math.inf
    for padding in paddings(product, base, request.cushions, request.values):
        needed = needed_by(found.request, padding)
        fit, _ = suiting(needed, product.mass_kg, base.cushion is None, "shipping", request.boards)
        for one in fit:
            if "shipping" not in uses(one.style):
                continue
            inside = room_in(one.style, needed)
            assert inside is not None
            for board in one.boards:
                proven = prove(found.request, one.style.code, padding, inside, needed, board)
                if isinstance(proven, Proven) and proven.holds:
                    best = min(best, proven.gross_kg)
    lightest = [a for a in found.alternatives if "lightest" in a.roles]
    if math.isinf(best):
        assert not lightest
    else:
        assert lightest[0].proven.gross_kg == pytest.approx(best, rel=0.002)


def test_binding_constraint_names_leg_need_and_strength() -> None:
    heavy = Product((300, 250, 250), 24, "kayu")
    thick = tuple(board for board in DEFAULT_STOCK if board.flute in ("B", "C", "BC"))
    found = recommend(Request(heavy, USUAL_JOURNEYS["export"], boards=thick), deciding=False)
    best = found.alternatives[0].proven
    assert best.binding is not None and best.binding.code == "board.fails"
    assert "% RH" in best.binding.en and "needs" in best.binding.en and "kN" in best.binding.en
    assert "perlu" in best.binding.id


def test_nothing_holds_is_said_with_what_stops_it() -> None:
    weak = (BoardGrade("F lemah", "F", 0.8, 310, 3.2),)
    found = recommend(Request(Product((500, 400, 300), 9, "kayu"), USUAL_JOURNEYS["export"], boards=weak))
    assert not found.alternatives
    assert found.notes[-1].code == "note.none_holds"
    assert "F lemah" in found.notes[-1].id and "F lemah" in found.notes[-1].en


def test_room_beside_plates_is_filled_and_small_faces_are_told() -> None:
    """A tile: its edges bear less than a pad of that thickness needs, and nothing holds the plates but filling."""
    best = recommend(Request(Product((220, 140, 18), 0.85, "keramik"), COURIER), deciding=False).best
    assert best is not None
    design = best.proven.padding.design
    assert design is not None and design.arrangement == "faces"
    inside = math.prod(best.proven.made.inside_mm) / 1e6
    assert 0.5 * inside < best.proven.filling_litres < inside
    assert "cushion.face_small" in {finding.message.code for finding in best.proven.sheet.findings}


def test_stock_box_must_be_large_enough_and_hold() -> None:
    board = BY_CODE["B 459 g/m²"]
    small = StockBox("S", "Kotak kecil", (150, 100, 100), board)
    medium = StockBox("M", "Kotak sedang", (350, 250, 200), board)
    large = StockBox("L", "Kotak besar", (600, 500, 400), board)
    found = recommend(Request(VASE, COURIER, stock_boxes=(large, small, medium)), deciding=False)
    stock = next(a for a in found.alternatives if "stock" in a.roles)
    assert stock.proven.stock_box == medium
    design = stock.proven.padding.design
    assert design is not None and design.arrangement == "faces"
    taken = math.prod(VASE.size_mm) / 1e6 + stock.proven.padding.volume_cm3 / 1000
    assert stock.proven.filling_litres == pytest.approx(350 * 250 * 200 / 1e6 - taken)
    assert [r.why.code for r in found.rejected if r.name.id == "Kotak kecil"] == ["refused.stock_small"]
    none = recommend(Request(VASE, COURIER, stock_boxes=(small,)), deciding=False)
    assert "note.no_stock" in [n.code for n in none.notes]


def offer(board: str, price: float, supplier: str = "CV Karton Jaya") -> PriceList:
    return PriceList(BoardPrice(board, "m2", Breaks.of(price), Origin(supplier, date(2026, 11, 2))))


def test_cheapest_only_with_prices_and_says_whose() -> None:
    without = recommend(Request(VASE, COURIER), deciding=False)
    assert "note.no_prices" in [n.code for n in without.notes]
    assert not any("cheapest" in a.roles for a in without.alternatives)
    prices = (offer("E 350 g/m²", 9000), offer("B 459 g/m²", 4000), offer("B 459 g/m²", 3900, "PT Lain"))
    found = recommend(Request(VASE, COURIER, prices=prices, quantity=500, on=date(2026, 11, 24)), deciding=False)
    cheapest = next(a for a in found.alternatives if "cheapest" in a.roles)
    assert cheapest.proven.board.code == "B 459 g/m²"
    assert cheapest.proven.cost is not None
    assert float(cheapest.proven.cost.unit) == pytest.approx(cheapest.proven.made.rectangle_m2 * 3900, rel=1e-3)
    said = next(r for r in cheapest.reasons if r.code == "reason.cheapest")
    assert "PT Lain, 2026-11-02" in said.id and "500 kotak" in said.id


def test_own_value_moves_the_pack_and_is_no_assumption_any_more() -> None:
    values = Values([Calibration("material_g.ceramic", 80, "Uji jatuh kantor, 3 Nov 2026", 75, 85)])
    before = recommend(Request(VASE, COURIER), deciding=False).alternatives[0].proven
    after = recommend(Request(VASE, COURIER, values=values), deciding=False).alternatives[0].proven
    assert after.made.inside_mm[0] < before.made.inside_mm[0]
    assert "material_g.ceramic" in [a.code for a in before.sheet.assumptions]
    assert "material_g.ceramic" not in [a.code for a in after.sheet.assumptions]


def test_what_decides_is_told() -> None:
    found = recommend(Request(VASE, COURIER))
    deciding = found.alternatives[0].deciding
    assert deciding and deciding[0].code == "material_g.ceramic"
    assert found.alternatives[1].deciding is None
    assert with_deciding(found.request, found.alternatives[1]).deciding is not None


def test_longer_side_comes_first() -> None:
    turned = recommend(Request(Product((140, 220, 90), 0.85, "keramik"), COURIER), deciding=False)
    straight = recommend(Request(VASE, COURIER), deciding=False)
    assert turned.notes[0].code == "note.turned"
    assert turned.alternatives[0].proven.made == straight.alternatives[0].proven.made


def test_soft_goods_are_wrapped_and_a_pillow_pack_is_for_them_alone() -> None:
    scarf = recommend(Request(Product((150, 100, 15), 0.1, "batik"), USUAL_JOURNEYS["hand"], purpose="gift"))
    assert scarf.alternatives and scarf.alternatives[0].proven.padding.cushion is None
    assert "thumb.rugged" in [t.code for t in scarf.thumb]
    vase = recommend(Request(VASE, USUAL_JOURNEYS["hand"], purpose="gift"), deciding=False)
    assert "refused.only_soft" in [r.why.code for r in vase.rejected if r.style == "carton-pillow"]


def test_open_styles_and_fitments_are_refused_with_the_rule() -> None:
    found = recommend(Request(VASE, COURIER), deciding=False)
    why = {r.style: r.why for r in found.rejected}
    assert why["0200"].code == "refused.open" and "atas" in why["0200"].id and "top" in why["0200"].en
    assert why["insert"].code == "refused.fitment"


def test_every_style_is_proposed_or_refused() -> None:
    found = recommend(Request(VASE, COURIER), deciding=False)
    told = {a.proven.style.code for a in found.alternatives} | {r.style for r in found.rejected}
    assert told == {one.code for one in styles()}


def test_rule_of_thumb_for_makers_without_tests() -> None:
    found = recommend(Request(VASE, COURIER), deciding=False)
    assert [t.code for t in found.thumb] == [
        "thumb.moderate",
        "thumb.padding",
        "thumb.two_boxes",
        "thumb.shake",
        "thumb.test",
    ]
    assert "5,0 cm" in found.thumb[1].id


def test_carriers_that_differ_are_all_shown() -> None:
    found = recommend(Request(VASE, COURIER, carriers=carriers_named("J&T")), deciding=False)
    shipped = found.alternatives[0].proven.shipped
    assert sorted({w.carrier.divisor for w in shipped if w.carrier.divisor}) == [5000, 6000]
    assert found.request.divisor == 5000
    assert any(step.name == "shipping.volumetric" for step in found.alternatives[0].proven.sheet.steps)
    assert "note.carriers_differ" in [n.code for n in found.notes]


def test_unknown_material_says_what_to_measure() -> None:
    with pytest.raises(MissingValueError, match="fragility band"):
        recommend(Request(Product((100, 100, 100), 1, "adamantium"), COURIER))


def test_leg_of_the_office_counts() -> None:
    high = (Leg("truck", days=30, humidity=90, stack_height_mm=2400),)
    low = (Leg("truck", days=3, humidity=50, stack_height_mm=600),)
    vase = Product((300, 250, 200), 8, "keramik")
    heavy = recommend(Request(vase, high), deciding=False).alternatives[0].proven
    light = recommend(Request(vase, low), deciding=False).alternatives[0].proven
    assert heavy.board.grammage > light.board.grammage


def test_sheets_hold_whole_boxes() -> None:
    assert boxes_per_sheet(((1000, 500, 1),), (2000, 1000)) == 4
    assert boxes_per_sheet(((500, 1000, 1),), (2000, 1000)) == 4
    assert boxes_per_sheet(((600, 500, 1), (600, 400, 1)), (1200, 1000)) == 2
    assert boxes_per_sheet(((2100, 500, 1),), (2000, 1000)) is None


@pytest.mark.parametrize("code", sorted(AREA))
def test_estimates_are_near_what_is_made(code: str) -> None:
    one = style(code)
    choice = random.Random(f"held out {code}")
    worst_area, worst_side, seen = 0.0, 0.0, 0
    for _ in range(400):
        sides = [choice.uniform(low, min(high, 700)) for low, high in zip(one.smallest, one.largest, strict=True)]
        size = (max(sides[:2]), min(sides[:2]), sides[2])
        board = choice.choice(DEFAULT_STOCK)
        try:
            made = measures(build(code, size, as_board(board)))
        except BoxError:
            continue
        estimate = estimate_of(one, size, board)
        assert isinstance(estimate, Estimate)
        worst_area = max(worst_area, abs(estimate.area_m2(size, board.caliper_mm) * 1e6 / made.area - 1))
        outside = estimate.outside_mm(size, board.caliper_mm)
        worst_side = max(worst_side, *(abs(a / b - 1) for a, b in zip(outside, made.outside, strict=True)))
        seen += 1
        if seen == 20:
            break
    assert seen >= 10
    assert worst_area < 0.12, f"{code}: area off by {worst_area:.3f}; run scripts/make_pack_estimates.py"
    assert worst_side < 0.08, f"{code}: outside off by {worst_side:.3f}; run scripts/make_pack_estimates.py"


def test_a_style_that_the_table_does_not_know_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(AREA, "0201")
    board = BY_CODE["B 459 g/m²"]
    estimate = estimate_of(style("0201"), (300, 200, 150), board)
    made = make("0201", (300, 200, 150), board)
    assert isinstance(estimate, Estimate) and not isinstance(made, BoxError)
    assert estimate.area_m2((300, 200, 150), board.caliper_mm) == pytest.approx(made.area_m2)
    assert estimate.outside_mm((300, 200, 150), board.caliper_mm) == pytest.approx(made.outside_mm)


def test_proposed_boxes_pass_the_fold_test() -> None:
    for alternative in recommend(Request(VASE, COURIER), deciding=False).alternatives:
        proven = alternative.proven
        box = draw(proven.style.code, proven.made.inside_mm, proven.board)
        assert not findings(box, proven.style)
