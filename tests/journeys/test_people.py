"""An administrator invites a practitioner; she makes her account on her phone; her data is hers."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import NewPage, Watch
from tests.people import PASSWORD, World

from binakriya.accounts.models import Organisation

pytestmark = pytest.mark.usefixtures("expected_answers")
SignIn = Callable[[Page, str], None]
Check = Callable[[Page], None]


@pytest.fixture
def expected_answers(watch: Watch) -> None:
    """A form with errors answers 422, a spent link 410; Chromium logs both."""
    watch.allowed += ["status of 422", "status of 410"]


def test_from_invitation_to_consent(desk: Page, phone: Page, sign_in_as: SignIn, check: Check) -> None:
    sign_in_as(desk, "administrator")
    desk.goto("/orang/")
    check(desk)
    desk.get_by_role("link", name="Undang orang").click()
    desk.get_by_label("Nama").fill("Wulan Sari")
    desk.get_by_label("Peran", exact=True).select_option(label="Praktisi")
    desk.get_by_label("Telepon").fill("0812-3456-7890")
    check(desk)
    desk.get_by_role("button", name="Buat undangan").click()
    link = desk.get_by_label("Tautan undangan").input_value()
    check(desk)

    phone.goto("/" + link.split("/", 3)[3])
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Wulan Sari")
    phone.get_by_label("Kata sandi").fill("pendek")
    phone.get_by_role("button", name="Buat akun").click()
    # What was typed stays, the error says what to do.
    expect(phone.get_by_label("Nama lengkap")).to_have_value("Wulan Sari")
    check(phone)
    phone.get_by_label("Kata sandi").fill(PASSWORD)
    phone.get_by_role("button", name="Buat akun").click()
    phone.wait_for_url("**/")
    phone.goto("/profil/persetujuan/")
    check(phone)
    phone.get_by_role("button", name="Setujui Kabar kegiatan baru").click()
    expect(phone.get_by_role("button", name="Tarik persetujuan Kabar kegiatan baru")).to_be_visible()
    phone.goto("/profil/")
    check(phone)

    # The link is spent.
    desk.goto("/" + link.split("/", 3)[3])
    expect(desk.get_by_role("heading", level=1)).to_have_text("Undangan tidak berlaku")


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 800)])
def test_every_page_of_people_and_ledger_is_clean(
    new_page: NewPage, sign_in_as: SignIn, check: Check, world: World, width: int, height: int
) -> None:
    page = new_page(width, height)
    sign_in_as(page, "administrator")
    for path in (
        "/orang/",
        f"/orang/{world.people['officer']}/",
        "/undangan/",
        "/undangan/baru/",
        "/organisasi/",
        "/organisasi/baru/",
        f"/organisasi/{world.office_id}/",
        "/profil/",
        "/profil/ubah/",
        "/profil/hapus/",
        "/jejak/",
        "/jejak/?teks=tidak-ada-yang-begini",
        "/bantuan/peran/",
        "/bantuan/data/",
    ):
        page.goto(path)
        expect(page.locator("h1")).to_have_count(1)
        assert page.locator("[data-kind=primary]:visible").count() <= 1
        check(page)


def test_a_change_is_read_in_the_ledger(desk: Page, sign_in_as: SignIn, check: Check, world: World) -> None:
    Organisation.objects.filter(id=world.association_id).update(kept_by=world.office_id)
    sign_in_as(desk, "administrator")
    desk.goto(f"/organisasi/{world.association_id}/")
    desk.get_by_label("Alamat").fill("Jalan Buaran, Serpong")
    desk.get_by_role("button", name="Simpan organisasi").click()
    desk.goto("/jejak/")
    desk.get_by_label("Kata di dalamnya").fill("Pamulang")
    desk.get_by_role("button", name="Saring jejak").click()
    desk.locator("tbody tr", has_text="Mengubah organisasi").get_by_role("link").click()
    expect(desk.locator("main")).to_contain_text("Jalan Buaran, Serpong")
    check(desk)
