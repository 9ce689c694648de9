"""Ways into the studio."""

import re
from html import unescape
from uuid import UUID

from django.urls import reverse
from tests.packaging.made import make_version, the_product
from tests.people import World

from binakriya.packaging import operations
from binakriya.packaging.queries import version_facts


def test_the_list_and_the_product_lead_to_the_studio(world: World) -> None:
    client = world.client("officer")
    assert f'href="{reverse("packaging:studio")}"' in client.get(reverse("packaging:specifications")).content.decode()
    product = the_product(world)
    text = client.get(reverse("products:product", args=[product.product_id])).content.decode()
    assert f"{reverse('packaging:studio')}?product={product.variant_id}" in text and "Buat kemasan" in text


def test_a_version_is_renewed_in_the_studio_with_its_own_question(world: World) -> None:
    client = world.client("officer")
    made = make_version(world, journey="export")
    text = client.get(reverse("packaging:version", args=[made])).content.decode()
    found = re.search(rf'href="({re.escape(reverse("packaging:studio"))}[?][^"]+)"', text)
    assert found and "journey=export" in found.group(1)
    again = client.get(unescape(found.group(1)))
    assert again.status_code == 200 and 'class="draw"' in again.content.decode()


def test_a_renewed_version_asks_what_was_asked_before(world: World) -> None:
    client = world.client("officer")
    product = the_product(world)
    question = {"product": str(product.variant_id), "journey": "courier", "quantity": "250", "purpose": "shipping"}
    chosen = {"destination": "eu", "printing": "medium", "style": "0201", "p_joint": "45", "board": "B 520 g/m²"}
    answer = client.post(reverse("packaging:studio-save"), {**question, **chosen, "nonce": "satu"})
    made = answer["Location"].rstrip("/").rsplit("/", 1)[-1]
    content = version_facts(version_id=UUID(made), by=world.system).content
    assert content["asked"] | {"carriers": []} == {
        "to_eu": True,
        "carriers": [],
        "style": "0201",
        "board": "B 520 g/m²",
        "cushion": "",
        "parameters": {"joint": 45.0},
    }
    again = operations.renew_version(version_id=UUID(made), by=world.actor("officer"), now=world.now, nonce="dua")
    after = version_facts(version_id=again, by=world.system).content
    for name in ("asked", "printing", "quantity"):
        assert after[name] == content[name]
    assert after["box"]["board"]["code"] == "B 520 g/m²" and after["box"]["parameters"]["joint"] == 45.0
    link = re.search(
        r'href="([^"]+)"[^>]*>(?:(?!</a>).)*Susun versi baru', client.get(answer["Location"]).content.decode()
    )
    assert link
    for part in ("destination=eu", "printing=medium", "style=0201", "p_joint=45", "board=B"):
        assert part in unescape(link.group(1))
