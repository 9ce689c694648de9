"""Duties of a product: as the rules say for what is stated, settled by papers that count, and nothing is made up."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from django.urls import reverse
from tests.people import World
from tests.products.made import make_product, own_maker

from binakriya.engines.labels.demands import ProductFacts, Standing
from binakriya.products import operations
from binakriya.products.models import Product
from binakriya.products.operations import PaperFacts
from binakriya.products.queries.duties import duties_page
from binakriya.products.queries.labelling import label_facts, labelling_of
from binakriya.products.rules.particulars import Part, Particulars

TODAY = date(2026, 11, 24)
WALLET = Particulars(
    brand="Kharisma",
    audience="general",
    answers={"animal": True, "pig_or_dog": False, "skin_contact": True},
    composition=(Part("kulit sapi", Decimal(100)),),
    net_amount=Decimal(1),
    net_unit="piece",
    destinations=("ID", "EU"),
    address="Serpong",
)


@pytest.fixture
def wallet(world: World) -> UUID:
    made = make_product(world, own_maker(world), name="Dompet", material="leather", kind="dompet")
    operations.state_particulars(product_id=made, given=WALLET, by=world.actor("maker"), now=world.now)
    return made


def test_what_is_stated_reaches_the_rules_and_the_rest_stays_unknown(world: World, wallet: UUID) -> None:
    facts = label_facts(product_ids=[wallet])[wallet]
    assert (facts.name, facts.material, facts.kind, facts.origin) == ("Dompet", "leather", "dompet", "ID")
    assert (facts.animal, facts.pig_or_dog, facts.skin_contact) == (True, False, True)
    assert (facts.maker_name, facts.maker_address, facts.brand) == ("Anyaman Orang Sendiri", "Serpong", "Kharisma")
    assert facts.battery is None and facts.food_contact is None and facts.hs == "" and facts.operator_size == ""
    bare = make_product(world, name="Bakul", material="bamboo")
    empty = label_facts(product_ids=[bare])[bare]
    for field in fields(ProductFacts):
        if field.name not in {"name", "material", "maker_name", "origin"}:
            assert getattr(empty, field.name) in ("", None, ()), field.name


def test_a_paper_settles_a_duty_only_once_the_office_has_seen_it(world: World, wallet: UUID) -> None:
    officer, maker = world.actor("officer"), world.actor("maker")

    def halal() -> Standing:
        page = duties_page(product_id=wallet, destination="ID", by=officer, today=TODAY)
        return next(row.standing for row in page.due if row.key == "halal")

    assert halal() is Standing.OPEN
    facts = PaperFacts("halal", "LPH Contoh", date(2018, 11, 1), valid_until=date(2026, 12, 1))
    paper = operations.add_paper(product_id=wallet, facts=facts, by=maker, now=world.now)
    assert halal() is Standing.OPEN and labelling_of(product_id=wallet, by=officer)[2] == ()
    operations.check_paper(product_id=wallet, paper_id=paper, by=officer, now=world.now)
    assert halal() is Standing.SOON
    operations.remove_paper(product_id=wallet, paper_id=paper, by=officer, now=world.now)
    expired = replace(facts, valid_until=date(2026, 11, 23))
    operations.add_paper(product_id=wallet, facts=expired, by=officer, now=world.now)
    assert halal() is Standing.EXPIRED


def test_the_page_asks_and_shows_where_each_rule_comes_from(world: World, wallet: UUID) -> None:
    client, address = world.client("maker"), reverse("products:duties", args=[wallet])
    said = client.get(address, {"tujuan": "EU"}).content.decode()
    assert "GPSR" in said and "hal belum diketahui" in said and "Dasar aturannya" in said
    assert f"{reverse('products:paper-add', args=[wallet])}?untuk=risk-file" in said
    assert client.get(address, {"tujuan": "MARS"}).status_code == 200
    home = client.get(address).content.decode()
    assert "Sertifikat halal" in home and "belum ada dokumennya" in home
    with pytest.raises(Product.DoesNotExist):
        duties_page(product_id=wallet, destination="ID", by=world.actor("other_officer"), today=TODAY)
