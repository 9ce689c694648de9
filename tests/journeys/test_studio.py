"""From a product's measures to a pattern that a printer can cut: on a desk, on a phone, and without script."""

import re
from collections.abc import Callable
from io import BytesIO
from time import monotonic

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from tests.journeys.conftest import Watch
from tests.journeys.walking import SIZES, Walk
from tests.packaging.made import make_checked, the_product
from tests.people import World
from tests.products.made import make_product, own_maker

from binakriya.packaging.models import Specification

SignIn = Callable[[Page, str], None]
MEASURES = {"Panjang": "220", "Lebar": "140", "Tinggi": "90", "Massa": "850"}
WELL_UNDER = 180  # seconds that a practitioner may take


def _fill(page: Page) -> None:
    for label, value in MEASURES.items():
        page.get_by_label(label, exact=True).fill(value)
    page.get_by_label("Bahan", exact=True).select_option("ceramic")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_measure_choose_check_download(
    new_page: Callable[..., Page], sign_in_as: SignIn, width: int, height: int
) -> None:
    began = monotonic()
    page = new_page(width, height)
    sign_in_as(page, "practitioner")
    walk = Walk(page, "studio")
    page.goto("/kemasan/studio/")
    walk.look("empty")
    result = page.locator("#hasil")
    if width < 1000:
        expect(page.get_by_label("Jumlah kotak")).to_be_hidden()
        _fill(page)
        page.get_by_role("link", name="Lanjut ke perjalanan").click()
        expect(page.get_by_label("Panjang", exact=True)).to_be_hidden()
        walk.look("journey")
        page.get_by_role("link", name="Lanjut ke kotak").click()
        page.get_by_role("link", name="Lihat hasil").click()
    else:
        _fill(page)
    expect(result.locator("figure svg.draw").first).to_be_visible()
    expect(result.locator(".fold-stage")).to_be_visible()
    walk.look("proposed")
    # choose: another alternative, with its own reasons
    first = result.locator("#h-gambar").inner_text()
    result.get_by_role("link", name="Tampilkan").first.click()
    expect(result.locator("#h-gambar")).not_to_have_text(first)
    # check: every line has its firmness, every assumption its range
    expect(result.get_by_role("heading", name="Lembar hitungan")).to_be_visible()
    assert result.locator("table .firm").count() > 10
    walk.look("chosen")
    result.get_by_text("Unduh pola").click()
    name, body = walk.download(result.get_by_role("link", name="DXF"))
    assert name.endswith(".dxf") and b"LWPOLYLINE" in body
    assert monotonic() - began < WELL_UNDER


def test_a_maker_takes_the_box_home_on_a_phone(phone: Page, sign_in_as: SignIn, world: World) -> None:
    """My product, its checked pack, the page to keep; then what a lighter journey would ask for."""
    product = make_product(world, own_maker(world))
    make_checked(world, product_id=product)
    began = monotonic()
    sign_in_as(phone, "maker")
    walk = Walk(phone, "maker-box")
    phone.goto(f"/produk/{product}/")
    phone.locator("#h-kemasan").locator("xpath=ancestor::section").get_by_role("link").first.click()
    walk.look("pack")
    expect(phone.get_by_role("link", name="Lembar pembuat", exact=True)).to_be_visible()  # on screen, first of all
    files = phone.locator("#h-unduh").locator("xpath=ancestor::section")
    name, body = walk.download(files.get_by_role("link", name="Lembar pembuat", exact=False).first)
    assert name.startswith("lembar-pembuat-") and body.startswith(b"%PDF")
    phone.goto(f"/kemasan/studio/?product={the_product(world, product).variant_id}")
    phone.get_by_role("link", name="Lanjut ke perjalanan").click()
    phone.get_by_label("Perjalanan", exact=True).select_option("hand")
    phone.get_by_role("link", name="Lanjut ke kotak").click()
    phone.get_by_role("link", name="Lihat hasil").click()
    expect(phone.locator("#hasil figure svg.draw").first).to_be_visible()
    expect(phone.get_by_role("heading", name="Pegangan untuk pembuat")).to_be_visible()
    walk.look("studio")
    assert monotonic() - began < WELL_UNDER


def test_typing_keeps_the_focus_and_the_fold(desk: Page, sign_in_as: SignIn) -> None:
    sign_in_as(desk, "officer")
    desk.goto("/kemasan/studio/")
    _fill(desk)
    expect(desk.locator("#hasil figure svg.draw").first).to_be_visible()
    before = desk.locator("#hasil figure svg.draw").first.get_attribute("aria-label") or ""
    field = desk.get_by_label("Panjang", exact=True)
    field.focus()
    desk.keyboard.press("End")
    desk.keyboard.type("0", delay=20)
    desk.keyboard.press("Backspace")
    desk.keyboard.press("Backspace")
    desk.keyboard.type("9", delay=20)
    expect(desk.locator("#hasil figure svg.draw").first).not_to_have_attribute("aria-label", before)
    assert desk.evaluate("document.activeElement.id") == "id_length" and field.input_value() == "229"
    assert "length=229" in desk.url


def test_a_style_brings_its_parameters_and_an_error_says_the_way_out(desk: Page, sign_in_as: SignIn) -> None:
    sign_in_as(desk, "officer")
    desk.goto("/kemasan/studio/")
    _fill(desk)
    desk.get_by_label("Gaya kotak").select_option("0201")
    joint = desk.get_by_label(re.compile("Lebar lidah lem"))
    joint.fill("500")
    expect(desk.locator("#studio-salah")).to_contain_text("Lebar lidah lem")
    at_field = desk.locator("#id_p_joint_error")
    expect(at_field).to_contain_text("Isi antara 10 dan 60 mm")
    assert joint.input_value() == "500" and joint.get_attribute("aria-invalid") == "true"
    assert "id_p_joint_error" in (joint.get_attribute("aria-describedby") or "")
    Walk(desk, "studio-error").look("refused")
    joint.fill("40")
    expect(at_field).to_have_count(0)
    expect(desk.locator("#hasil figure svg.draw").first).to_be_visible()
    # and back, as often as there was a change
    desk.get_by_role("button", name="Urungkan perubahan terakhir").click()
    expect(desk.locator("#id_p_joint_error")).to_be_visible()
    desk.get_by_role("button", name="Urungkan perubahan terakhir").click()
    expect(desk.get_by_label(re.compile("Lebar lidah lem"))).to_have_value("")
    # a tab that was closed goes on where it stopped; on paper every step stands
    desk.goto("/kemasan/studio/")
    desk.get_by_role("link", name="Lanjutkan isian terakhir").click()
    expect(desk.get_by_label("Panjang", exact=True)).to_have_value("220")
    steps = desk.locator("#hasil details table")
    expect(steps.first).to_be_hidden()
    desk.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(steps.first).to_be_visible()
    paper = PdfReader(BytesIO(desk.pdf(format="A4")))
    told = " ".join(page.extract_text() for page in paper.pages)
    assert "Lembar hitungan" in told and "Tinggi jatuh rancangan" in told


def test_a_lost_signal_keeps_what_was_typed_and_catches_up(desk: Page, sign_in_as: SignIn, watch: Watch) -> None:
    watch.allowed += ["ERR_INTERNET_DISCONNECTED", "htmx:"]
    sign_in_as(desk, "officer")
    desk.goto("/kemasan/studio/")
    _fill(desk)
    drawn = desk.locator("#hasil figure svg.draw").first
    expect(drawn).to_be_visible()
    before = drawn.get_attribute("aria-label") or ""
    desk.context.set_offline(True)
    desk.get_by_label("Panjang", exact=True).fill("260")
    expect(desk.locator("#studio-lost")).to_be_visible()
    assert desk.get_by_label("Panjang", exact=True).input_value() == "260"
    desk.context.set_offline(False)
    expect(drawn).not_to_have_attribute("aria-label", before)
    expect(desk.locator("#studio-lost")).to_be_hidden()


def test_without_script_the_button_computes(phone_without_script: Page, sign_in_as: SignIn) -> None:
    sign_in_as(phone_without_script, "officer")
    phone_without_script.goto("/kemasan/studio/")
    _fill(phone_without_script)
    phone_without_script.get_by_role("button", name="Hitung kemasan").click()
    expect(phone_without_script.locator("#hasil figure svg.draw").first).to_be_visible()
    assert phone_without_script.locator(".fold-still svg").is_visible()


def test_a_product_becomes_a_specification(desk: Page, sign_in_as: SignIn, world: World) -> None:
    product = the_product(world)
    sign_in_as(desk, "officer")
    walk = Walk(desk, "studio-save")
    desk.goto(f"/kemasan/studio/?product={product.variant_id}")
    walk.look("product")
    walk.press("Simpan sebagai spesifikasi")
    walk.told("tersimpan sebagai rancangan")
    assert Specification.objects.count() == 1


def test_on_a_phone_the_button_leads_to_the_result(phone: Page, sign_in_as: SignIn) -> None:
    sign_in_as(phone, "officer")
    phone.goto("/kemasan/studio/")
    _fill(phone)
    phone.get_by_role("button", name="Hitung kemasan").click()
    expect(phone.locator("#hasil figure svg.draw").first).to_be_visible()
    expect(phone.get_by_label("Panjang", exact=True)).to_be_hidden()
    phone.get_by_role("link", name="Ubah isian").click()
    assert phone.get_by_label("Panjang", exact=True).input_value() == "220"
