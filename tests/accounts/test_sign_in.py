"""Signing in: by e-mail or phone, throttled, with a fresh session, and nowhere else than here."""

from pathlib import Path
from typing import Any

import allauth
import polib
import pytest
from django.conf import settings
from django.contrib import auth
from django.core import mail
from django.test import Client
from django.urls import reverse
from tests.people import PASSWORD, World

from binakriya import website
from binakriya.accounts.models import Person
from binakriya.accounts.operations import add_person
from binakriya.foundation.models import LedgerEntry

pytestmark = pytest.mark.django_db
LOGIN = "/akun/login/"


@pytest.fixture
def wulan(world: World) -> Person:
    made = add_person(
        name="Wulan Sari",
        email="wulan@contoh.example",
        phone="081234567890",
        password=PASSWORD,
        language="en",
        by=world.system,
        now=world.now,
    )
    return Person.objects.get(id=made)


@pytest.mark.parametrize(
    "login",
    [
        "wulan@contoh.example",
        " Wulan@Contoh.Example ",
        "081234567890",
        "0812-3456-7890",
        "6281234567890",
        "+62 812 3456 7890",
    ],
)
def test_by_email_or_phone_in_any_spelling(login: str, wulan: Person, client: Any) -> None:
    response = client.post(LOGIN, {"login": login, "password": PASSWORD})
    assert (response.status_code, response["Location"]) == (302, "/")
    assert client.get("/profil/").status_code == 200
    line = LedgerEntry.objects.order_by("-number").first()
    assert line and (line.action, line.actor_id, line.after) == ("accounts.signed_in", wulan.id, {"way": "password"})


def test_the_screen_speaks_the_person_s_language(wulan: Person, client: Any) -> None:
    client.post(LOGIN, {"login": "081234567890", "password": PASSWORD})
    assert client.cookies["django_language"].value == "en"
    client.post("/bahasa/", {"language": "id"})
    wulan.refresh_from_db()
    assert wulan.language == "id"


@pytest.mark.parametrize("login", ["wulan@contoh.example", "081234567890", "bukan siapa-siapa", "081299999999"])
def test_wrong_passwords_and_unknown_people_look_alike(login: str, wulan: Person, client: Any) -> None:
    response = client.post(LOGIN, {"login": login, "password": "salah-sekali-ini"})
    assert response.status_code == 200
    assert not client.session.get("_auth_user_id")
    assert "Wulan" not in response.content.decode()


@pytest.mark.parametrize("login", ["wulan@contoh.example", "081234567890"])
def test_the_sixth_wrong_password_is_refused_with_a_page_that_helps(login: str, wulan: Person, client: Any) -> None:
    for _ in range(5):
        assert client.post(LOGIN, {"login": login, "password": "salah-sekali-ini"}).status_code == 200
    refused = client.post(LOGIN, {"login": login, "password": "salah-sekali-ini"})
    assert refused.status_code == 429
    page = refused.content.decode()
    assert "lima menit" in page and reverse("account_reset_password") in page
    # Even the right one, for now: otherwise guessing would go on.
    assert client.post(LOGIN, {"login": login, "password": PASSWORD}).status_code == 429


def test_one_account_s_pause_is_not_another_s(world: World, wulan: Person, client: Any) -> None:
    add_person(name="Ani", phone="081200000001", password=PASSWORD, by=world.system, now=world.now)
    for _ in range(6):
        client.post(LOGIN, {"login": "081234567890", "password": "salah-sekali-ini"})
    assert client.post(LOGIN, {"login": "081200000001", "password": PASSWORD}).status_code == 302


def test_spellings_of_one_phone_share_their_pause(wulan: Person, client: Any) -> None:
    for login in ("081234567890", "0812 3456 7890", "+6281234567890", "6281234567890", "0812-34567890"):
        client.post(LOGIN, {"login": login, "password": "salah-sekali-ini"})
    assert client.post(LOGIN, {"login": "81234567890", "password": PASSWORD}).status_code == 429


def test_a_session_gets_a_new_name_at_sign_in_and_ends_at_sign_out(wulan: Person, client: Any) -> None:
    session = client.session
    session["vorher"] = 1
    session.save()
    before = session.session_key
    client.post(LOGIN, {"login": "081234567890", "password": PASSWORD})
    assert client.session.session_key != before
    assert client.get("/akun/logout/").status_code == 200
    client.post("/akun/logout/")
    assert client.get("/profil/").status_code == 302


@pytest.mark.parametrize(
    "target",
    ["https://jahat.example/", "//jahat.example", "/\\jahat.example", "javascript:alert(1)", "http:///jahat.example"],
)
def test_sign_in_leads_nowhere_else(target: str, wulan: Person, client: Any) -> None:
    response = client.post(LOGIN, {"login": "081234567890", "password": PASSWORD, "next": target})
    assert response["Location"] == "/"


def test_sign_in_leads_back_to_the_page_that_was_asked_for(wulan: Person, client: Any) -> None:
    asked = client.get("/profil/persetujuan/")
    assert asked["Location"] == "/akun/login/?next=/profil/persetujuan/"
    done = client.post(LOGIN, {"login": "081234567890", "password": PASSWORD, "next": "/profil/persetujuan/"})
    assert done["Location"] == "/profil/persetujuan/"


def test_inactive_people_do_not_come_in(wulan: Person, client: Any) -> None:
    Person.objects.filter(id=wulan.id).update(is_active=False)
    client.post(LOGIN, {"login": "081234567890", "password": PASSWORD})
    assert client.get("/profil/").status_code == 302


def test_all_other_sessions_end_and_this_one_stays(wulan: Person, client: Any) -> None:
    other = Client()
    for browser in (client, other):
        browser.post(LOGIN, {"login": "081234567890", "password": PASSWORD})
    assert client.post("/profil/perangkat/").status_code == 302
    assert client.get("/profil/").status_code == 200
    assert other.get("/profil/").status_code == 302


def test_the_profile_says_when_one_signed_in(wulan: Person, client: Any) -> None:
    client.force_login(wulan)
    assert "Masuk terakhir" in client.get("/profil/").content.decode()
    wulan.refresh_from_db()
    assert wulan.last_login is not None
    page = client.get("/akun/password/change/").content.decode()
    assert 'href="/profil/"' in page, "pages of security lead back"


def test_nobody_registers_alone_unless_the_office_opens_it(client: Any, settings: Any) -> None:
    values = {"name": "Budi", "phone": "081377777777", "email": "", "password1": PASSWORD}
    client.post("/akun/signup/", values)
    assert not Person.objects.filter(phone="+6281377777777").exists()
    settings.ACCOUNT_SIGNUP_OPEN = True
    response = client.post("/akun/signup/", values)
    assert response.status_code == 302
    person = Person.objects.get(phone="+6281377777777")
    assert [(g.role, g.organisation_id) for g in person.grants.all()] == [("maker", None)]
    assert person.name == "Budi"


@pytest.mark.parametrize("password", ["pendek", "password123", "wulansari", "1234567890", "081234567890"])
def test_weak_passwords_are_refused(password: str, wulan: Person, client: Any) -> None:
    client.force_login(wulan)
    client.post("/akun/password/change/", {"oldpassword": PASSWORD, "password1": password, "password2": password})
    wulan.refresh_from_db()
    assert wulan.check_password(PASSWORD)


def test_a_forgotten_password_is_made_anew_by_mail(wulan: Person, client: Any) -> None:
    client.post("/akun/password/reset/", {"email": "wulan@contoh.example"})
    assert len(mail.outbox) == 1
    path = next(w for w in mail.outbox[0].body.split() if "/akun/password/reset/key/" in w).split("testserver")[-1]
    form = client.get(path, follow=True)
    new = "kain-tenun-baduy-9"
    client.post(form.request["PATH_INFO"], {"password1": new, "password2": new})
    wulan.refresh_from_db()
    assert wulan.check_password(new)
    assert LedgerEntry.objects.filter(action="accounts.password_changed", object_id=str(wulan.id)).exists()
    # The link is spent.
    again = client.get(path, follow=True)
    assert "password1" not in again.content.decode()


def test_unknown_addresses_are_not_told(client: Any) -> None:
    response = client.post("/akun/password/reset/", {"email": "tidak@contoh.example"})
    assert response["Location"] == reverse("account_reset_password_done")


def test_the_second_factor_can_be_set_up(wulan: Person, client: Any) -> None:
    client.post(LOGIN, {"login": "081234567890", "password": PASSWORD})
    assert client.get("/akun/2fa/").status_code == 200
    # Whoever finds an open screen cannot bind the account to their own device.
    asked = client.get("/akun/2fa/totp/activate/")
    assert asked["Location"].startswith("/akun/reauthenticate/")
    client.post(asked["Location"], {"password": PASSWORD})
    assert client.get("/akun/2fa/totp/activate/").status_code == 200
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "id"
    page = client.get("/akun/2fa/webauthn/add/").content.decode()
    assert "Nama kunci" in page and ">Name<" not in page


@pytest.mark.parametrize("path", ["email", "phone/change", "phone/verify"])
def test_contacts_are_changed_in_one_place_only(path: str, wulan: Person, client: Any) -> None:
    client.post(LOGIN, {"login": "081234567890", "password": PASSWORD})
    for answer in (
        client.get(f"/akun/{path}/"),
        client.post(f"/akun/{path}/", {"action_add": "", "email": "pencuri@contoh.example", "phone": "081255555555"}),
    ):
        assert answer["Location"] == "/profil/ubah/"
    wulan.refresh_from_db()
    assert (wulan.email, wulan.phone) == ("wulan@contoh.example", "+6281234567890")


def test_a_new_phone_wants_the_password(wulan: Person, client: Any) -> None:
    client.post(LOGIN, {"login": "081234567890", "password": PASSWORD})
    values = {"name": "Wulan", "phone": "081255555555", "email": "wulan@contoh.example", "language": "id"}
    assert client.post("/profil/ubah/", values).status_code == 422
    assert client.post("/profil/ubah/", {**values, "password": PASSWORD}).status_code == 302
    wulan.refresh_from_db()
    assert wulan.phone == "+6281255555555"
    assert client.get("/profil/").status_code == 200


def test_the_pages_of_the_second_step_speak_as_the_others_do(world: World) -> None:
    translated = polib.pofile(str(Path(website.__file__).parent / "locale" / "id" / "LC_MESSAGES" / "django.po"))
    known = {
        e.msgid
        for package in (allauth, auth)
        for e in polib.pofile(str(Path(str(package.__file__)).parent / "locale" / "id" / "LC_MESSAGES" / "django.po"))
    }
    assert {e.msgid for e in translated} <= known
    page = world.client("officer").get(reverse("mfa_index")).content.decode()
    for said in ("Langkah kedua saat masuk", "Kunci keamanan", "Kode cadangan"):
        assert said in page
    assert "Dua Faktor" not in page
