"""What people write: read strictly, refused with field, rule and way out."""

import pytest

from binakriya.packaging.rules.reading import (
    InputRefusedError,
    read_carriers,
    read_journey,
    read_product,
    read_purpose,
    read_quantity,
    read_size,
)


@pytest.mark.parametrize(
    "text", ["220x140x90", "220 x 140 x 90", "220×140×90", "220 140 90", "220X140*90", "220,0x140x90"]
)
def test_sizes_as_people_write_them(text: str) -> None:
    assert read_size(text) == (220.0, 140.0, 90.0)


@pytest.mark.parametrize(
    ("size", "mass", "field", "words"),
    [
        (None, "850", "size", "Ukur panjang"),
        ("220x140x90", None, "mass", "Timbang"),
        ("220x140x90", "", "mass", "Timbang"),
        ("20 cm", "850", "size", "satuan"),
        ("20cm x 14cm x 9cm", "850", "size", "satuan"),
        ("220x140", "850", "size", "tiga angka"),
        ("220x140x90x10", "850", "size", "tiga angka"),
        ("axbxc", "850", "size", "bilangan"),
        ("220x140x0", "850", "height", "tidak mungkin"),
        ("220x-140x90", "850", "breadth", "tidak mungkin"),
        ("nanx140x90", "850", "length", "bilangan"),
        ("infx140x90", "850", "length", "bilangan"),
        ("10000000x140x90", "850", "length", "terlalu besar"),
        ("0.1x140x90", "850", "length", "terlalu kecil"),
        ("220x140x90", "1 kg", "mass", "satuan"),
        ("220x140x90", "0", "mass", "tidak mungkin"),
        ("220x140x90", "-5", "mass", "tidak mungkin"),
        ("220x140x90", "nan", "mass", "bilangan"),
        ("220x140x90", "berat", "mass", "bilangan"),
        ("220x140x90", "99999999", "mass", "terlalu besar"),
        ("220x140x90", "1.200", "mass", "dua hal"),
        ("1.200x140x90", "850", "size", "dua hal"),
        ("220x140x90", "1,2", "mass", "tidak mungkin bagi satu produk"),
        ("22x14x9", "85000", "mass", "tidak mungkin bagi satu produk"),
    ],
)
def test_what_cannot_be_names_field_rule_and_way_out(
    size: str | None, mass: str | None, field: str, words: str
) -> None:
    with pytest.raises(InputRefusedError) as refused:
        read_product(size, mass, "keramik")
    assert refused.value.field == field
    said = refused.value.text("id")
    assert words in said
    assert refused.value.text("en") and refused.value.text("en") != said


def test_material_is_asked_for() -> None:
    with pytest.raises(InputRefusedError) as refused:
        read_product("1x1x1", "5", " ")
    assert refused.value.field == "material"


@pytest.mark.parametrize("wrong", ["form", "shape"])
def test_unknown_form_and_shape(wrong: str) -> None:
    with pytest.raises(InputRefusedError) as refused:
        read_product("220x140x90", "850", "keramik", **{wrong: "aneh"})
    assert refused.value.field == wrong
    assert "plain" in refused.value.text() or "cylinder" in refused.value.text()


def test_choices_name_what_there_is() -> None:
    for call, word in ((read_journey, "courier"), (read_purpose, "gift"), (read_carriers, "JNE")):
        with pytest.raises(InputRefusedError, match=word):
            call("pesawat luar angkasa")


@pytest.mark.parametrize("text", ["0", "-1", "1,5", "banyak", "99999999999", "²"])
def test_quantities_are_whole(text: str) -> None:
    with pytest.raises(InputRefusedError):
        read_quantity(text)
    assert read_quantity("500") == 500
