"""A passport's page is cheap: what it asks the database does not grow, and stays within the house's measure."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.people import World
from tests.products.made import make_product, own_maker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("who", "most"), [("officer", 12), ("maker", 12)])
def test_queries_of_a_page(world: World, who: str, most: int) -> None:
    one = make_product(world, own_maker(world))
    client = world.client(who)
    client.get(f"/produk/{one}/paspor/")
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/produk/{one}/paspor/").status_code == 200
    assert len(asked) <= most, [q["sql"][:120] for q in asked.captured_queries]
