"""The studio: what is typed, what is shown, what is saved and downloaded."""

import re
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from tests.packaging.made import make_curve, the_product
from tests.people import World

from binakriya.packaging import operations
from binakriya.packaging.forms.studio import PlainNumber
from binakriya.packaging.models import Version

FREE = {
    "length": "220", "breadth": "140", "height": "90", "mass": "850", "material": "ceramic", "form": "plain",
    "journey": "courier", "quantity": "100", "purpose": "shipping",
}  # fmt: skip


def page(world: World, partial: Any = False, **values: Any) -> str:
    headers: dict[str, Any] = {"HX-Request": "true"} if partial else {}
    answer = world.client("officer").get(reverse("packaging:studio"), values, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_free_sizes_give_alternatives_a_drawing_and_a_sheet(world: World) -> None:
    text = page(world, **FREE)
    assert 'class="draw"' in text and 'id="kotak-scene"' in text
    assert text.count("<li aria-current") == 1 and "Disarankan" in text and "Yang membatasi" in text
    assert "Anggapan yang dipakai" in text and 'data-firm="C"' in text and "anggapan" in text
    assert "style=" not in re.sub(r"[?&;]style=", "", text), "the policy refuses inline styles"


def test_empty_page_asks_for_sizes(world: World) -> None:
    text = page(world)
    assert "Hasil tampil di sini" in text and 'id="id_length"' in text


def test_only_the_result_is_answered_to_htmx(world: World) -> None:
    text = page(world, partial=True, **FREE)
    assert "<html" not in text and 'id="ukur"' not in text and 'class="draw"' in text and "<script" not in text
    assert "hx-swap-oob" not in text


def test_a_styles_own_parameters_come_when_it_is_chosen(world: World) -> None:
    text = page(world, partial=True, style="0427", shown="", **FREE)
    assert 'hx-swap-oob="true"' in text and 'name="p_front_flap"' in text
    again = page(world, partial=True, style="0427", shown="0427", **FREE)
    assert "hx-swap-oob" not in again, "a field that is typed in is not replaced"


def test_parameters_change_the_drawing(world: World) -> None:
    drawn = [
        re.search(r'<svg[^>]*class="draw".*?</svg>', page(world, style="0427", **FREE, **more), re.DOTALL)
        for more in ({}, {"p_front_flap": "inside"})
    ]
    assert drawn[0] and drawn[1] and drawn[0].group() != drawn[1].group()


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("length", "0", "Panjang"), ("length", "-5", "Panjang"), ("length", "NaN", "Panjang"),
        ("length", "10 km", "Panjang"), ("length", "0,1", "Panjang"), ("breadth", "20 liter", "Lebar"),
        ("mass", "", "Massa"), ("material", "", "Bahan"), ("quantity", "1,5", "Jumlah kotak"),
        ("quantity", "0", "Jumlah kotak"), ("quantity", "1.5", "Jumlah kotak"), ("style", "9999", "Gaya kotak"),
    ],
)  # fmt: skip
def test_errors_name_the_field_and_keep_what_was_typed(world: World, field: str, value: str, says: str) -> None:
    text = page(world, **{**FREE, field: value})
    assert f'<a href="#id_{field}">{says}</a>' in text and 'class="draw"' not in text
    if value and field not in ("material", "style"):
        assert f'value="{value}"' in text


def test_another_unit_is_understood_and_told(world: World) -> None:
    assert "20 cm dibaca" in page(world, **{**FREE, "length": "20 cm"})


def test_a_parameter_that_breaks_a_rule_names_it(world: World) -> None:
    text = page(world, style="0201", p_joint="500", **FREE)
    assert '<a href="#id_p_joint">' in text and 'value="500"' in text and 'class="draw"' not in text


def test_own_legs_need_a_mode(world: World) -> None:
    assert '<a href="#id_leg1">' in page(world, **{**FREE, "journey": "own"})
    text = page(world, **{**FREE, "journey": "own"}, leg1="sea_container", humidity1="95", days1="40")
    assert 'class="draw"' in text or "Tidak ada kemasan yang bertahan" in text


def test_a_point_parts_thousands_in_every_field_alike() -> None:
    field = PlainNumber(most=12000)
    assert [field.clean(text) for text in ("1.200", "1,5", "1.5", "12 000", "")] == [1200, 1.5, 1.5, 12000, None]
    for text in ("1e3", "1_0", "１２", "nan", "inf", "-1", "12.001", "7 mm"):
        with pytest.raises(ValidationError):
            field.clean(text)


def test_another_alternative_can_be_looked_at(world: World) -> None:
    first = page(world, **FREE)
    other = re.search(r"pick=([^#\"&]+)", first)
    assert other
    from_link = page(world, **FREE, pick=other.group(1).replace("%7E", "~"))
    assert f'name="pick" value="{other.group(1)}"' in from_link


def test_a_product_is_packed_with_what_is_known_of_it(world: World) -> None:
    product = the_product(world)
    text = page(world, product=str(product.variant_id))
    assert product.title in text and 'id="id_length"' not in text and 'class="draw"' in text
    answer = world.client("other_officer").get(reverse("packaging:studio"), {"product": str(product.variant_id)})
    assert answer.status_code == 404
    assert world.client("officer").get(reverse("packaging:studio"), {"product": "x"}).status_code == 404


def test_saving_makes_one_version_however_often_it_is_sent(world: World) -> None:
    product = the_product(world)
    sent = {"product": str(product.variant_id), "journey": "courier", "quantity": "100", "purpose": "shipping"}
    sent |= {"nonce": "once", "style": "0427", "p_front_flap": "inside"}
    client = world.client("officer")
    for _ in range(2):
        answer = client.post(reverse("packaging:studio-save"), sent)
        assert answer.status_code == 302
    version = Version.objects.get()
    assert answer["Location"] == reverse("packaging:version", args=[version.id])
    assert version.style == "0427" and version.content["box"]["parameters"]["front_flap"] == "inside"


def test_saving_without_a_product_saves_nothing(world: World) -> None:
    answer = world.client("officer").post(reverse("packaging:studio-save"), FREE)
    assert answer.status_code == 302 and answer["Location"].startswith(reverse("packaging:studio"))
    assert not Version.objects.exists()


@pytest.mark.parametrize(
    ("kind", "begins"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("a4", b"%PDF"), ("dxf", b"  0"), ("cf2", b"$BOF")]
)
def test_the_pattern_downloads(world: World, kind: str, begins: bytes) -> None:
    answer = world.client("practitioner").get(reverse("packaging:studio-drawing", args=[kind]), FREE)
    assert answer.status_code == 200 and answer.content.startswith(begins)
    assert "attachment" in answer["Content-Disposition"]


def test_no_file_of_what_cannot_be(world: World) -> None:
    client = world.client("officer")
    address = reverse("packaging:studio-drawing", args=["pdf"])
    assert client.get(address, {**FREE, "length": "0"}).status_code == 404
    assert client.get(reverse("packaging:studio-drawing", args=["exe"]), FREE).status_code == 404
    refused = client.get(address, {**FREE, "style": "0201", "p_joint": "59", "length": "2900", "breadth": "2900"})
    assert refused.status_code in (200, 302)


def test_an_unfinished_form_is_told_calmly_while_it_is_typed(world: World) -> None:
    begun = {"length": "220", "breadth": "", "height": "", "mass": "", "material": "", "form": "plain"}
    rest = {key: FREE[key] for key in ("journey", "quantity", "purpose")}
    text = page(world, partial=True, **begun, **rest)
    assert "Yang belum diisi: Lebar, Tinggi, Massa, dan Bahan." in text and "data-error-for" not in text
    assert "data-error-for" in page(world, **begun, **rest), "the button asks: then it is an error"


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("style", {"style": "carton-pillow"}),
        ("board", {"style": "0427", "board": "BC 976 g/m²"}),
        ("length", {"length": "2900", "breadth": "2900", "height": "2000"}),
        ("mass", {"mass": "900 kg"}),
    ],
)
def test_what_cannot_go_together_is_told_at_its_field(world: World, field: str, values: dict[str, str]) -> None:
    text = page(world, partial=True, **{**FREE, **values})
    assert f'data-error-for="id_{field}"' in text and 'class="draw"' not in text


def test_a_tiny_product_says_what_stops_it_and_draws_nothing(world: World) -> None:
    """Board thicker than the box: nothing wrong is drawn."""
    text = page(world, partial=True, **{**FREE, "length": "3", "breadth": "2", "height": "2", "carrier": "JNE"})
    assert "Tidak ada kemasan yang bertahan" in text and "Kendala terakhir" in text and 'class="draw"' not in text


def test_errors_name_their_field_for_the_script(world: World) -> None:
    text = page(world, partial=True, **{**FREE, "length": "10 km"})
    assert 'data-error-for="id_length"' in text and 'class="draw"' not in text


def test_own_parameters_change_weight_and_area(world: World) -> None:
    def area(**more: str) -> str:
        found = re.search(r"([0-9],[0-9]{3})\u00a0m²", page(world, style="0201", **FREE, **more))
        assert found
        return found.group(1)

    assert area(p_joint="50") > area()


def test_without_prices_the_cost_says_so(world: World) -> None:
    assert "belum ada harga" in page(world, **FREE)


def test_the_offices_prices_are_told_line_by_line(world: World) -> None:
    offer = operations.OfferSaid("CV Jaya", world.now.date(), "E 350 g/m²", ((1, 9000),))
    operations.add_offer(office_id=world.office_id, offer=offer, by=world.actor("officer"), now=world.now)
    text = page(world, **FREE)
    assert "Rincian biaya" in text and "Luas karton dibeli" in text
    assert "CV Jaya" in text and "per kotak" in text and "belum ada harga" not in text


def test_the_offices_own_curve_can_be_chosen(world: World) -> None:
    make_curve(world)
    assert '<option value="EPE 25"' in page(world) and '<option value="epe"' not in page(world)
    text = page(world, **FREE, cushion="EPE 25")
    assert "EPE 25" in text and 'class="draw"' in text


def test_what_decides_and_what_binds_is_told_in_words(world: World) -> None:
    text = page(world, **FREE)
    assert "Anggapan yang menentukan" in text and "Yang membatasi" in text


def test_warnings_stand_beside_the_pack_and_not_in_the_fine_print(world: World) -> None:
    text = page(world, **FREE, destination="eu")
    assert "Bertahan, dengan catatan" in text and "yang diperbolehkan UE" in text
    assert text.index("yang diperbolehkan UE") < text.index('id="h-alternatif"')
    assert "Bertahan, dengan catatan" not in page(world, **FREE)


def test_sources_are_cited_in_the_readers_language(world: World) -> None:
    text = page(world, **FREE)
    assert "tinggi jatuh ISTA 2A" in text and "drop heights" not in text


def test_what_is_best_among_a_choice_by_hand_says_so(world: World) -> None:
    says = "hanya di antara yang cocok dengan pilihan"
    assert says in page(world, style="0427", **FREE)
    assert says not in page(world, **FREE)
