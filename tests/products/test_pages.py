"""The pages: what is typed wrong is said and kept, what is right is told; on whose page what stands."""

import io
import re
from decimal import Decimal
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image
from tests.people import World
from tests.products.made import make_maker, make_product, measured, own_maker
from tests.training.made import make_activity

from binakriya.products.models import Product, Variant
from binakriya.products.queries.scope import visible
from binakriya.training import operations as training
from binakriya.training.models import Registration


@pytest.fixture
def product(world: World) -> UUID:
    return make_product(world)


def _size(**more: str) -> dict[str, str]:
    usual = {"shape": "box", "unit": "mm", "length": "20 cm", "breadth": "140", "height": "90", "mass": "0,85 kg"}
    return usual | {"who": "Orang officer", "on": "2018-11-16", "how": "ruler"} | more


def _measure(product: UUID) -> str:
    first = Variant.objects.filter(product_id=product)[0]
    return reverse("products:measure", args=[product, first.id])


def test_a_product_is_added_in_three_steps(world: World) -> None:
    maker, officer = make_maker(world), world.client("officer")
    found = officer.get(reverse("products:new"), {"cari": "gerabah"})
    assert f"?usaha={maker}" in found.content.decode()
    form = {"name": "Vas", "material": "ceramic", "form": "plain", "nonce": "abc"}
    for _twice in range(2):
        sent = officer.post(f"{reverse('products:new')}?usaha={maker}", form)
        assert sent.status_code == 302 and sent["Location"].endswith("/ukur/?langkah=2")
    assert Product.objects.count() == 1
    sent = officer.post(sent["Location"], _size(), follow=True)
    said = sent.content.decode()
    assert "200\u00a0×\u00a0140\u00a0×\u00a090\u00a0mm" in said and "20 cm dibaca 200\u00a0mm" in said
    out = io.BytesIO()
    Image.new("RGB", (40, 30)).save(out, "JPEG")
    photo = SimpleUploadedFile("a.jpg", out.getvalue())
    address = reverse("products:photos", args=[Product.objects.get().id])
    sent = officer.post(address, {"photo": photo}, follow=True)
    source = re.search(r'srcset="(/produk/[^ ]+320\.webp) 320w', sent.content.decode())
    assert source
    picture = officer.get(source[1])
    assert picture["Content-Type"] == "image/webp"
    assert world.client("other_officer").get(source[1]).status_code == 404


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("length", "0", "lebih besar dari nol"),
        ("length", "-4", "lebih besar dari nol"),
        ("length", "nan", "tidak terbaca"),
        ("height", "10 km", "paling besar 3.000 mm"),
        ("breadth", "0.1 mm", "paling kecil 1 mm"),
        ("breadth", "", "Lebar kosong"),
        ("height", "", "massa saja tidak cukup"),
        ("mass", "850 kati", "Pakai g, ons, kg"),
        ("mass", "850 kg", "lebih berat daripada emas"),
        ("mass", "1.250 kg", "1,25 kg"),
        ("outline", "0; 0\nabc", "dua angka sebaris"),
        ("on", "2999-01-01", "belum tiba"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_kept(
    world: World, product: UUID, field: str, typed: str, said: str
) -> None:
    shape = "irregular" if field == "outline" else "box"
    before = Variant.objects.values().get(product_id=product)
    sent = world.client("officer").post(_measure(product), _size(**{"shape": shape, field: typed}))
    assert sent.status_code == 422
    form = sent.context["form"]
    assert any(said in error for error in form.errors[field]), form.errors
    assert form[field].value() == typed
    assert Variant.objects.values().get(product_id=product) == before


def test_what_only_round_things_leave_out_is_not_called_optional(world: World, product: UUID) -> None:
    text = world.client("officer").get(_measure(product)).content.decode()
    label = re.search(r'<label for="id_breadth">(.*?)</label>', text)
    assert label and "boleh kosong" not in label[1]


def test_bare_numbers_may_be_centimetres(world: World, product: UUID) -> None:
    officer = world.client("officer")
    sent = officer.post(_measure(product), _size(unit="cm", length="20", breadth="14", height="9"), follow=True)
    assert "9 cm dibaca 90\u00a0mm" in sent.content.decode()


def test_a_round_thing_gives_its_diameter_once(world: World, product: UUID) -> None:
    world.client("officer").post(_measure(product), _size(shape="cylinder", breadth=""))
    variant = Variant.objects.get(product_id=product)
    assert variant.shape == "cylinder" and variant.length_mm == variant.breadth_mm == Decimal(200)


def test_the_list_is_searched_filtered_and_sorted(world: World) -> None:
    gerabah, rotan = make_maker(world), make_maker(world, "Rotan Jaya")
    make_product(world, gerabah, "Vas", "keramik")
    make_product(world, rotan, "Kursi", "rotan", measured=measured(mass=None))
    make_product(world, rotan, "Meja", "rotan", measured=None)
    officer, address = world.client("officer"), reverse("products:products")

    def names(**asked: str) -> list[str]:
        return [row.name for row in officer.get(address, asked).context["page"].rows]

    assert names() == ["Kursi", "Meja", "Vas"]
    assert names(q="rotan") == ["Kursi", "Meja"] and names(q="gerabah") == ["Vas"]
    assert names(bahan="ceramic") == ["Vas"]
    assert names(usaha=str(rotan)) == ["Kursi", "Meja"]
    assert names(kurang="ukuran") == ["Meja"] and names(kurang="massa") == ["Kursi", "Meja"]
    assert names(wilayah="36.74.01") == ["Kursi", "Meja", "Vas"] and names(wilayah="36.74.02") == []
    assert names(urut="-massa")[0] == "Vas"
    assert names(q="tidak ada", urut="bahan", usaha="rusak", wilayah="x") == []
    assert names(keadaan="arsip") == []
    assert officer.get(reverse("search"), {"q": "kursi"}).content.decode().count("Rotan Jaya") >= 1


def test_a_longer_list_costs_no_more_reads(world: World) -> None:
    maker, counts = make_maker(world), []
    officer, address = world.client("officer"), reverse("products:products")
    officer.get(address)
    for number in (2, 10):
        while Product.objects.count() < number:
            make_product(world, maker, f"Produk {Product.objects.count()}")
        with CaptureQueriesContext(connection) as seen:
            officer.get(address)
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 20


def test_the_enterprises_page_shows_its_products(world: World, product: UUID) -> None:
    maker = Product.objects.get(id=product).maker_id
    page = world.client("officer").get(reverse("registry:enterprise", args=[maker])).content.decode()
    assert "Vas bunga" in page and reverse("products:product", args=[product]) in page
    assert f"{reverse('products:new')}?usaha={maker}" in page
    assert f"?usaha={maker}" not in world.client("leadership").get(reverse("products:products")).content.decode()


def test_a_makers_own_page(world: World) -> None:
    client = world.client("maker")
    assert reverse("registry:ask") in client.get(reverse("products:own")).content.decode()
    own = own_maker(world)
    assert "Tambah produk pertama" in client.get(reverse("products:own")).content.decode()
    form = client.get(reverse("products:new"))
    assert form.context["choice"].chosen.id == own, "with one enterprise there is nothing to choose"
    client.post(reverse("products:new"), {"name": "Tas", "material": "pandan", "form": "plain"})
    page = client.get(reverse("products:own")).content.decode()
    assert "Tas" in page and "belum diukur" in page
    assert client.get(reverse("products:products")).status_code == 403


def test_a_practitioner_reaches_the_products_of_the_own_class(world: World) -> None:
    maker = make_maker(world)
    made = make_product(world, maker)
    practitioner, officer = world.actor("practitioner"), world.actor("officer")
    assert not visible(practitioner).exists()
    activity = make_activity(world)
    training.engage_practitioner(
        activity_id=activity, name="Galih", person_id=world.people["practitioner"], by=officer, now=world.now
    )
    assert not visible(practitioner).exists()
    training.register(
        activity_id=activity, name="Peserta", business_name="Gerabah", enterprise_id=maker, by=officer, now=world.now
    )
    assert [one.id for one in visible(practitioner)] == [made]
    client = world.client("practitioner")
    assert client.post(_measure(made), _size()).status_code == 302
    assert client.get(reverse("registry:enterprise", args=[maker])).status_code == 403


def test_a_name_and_a_phone_on_the_public_page_open_no_products(world: World) -> None:
    """Whoever knows a business's name and phone could else make its products their class's."""
    phone = "+6281234567890"
    maker = make_maker(world, phones=(phone,))
    make_product(world, maker)
    practitioner, activity = world.actor("practitioner"), make_activity(world)
    training.engage_practitioner(
        activity_id=activity,
        name="Galih",
        person_id=world.people["practitioner"],
        by=world.actor("officer"),
        now=world.now,
    )
    training.register(
        activity_id=activity,
        name="Entah Siapa",
        business_name="Gerabah Serpong",
        phone=phone,
        consents=["contact"],
        by=world.actor("visitor"),
        now=world.now,
    )
    assert Registration.objects.get().enterprise_id == maker
    assert not visible(practitioner).exists()


def test_another_offices_enterprise_does_not_exist_for_whoever_adds_products(world: World) -> None:
    elsewhere = make_maker(world, "Anyaman Rahasia", office_id=world.other_office_id)
    address = f"{reverse('products:new')}?usaha={elsewhere}"
    for role in ("officer", "maker", "practitioner"):
        assert "Anyaman Rahasia" not in world.client(role).get(address).content.decode()


def test_a_drop_test_is_told_with_its_interval(world: World, product: UUID) -> None:
    officer, address = world.client("officer"), reverse("products:evidence", args=[product])
    form = {"method": "bracket", "tested_by": "Orang officer", "tested_on": "2018-11-16", "nonce": "n"}
    bad = officer.post(address, form | {"drops": "600 selamat\n70 cm entah"})
    assert bad.status_code == 422 and "selamat atau rusak" in bad.content.decode()
    page = officer.post(address, form | {"drops": "600 selamat\n70 cm rusak"}, follow=True).content.decode()
    assert "tinggi kritis 650 mm, antara 600 dan 700 mm" in page


def test_what_is_removed_can_be_taken_back(world: World, product: UUID) -> None:
    officer = world.client("officer")
    page = officer.post(reverse("products:archive", args=[product]), follow=True).content.decode()
    assert reverse("products:restore", args=[product]) in page
    officer.post(reverse("products:restore", args=[product]))
    assert Product.objects.get(id=product).state == "active"


def test_the_list_goes_out_as_a_file(world: World, product: UUID) -> None:
    officer = world.client("officer")
    sent = officer.post(reverse("products:export"), {"bentuk": "csv"})
    text = b"".join(sent.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert "kotak,220,140,90,850," in text
    sent = officer.post(reverse("products:export"), {"bentuk": "xlsx"})
    assert b"".join(sent.streaming_content).startswith(b"PK")  # type: ignore[attr-defined]


def test_who_saves_over_anothers_change_is_told_first(world: World, product: UUID) -> None:
    officer, address = world.client("officer"), reverse("products:edit", args=[product])
    seen = re.search(r'name="seen" value="(\w+)"', officer.get(address).content.decode())
    assert seen
    kept = {"name": "Vas", "material": "ceramic", "form": "plain", "seen": seen[1]}
    assert officer.post(address, kept | {"note": "Catatan kantor"}).status_code == 302
    stale = officer.post(address, kept | {"name": "Vas daun"})
    text = stale.content.decode()
    assert stale.status_code == 422 and "diubah orang lain" in text and 'value="Vas daun"' in text
    assert Product.objects.get(id=product).note == "Catatan kantor"
    again = re.search(r'name="seen" value="(\w+)"', text)
    assert again and again[1] != seen[1]
    assert officer.post(address, kept | {"name": "Vas daun", "seen": again[1]}).status_code == 302
    assert Product.objects.get(id=product).name == "Vas daun"


def test_who_measures_over_anothers_measure_is_told_first(world: World, product: UUID) -> None:
    officer, address = world.client("officer"), _measure(product)
    seen = re.search(r'name="seen" value="(\w+)"', officer.get(address).content.decode())
    assert seen
    assert officer.post(address, _size(seen=seen[1], height="95")).status_code == 302
    stale = officer.post(address, _size(seen=seen[1], height="85"))
    assert stale.status_code == 422 and "diubah orang lain" in stale.content.decode()
    assert Variant.objects.get(product_id=product).height_mm == 95
