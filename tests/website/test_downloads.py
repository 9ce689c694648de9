"""No character that somebody sent breaks what the office takes away."""

import io
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from tests.people import World
from tests.products.made import make_maker
from tests.training.made import make_activity, sign_up

from binakriya.registry.models import Enterprise
from binakriya.training.models import Activity, Registration

# PostgreSQL keeps no NUL, and neither database lone surrogates.
STRANGE = ["\ufffe", "\uffff", "\ufdd0", "\U0001fffe", "\U0010ffff", "\x01", "\x1f", "\u202e", "\u2069"]


def _content(answer: Any) -> bytes:
    assert answer.status_code == 200
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def _downloads(browser: Client, activity: UUID) -> list[bytes]:
    post = [
        (reverse("registry:export"), {"bentuk": "xlsx"}),
        (reverse("registry:export"), {"bentuk": "csv"}),
        (reverse("products:export"), {"bentuk": "xlsx"}),
        (reverse("products:export"), {"bentuk": "csv"}),
    ]
    get = [reverse(f"training:export-{kind}", kwargs={"activity_id": activity}) for kind in ("xlsx", "csv")]
    made = [_content(browser.post(*one)) for one in post] + [_content(browser.get(at)) for at in get]
    for file in made:
        if file[:2] == b"PK":
            load_workbook(io.BytesIO(file))
    return made


@pytest.mark.parametrize("strange", STRANGE)
def test_what_is_stored_already_does_no_harm(strange: str, world: World, signed_in: Callable[..., Client]) -> None:
    activity = make_activity(world)
    sign_up(world, activity, 1)
    make_maker(world, "Gerabah Serpong")
    Registration.objects.update(name=f"Nama {strange}orang", product=strange)
    Enterprise.objects.update(name=f"Usaha {strange}orang")
    for file in _downloads(signed_in("officer"), activity):
        assert file[:2] == b"PK" or strange.encode() not in file
    if connection.vendor == "sqlite":
        # The papers are printed without it as well.
        assert _content(signed_in("officer").get(reverse("training:tickets", kwargs={"activity_id": activity})))


@pytest.mark.parametrize("strange", [*STRANGE, "\ud800", "\u3164", "\u200b"])
def test_a_visitor_registers_with_a_strange_name(strange: str, world: World, signed_in: Callable[..., Client]) -> None:
    activity = make_activity(world)
    at = reverse("training:register", kwargs={"slug": Activity.objects.get(id=activity).slug})
    typed = {"phone": "0812-9876-4471", "business_name": f"Usaha {strange}A", "nonce": "n"}
    body = "name=" + "".join(f"%{b:02X}" for b in strange.encode(errors="surrogatepass"))
    body += "".join(
        f"&{key}=" + "".join(f"%{b:02X}" for b in value.encode(errors="surrogatepass")) for key, value in typed.items()
    )
    form = "application/x-www-form-urlencoded"
    nameless = Client().post(at, body, content_type=form)
    if strange != "\ud800":
        assert nameless.status_code == 422
        assert not Registration.objects.exists()
    answer = Client().post(at, body.replace("name=", "name=Siti", 1), content_type=form)
    assert answer.status_code == 302
    one = Registration.objects.get()
    assert one.name.startswith("Siti")
    _downloads(signed_in("officer"), activity)
