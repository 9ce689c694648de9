"""What must hold, the database holds: each constraint refuses what it is for."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model
from tests.people import World
from tests.products.made import make_product, measured

from binakriya.products import operations
from binakriya.products.models import Drop, Evidence, Photo, PhotoFile, Product, ProductList, Variant


@pytest.fixture
def product(world: World) -> UUID:
    return make_product(world)


def refused(constraint: str, rows: Any, **values: Any) -> None:
    """SQLite names the check, and of a unique index the columns."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        rows.update(**values)
    assert constraint in str(error.value) or "UNIQUE" in str(error.value)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("product_has_name", {"name": ""}),
        ("product_has_material", {"material": ""}),
        ("product_form", {"form": "odd"}),
        ("product_state", {"state": "odd"}),
    ],
)
def test_products(product: UUID, constraint: str, values: dict[str, Any]) -> None:
    refused(constraint, Product.objects.filter(id=product), **values)


def test_a_product_is_not_changed_before_it_was_made(product: UUID, world: World) -> None:
    refused("product_updated_after", Product.objects.filter(id=product), updated_at=world.now - timedelta(days=1))


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("variant_shape", {"shape": "odd"}),
        ("variant_size_whole", {"height_mm": None}),
        ("variant_length", {"length_mm": "0.5"}),
        ("variant_length", {"length_mm": 3001}),
        ("variant_breadth", {"breadth_mm": "0.5"}),
        ("variant_height", {"height_mm": 3001}),
        ("variant_mass", {"mass_g": "0.5"}),
        ("variant_mass", {"mass_g": 1_000_001}),
        ("variant_cylinder_round", {"shape": "cylinder"}),
        ("variant_who_measured", {"measured_by": ""}),
        ("variant_who_measured", {"measured_on": None}),
        ("variant_who_measured", {"measured_how": "guess"}),
        (
            "variant_mass_with_size",
            {
                "length_mm": None,
                "breadth_mm": None,
                "height_mm": None,
                "measured_by": "",
                "measured_on": None,
                "measured_how": "",
            },
        ),
    ],
)
def test_variants(product: UUID, constraint: str, values: dict[str, Any]) -> None:
    refused(constraint, Variant.objects.filter(product_id=product), **values)


@pytest.mark.parametrize("field", ["name", "sku", "nonce"])
def test_of_two_variants_one_has_the_name_the_code_and_the_form(product: UUID, world: World, field: str) -> None:
    other = operations.add_variant(
        product_id=product,
        name="Besar",
        sku="B-1",
        measured=measured(),
        nonce="n",
        by=world.actor("officer"),
        now=world.now,
    )
    value = Variant.objects.values_list(field, flat=True).get(id=other)
    refused(f"variant_{field}_once", Variant.objects.filter(product_id=product).exclude(id=other), **{field: value})


def test_of_two_products_one_is_of_the_form(world: World, product: UUID) -> None:
    other = make_product(world, name="Lain", nonce="n")
    key = Product.objects.values_list("nonce", flat=True).get(id=other)
    refused("product_nonce_once", Product.objects.filter(id=product), nonce=key)


def _made(model: type[Model], **values: Any) -> None:
    with transaction.atomic():
        model._default_manager.create(**values)


def _photo(world: World, product: UUID, **values: Any) -> Photo:
    usual = {"width": 8, "height": 6, "alt": "x", "position": 1, "added_at": world.now, "added_by": "x"}
    return Photo.objects.create(product_id=product, **usual | values)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("product_photo_size", {"width": 0}),
        ("product_photo_size", {"height": 1601}),
        ("product_photo_alt", {"alt": ""}),
        ("product_photo_nonce", {"nonce": "n"}),
    ],
)
def test_photos(world: World, product: UUID, constraint: str, values: dict[str, Any]) -> None:
    _photo(world, product, nonce="n")
    refused(constraint, Photo.objects.filter(id=_photo(world, product).id), **values)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("photo_file_once", {"side": 320}),
        ("photo_file_side", {"side": 7}),
        ("photo_file_kind", {"kind": "gif"}),
    ],
)
def test_photo_files(world: World, product: UUID, constraint: str, values: dict[str, Any]) -> None:
    photo = _photo(world, product)
    PhotoFile.objects.create(photo=photo, side=320, kind="webp", file="a", size=1)
    other = PhotoFile.objects.create(photo=photo, side=800, kind="webp", file="b", size=1)
    refused(constraint, PhotoFile.objects.filter(id=other.id), **values)


def _evidence(world: World, product: UUID, **values: Any) -> Evidence:
    usual = {"method": "bracket", "tested_on": world.now.date(), "tested_by": "x", "added_at": world.now}
    return Evidence.objects.create(product_id=product, **usual | values)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("evidence_method", {"method": "guess"}),
        ("evidence_declared", {"declared_g": 40}),
        ("evidence_declared", {"method": "declared", "declared_g": 40}),
        ("evidence_declared", {"method": "declared", "source": "x"}),
        ("evidence_cushion", {"cushion": "epe"}),
        ("evidence_cushion", {"cushion": "air", "cushion_mm": 10}),
        ("evidence_tested_by", {"tested_by": ""}),
        ("evidence_nonce_once", {"nonce": "n"}),
    ],
)
def test_evidence(world: World, product: UUID, constraint: str, values: dict[str, Any]) -> None:
    _evidence(world, product, nonce="n")
    refused(constraint, Evidence.objects.filter(id=_evidence(world, product).id), **values)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [("drop_position_once", {"position": 1}), ("drop_height", {"height_mm": 0}), ("drop_height", {"height_mm": 10001})],
)
def test_drops(world: World, product: UUID, constraint: str, values: dict[str, Any]) -> None:
    evidence = _evidence(world, product)
    Drop.objects.create(evidence=evidence, position=1, height_mm=600, failed=False)
    other = Drop.objects.create(evidence=evidence, position=2, height_mm=700, failed=True)
    refused(constraint, Drop.objects.filter(id=other.id), **values)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("product_list_state", {"state": "odd"}),
        ("product_list_written", {"state": "written"}),
        ("product_list_nonce_once", {"nonce": "n"}),
    ],
)
def test_lists(world: World, constraint: str, values: dict[str, Any]) -> None:
    usual: dict[str, Any] = {"office_id": world.office_id, "name": "x", "added_at": world.now, "added_by": "x"}
    _made(ProductList, **usual, nonce="n")
    other = ProductList.objects.create(**usual)
    refused(constraint, ProductList.objects.filter(id=other.id), **values)
