"""Ways into the studio."""

from django.urls import reverse
from tests.packaging.made import the_product
from tests.people import World


def test_the_list_and_the_product_lead_to_the_studio(world: World) -> None:
    client = world.client("officer")
    assert f'href="{reverse("packaging:studio")}"' in client.get(reverse("packaging:specifications")).content.decode()
    product = the_product(world)
    text = client.get(reverse("products:product", args=[product.product_id])).content.decode()
    assert f"{reverse('packaging:studio')}?product={product.variant_id}" in text and "Buat kemasan" in text
