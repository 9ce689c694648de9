"""Sessions that nobody uses end; who must have a second factor sets it up before anything else."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from tests.people import World

from binakriya.accounts import middleware
from binakriya.website.settings.environment import known_roles

pytestmark = pytest.mark.django_db
MINUTE = 60


class Clock:
    """The seconds that the middleware sees."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: Any) -> Clock:
    made = Clock()
    monkeypatch.setattr(middleware, "time", made)
    return made


def test_an_unused_session_ends(clock: Clock, world: World, settings: Any) -> None:
    settings.SESSION_IDLE_MINUTES = 30
    client = world.client("officer")
    for _ in range(5):
        assert client.get("/profil/").status_code == 200
        clock.now += 29 * MINUTE
    clock.now += 2 * MINUTE
    answer = client.get("/profil/")
    assert (answer.status_code, answer["Location"]) == (302, f"{reverse('account_login')}?next=/profil/")
    assert "_auth_user_id" not in client.session


def test_the_time_of_use_is_written_now_and_then(clock: Clock, world: World, settings: Any) -> None:
    settings.SESSION_IDLE_MINUTES = 100
    client = world.client("officer")
    client.get("/profil/")
    seen = client.session["seen"]
    clock.now += 9 * MINUTE
    client.get("/profil/")
    assert client.session["seen"] == seen
    clock.now += 2 * MINUTE
    client.get("/profil/")
    assert client.session["seen"] == seen + 11 * MINUTE


def test_without_a_limit_a_session_lasts(clock: Clock, world: World, settings: Any) -> None:
    settings.SESSION_IDLE_MINUTES = 0
    client = world.client("officer")
    client.get("/profil/")
    clock.now += 600 * MINUTE
    assert client.get("/profil/").status_code == 200


@pytest.mark.parametrize(("who", "led"), [("administrator", True), ("officer", False)])
def test_a_role_that_must_have_a_second_factor_sets_it_up_first(
    who: str, led: bool, world: World, settings: Any
) -> None:
    settings.SECOND_FACTOR_ROLES = ["administrator"]
    client = world.client(who)
    for path in ("/", "/profil/", "/orang/"):
        answer = client.get(path)
        assert (answer.status_code == 302 and answer["Location"] == reverse("mfa_index")) == led
    assert client.get(reverse("mfa_index")).status_code == 200
    assert client.post("/bahasa/", {"language": "en"}).status_code == 302
    Authenticator.objects.create(user_id=world.people[who], type="totp", data={})
    assert client.get("/profil/").status_code == 200
    client.post(reverse("account_logout"))
    assert client.get("/").status_code == 200


def test_a_mistyped_role_is_refused() -> None:
    assert known_roles(["administrator", "officer"]) == ["administrator", "officer"]
    with pytest.raises(ImproperlyConfigured, match="administrators; roles are: administrator, "):
        known_roles(["administrators"])
