"""A pack computed anew: asked twice it is made once."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.packaging.made import make_adopted, make_version
from tests.people import World

from binakriya.packaging import operations
from binakriya.packaging.models import Version
from binakriya.packaging.operations import renewing

Browser = Callable[..., Client]


@pytest.mark.parametrize("nonces", [("", ""), ("satu", "dua"), ("satu", "")])
def test_asked_twice_it_is_made_once(world: World, signed_in: Browser, nonces: tuple[str, str]) -> None:
    made, client = make_adopted(world), signed_in("officer")
    answers = [client.post(reverse("packaging:renew", args=[made]), {"nonce": one})["Location"] for one in nonces]
    assert answers[0] == answers[1] and Version.objects.count() == 2


def test_at_the_same_moment_without_a_forms_word(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither sees the other's draft before it saves its own."""
    monkeypatch.setattr(renewing, "_standing", lambda _row, _made: None)
    made, officer = make_adopted(world), world.actor("officer")
    found = {operations.renew_version(version_id=made, by=officer, now=world.now) for _twice in range(2)}
    assert len(found) == 1 and Version.objects.count() == 2


def test_what_was_withdrawn_can_be_made_again(world: World) -> None:
    made, officer = make_adopted(world), world.actor("officer")
    first = operations.renew_version(version_id=made, by=officer, now=world.now)
    operations.withdraw_version(version_id=first, reason="Salah", by=officer, now=world.now)
    second = operations.renew_version(version_id=made, by=officer, now=world.now)
    assert second != first and Version.objects.get(id=second).state == "draft"


def test_a_draft_that_says_the_same_already_is_itself_the_answer(world: World, signed_in: Browser) -> None:
    made = operations.renew_version(version_id=make_version(world), by=world.actor("officer"), now=world.now)
    client = signed_in("officer")
    answer = client.post(reverse("packaging:renew", args=[made]), follow=True)
    assert "sama dengan versi ini" in answer.content.decode() and Version.objects.count() == 2
