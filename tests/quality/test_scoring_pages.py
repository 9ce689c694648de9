"""The assessor's pages as plain forms: saved, sent, replayed, blind."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from tests.people import World
from tests.quality.rounds import given, make_round, whole

from binakriya.quality.models import Save, Scoring

SignIn = Callable[..., Client]


def test_a_form_is_saved_sent_and_harmless_twice(world: World, signed_in: SignIn) -> None:
    one = given(world, make_round(world, 1), "curator")[0]
    browser, address = signed_in("curator"), reverse("quality:scoring", args=[one.id])
    body = browser.get(address).content.decode()
    assert "Melati" not in body
    fields = {key: str(value) for key, value in whole(one).items()}
    form = fields | {"comment": "Rapikan tepi", "note": "", "nonce": "abc", "base": "0", "seen": "{}", "deed": "send"}
    assert browser.post(address, form).url == reverse("quality:tasks")
    assert browser.post(address, form).url == reverse("quality:tasks")
    assert Save.objects.count() == 1
    assert Scoring.objects.get().state == "submitted"
    assert "Terkirim" in browser.get(reverse("quality:tasks")).content.decode()


def test_an_old_page_undoes_nothing(world: World, signed_in: SignIn) -> None:
    """What it shows unchanged is not a change; what it changes beside another's is asked about."""
    one = given(world, make_round(world, 1), "curator")[0]
    browser, address = signed_in("curator"), reverse("quality:scoring", args=[one.id])
    key = next(iter(whole(one)))
    common = {"base": "0", "seen": "{}", "deed": "save", "note": ""}
    browser.post(address, {key: "4", "comment": "", "nonce": "first", **common})
    browser.post(address, {"comment": "Dari ponsel lain", "nonce": "second", **common})
    row = Scoring.objects.get()
    assert row.fields[key] == 4
    assert row.fields["comment"] == "Dari ponsel lain"
    browser.post(address, {key: "2", "comment": "", "nonce": "third", **common})
    assert set(Scoring.objects.get().conflicts) == {key}
    assert "Dua perangkat berkata lain" in browser.get(address).content.decode()
