"""Products as the rules of labels (`engines.labels.demands`) look at them, and the papers that settle their duties.

What nobody has stated stays empty, so that the rules ask for it.
"""

from collections.abc import Collection
from uuid import UUID

from binakriya.accounts.rules import Actor
from binakriya.engines.labels.demands import Held, ProductFacts, Share
from binakriya.products.models import Product
from binakriya.products.queries.papers import HeldPaper, papers_held
from binakriya.products.queries.particulars import particulars_of
from binakriya.products.queries.scope import visible
from binakriya.products.rules.particulars import Particulars
from binakriya.registry.queries import cards

CHUNK = 500
# Whatever is registered here is made here.
ORIGIN = "ID"


def label_facts(*, product_ids: Collection[UUID]) -> dict[UUID, ProductFacts]:
    """For rooms above, which have checked already that the actor may see the products; unknown ids are absent."""
    ids, found = list(product_ids), {}
    stated = particulars_of(product_ids=ids)
    for at in range(0, len(ids), CHUNK):
        rows = list(Product.objects.filter(id__in=ids[at : at + CHUNK]))
        makers = cards([row.maker_id for row in rows])
        for row in rows:
            found[row.id] = facts_of(row, makers[row.maker_id].name, stated.get(row.id, Particulars()))
    return found


def facts_of(row: Product, maker: str, given: Particulars) -> ProductFacts:
    answers = given.answers
    return ProductFacts(
        name=row.name,
        kind=row.kind,
        material=row.material,
        technique=row.technique,
        composition=tuple(Share(one.material, one.percent) for one in given.composition),
        hs=given.hs,
        audience=given.audience,  # type: ignore[arg-type]
        food_contact=answers.get("food_contact"),
        skin_contact=answers.get("skin_contact"),
        animal=answers.get("animal"),
        pig_or_dog=answers.get("pig_or_dog"),
        listed_species=answers.get("listed_species"),
        battery=answers.get("battery"),
        origin=ORIGIN,
        made_on=given.made_on,
        identifier=given.identifier,
        care=given.care,
        net_amount=given.net_amount,
        net_unit=given.net_unit,
        brand=given.brand,
        maker_name=maker,
        maker_address=given.address,
        maker_electronic=given.contact,
        responsible_person=given.responsible_person,
        channels=given.channels,  # type: ignore[arg-type]
        wood_packing=answers.get("wood_packing"),
        plastic_pack=answers.get("plastic_pack"),
        operator_size=given.operator_size,  # type: ignore[arg-type]
        member_state=given.member_state,
        california=answers.get("california"),
    )


def papers_for_duties(papers: Collection[HeldPaper]) -> tuple[Held, ...]:
    """Those that count: seen by the office."""
    return tuple(Held(one.subject, one.result, one.issued_on, one.valid_until) for one in papers if one.checked)


def labelling_of(*, product_id: UUID, by: Actor) -> tuple[ProductFacts, Particulars, tuple[Held, ...]]:
    """One product that the actor sees: what rules look at, what is stated, which papers count. Raises NotAllowed,
    Product.DoesNotExist."""
    row = visible(by).get(id=product_id)
    given = particulars_of(product_ids=[product_id]).get(product_id, Particulars())
    maker = cards([row.maker_id])[row.maker_id].name
    return (
        facts_of(row, maker, given),
        given,
        papers_for_duties(papers_held(product_ids=[product_id]).get(product_id, ())),
    )
