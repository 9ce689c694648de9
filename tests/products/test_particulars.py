"""What is stated for labels: kept as said, asked for where unknown, refused where it cannot be."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from tests.people import World
from tests.products.made import make_product, own_maker

from binakriya.accounts.rules import Refused
from binakriya.foundation.queries import history_of
from binakriya.products import operations
from binakriya.products.models import Product
from binakriya.products.queries.particulars import particulars_changed_since, particulars_of, stated
from binakriya.products.rules.particulars import (
    ANSWERS,
    AUDIENCES,
    DESTINATIONS,
    UNITS,
    Part,
    Particulars,
    checked,
    lines_of,
    parts_of,
    read,
    written,
)

WHOLE = Particulars(
    brand="Kharisma",
    story={"id": "Dibuat di Serpong.", "en": ""},
    audience="general",
    answers={"food_contact": True, "skin_contact": False},
    address="Jalan Buaran, Serpong",
    care=("wash-hand",),
    composition=(Part("katun", Decimal(80)), Part("rami", Decimal(20))),
    hs="691200",
    net_amount=Decimal("1.5"),
    net_unit="kg",
    destinations=("ID", "EU"),
)


@st.composite
def shares(draw: st.DrawFn) -> tuple[Part, ...]:
    cuts = sorted(draw(st.sets(st.integers(1, 99), max_size=5)))
    edges = [0, *cuts, 100]
    return tuple(Part(f"bahan {n}", Decimal(b - a)) for n, (a, b) in enumerate(pairwise(edges)))


@given(
    brand=st.text(max_size=60),
    audience=st.sampled_from(["", *AUDIENCES]),
    answers=st.dictionaries(st.sampled_from(ANSWERS), st.booleans()),
    parts=st.one_of(st.just(()), shares()),
    net=st.one_of(st.none(), st.tuples(st.decimals("0.001", 100000, places=3), st.sampled_from(UNITS))),
    where=st.sets(st.sampled_from(DESTINATIONS), min_size=1),
)
def test_what_is_stated_comes_back(
    brand: str, audience: str, answers: dict[str, bool], parts: Any, net: Any, where: set[str]
) -> None:
    said = checked(
        Particulars(
            brand=brand,
            audience=audience,
            answers=answers,
            composition=parts,
            net_amount=net[0] if net else None,
            net_unit=net[1] if net else "",
            destinations=tuple(where),
        )
    )
    assert read(written(said)) == said == checked(said)
    assert parts_of(lines_of(said.composition)) == said.composition


@pytest.mark.parametrize(
    ("reason", "values"),
    [
        ("choice_unknown", {"audience": "cats"}),
        ("choice_unknown", {"answers": {"alive": True}}),
        ("choice_unknown", {"channels": ("theft",)}),
        ("choice_unknown", {"operator_size": "huge"}),
        ("state_letters", {"member_state": "D1"}),
        ("parts_sum", {"composition": (Part("katun", Decimal(80)),)}),
        ("parts_many", {"composition": tuple(Part(f"b{n}", Decimal(10)) for n in range(10))}),
        ("hs_digits", {"hs": "69a"}),
        ("hs_digits", {"hs": "٦٩١٢"}),
        ("net_amount", {"net_amount": Decimal(0), "net_unit": "g"}),
        ("net_unit", {"net_unit": "g"}),
        ("choice_unknown", {"net_amount": Decimal(1), "net_unit": "stone"}),
        ("choice_unknown", {"destinations": ("XX",)}),
        ("destination_needed", {"destinations": ()}),
    ],
)
def test_what_cannot_be_is_refused(reason: str, values: dict[str, Any]) -> None:
    with pytest.raises(Refused, match=reason):
        checked(replace(Particulars(), **values))


@pytest.mark.parametrize("line", ["katun", "80", "katun delapan", "katun NaN", "katun -3", "katun 101", "\u202e 50"])
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(Refused, match="part_unreadable"):
        parts_of(f"rami 10\n{line}")


@pytest.fixture
def product(world: World) -> UUID:
    return make_product(world, own_maker(world))


def test_stated_by_the_maker_and_told_in_the_history(world: World, product: UUID) -> None:
    maker = world.actor("maker")
    assert particulars_of(product_ids=[product]) == {}
    said: dict[str, Any] = {"product_id": product, "given": WHOLE, "by": maker, "now": world.now}
    assert operations.state_particulars(**said)
    assert not operations.state_particulars(**said)
    assert particulars_of(product_ids=[product]) == {product: WHOLE}
    assert particulars_changed_since(world.now) == {product}
    shown = {str(c.after) for e in history_of(kind="products.product", object_id=product, limit=3) for c in e.changes}
    assert {"Kharisma", "katun 80 %, rami 20 %", "1,5 kg", "Indonesia, Uni Eropa"} <= shown
    with pytest.raises(Product.DoesNotExist):
        stated(product_id=product, by=world.actor("other_officer"))


def test_nobody_s_words_are_overwritten_unseen(world: World, product: UUID) -> None:
    officer = world.actor("officer")
    before = stated(product_id=product, by=officer).mark
    operations.state_particulars(product_id=product, given=WHOLE, by=world.actor("maker"), now=world.now)
    with pytest.raises(Refused, match="changed_meanwhile"):
        operations.state_particulars(product_id=product, given=Particulars(), seen=before, by=officer, now=world.now)


def test_the_form_keeps_what_was_typed_and_says_what_is_wrong(world: World, product: UUID) -> None:
    client, address = world.client("maker"), reverse("products:particulars", args=[product])
    form = {"brand": "Kharisma", "destinations": ["ID", "EU"], "composition": "katun 80\nrami 10", "animal": "no"}
    said = client.post(address, form).content.decode()
    assert "seharusnya 100" in said and "Kharisma" in said and "rami 10" in said
    said = client.post(address, form | {"composition": "katun delapan"}).content.decode()
    assert "“katun delapan” tidak terbaca" in said
    sent = client.post(address, form | {"composition": "katun 80\nrami 20", "net_amount": "1,5", "net_unit": "kg"})
    assert sent.status_code == 302
    found = particulars_of(product_ids=[product])[product]
    assert (found.net_amount, found.answers) == (Decimal("1.5"), {"animal": False})
    assert 'value="1,5"' in client.get(address).content.decode()
