"""Ways into the studio."""

import re
from html import unescape

from django.urls import reverse
from tests.packaging.made import make_version, the_product
from tests.people import World


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
