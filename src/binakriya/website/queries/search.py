"""The global search: enterprises, products, activities and people that the actor may see."""

import datetime as dt
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from binakriya.accounts.queries.people import find_people
from binakriya.accounts.rules import Actor, Deed
from binakriya.products.queries.listing import find_products
from binakriya.registry.queries.cards import find_enterprises
from binakriya.training.queries.activities import activities_page
from binakriya.website.addresses import address
from binakriya.website.pages import Row, SearchGroup, SearchPage
from binakriya.website.templatetags.kriya import day

LEAST = 2  # letters
SHOWN = 8  # rows of a group


def search_page(*, text: str, by: Actor, now: dt.datetime) -> SearchPage:
    """Nothing is looked for under two letters. Each room answers only what its own rules let the actor see."""
    if len(text) < LEAST:
        return SearchPage(text=text)
    groups = []
    if by.may(Deed.REGISTRY_READ):
        found = find_enterprises(text=text, office_id=by.office_id, limit=SHOWN)
        groups.append(
            SearchGroup(
                _("IKM"),
                "store",
                tuple(
                    Row(
                        one.name,
                        " · ".join(filter(None, (one.owner, one.place))),
                        address("registry:enterprise", enterprise_id=one.id),
                    )
                    for one in found
                ),
                len(found),
                f"{address('registry:enterprises')}?{urlencode({'q': text})}" if len(found) == SHOWN else "",
            )
        )
    products = find_products(text=text, by=by, limit=SHOWN)
    if products:
        listed = by.may(Deed.PRODUCTS_READ) and len(products) == SHOWN
        groups.append(
            SearchGroup(
                _("Produk"),
                "package",
                tuple(
                    Row(
                        one.name,
                        " · ".join(filter(None, (one.maker, one.material, one.size))),
                        address("products:product", product_id=one.id),
                    )
                    for one in products
                ),
                len(products),
                f"{address('products:products')}?{urlencode({'q': text})}" if listed else "",
            )
        )
    if by.may(Deed.TRAINING_READ):
        page = activities_page(by=by, now=now, when="all", text=text)
        rows = tuple(
            Row(one.title, f"{day(one.starts_on)} · {one.venue}", address("training:activity", activity_id=one.id))
            for one in page.rows[:SHOWN]
        )
        groups.append(SearchGroup(_("Kegiatan"), "calendar-days", rows, page.total))
    people = find_people(by=by, text=text, limit=SHOWN)
    if people:
        groups.append(
            SearchGroup(
                _("Orang"),
                "user",
                tuple(
                    Row(one.name, one.email or one.phone, address("accounts:person", person_id=one.id))
                    for one in people
                ),
                len(people),
            )
        )
    return SearchPage(text=text, groups=tuple(groups))
