"""How often a page asks the database: never more the more there is."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.people import CALLERS, World
from tests.registry.worlds import make_batch, make_candidate, make_enterprise, make_merge, make_request
from tests.training.made import make_activity, sign_up

from binakriya.registry.models import Merge
from binakriya.training import operations
from binakriya.training.models import Session

pytestmark = pytest.mark.one_database
MOST = 12
MOVES = ((), ("close",), ("start",), ("start", "finish"), ("start", "finish"), ("start", "finish", "report"))


@pytest.fixture
def busy(world: World) -> World:
    """An office with activities in every state, two of them done and due certificates, and work in its registry."""
    by, now = world.actor("officer"), world.now
    make_candidate(world)
    make_request(world)
    for number, moves in enumerate(MOVES):
        activity = make_activity(world, title=f"Kegiatan {number}", slug=f"kegiatan-{number}", quota=1)
        world.things[f"activity {number}"] = activity
        operations.engage_practitioner(activity_id=activity, name="Ibu Ani", institution="Balai", by=by, now=now)
        seated = [sign_up(world, activity, 10 * number + n, group_id=world.association_id) for n in range(3)]
        for move in moves:
            operations.move_activity(activity_id=activity, move=move, by=by, now=now)
            for session in Session.objects.filter(activity_id=activity) if move == "start" else ():
                operations.check_in(session_id=session.id, scan=seated[0].code, by=by, now=now)
    return world


def asked(client: Client, address: str) -> int:
    # The first page of a session that no sign-in began notes its use; what is kept for a while is then kept.
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


@pytest.mark.parametrize("who", CALLERS)
def test_home(busy: World, signed_in: Callable[..., Client], who: str) -> None:
    assert asked(signed_in(who), "/") <= MOST


@pytest.mark.parametrize(
    "filters",
    [
        "",
        "?q=anyaman",
        "?q=anyaman&kecamatan=36.74.01",
        "?ukuran=small&kurang=telepon&urut=-tenaga",
        "?kecamatan=36.74.01&kurang=nik&perempuan=1&nib=ada&ukuran=micro&ditambah=2018-01-01",
        "?keadaan=periksa",
        "?kolom=" + "&kolom=".join(("produk", "kelompok", "kbli", "telepon", "diperbarui")),
    ],
)
def test_the_list(busy: World, signed_in: Callable[..., Client], filters: str) -> None:
    assert asked(signed_in("officer"), reverse("registry:enterprises") + filters) <= MOST


@pytest.mark.parametrize("number", range(len(MOVES)))
def test_an_activity(busy: World, signed_in: Callable[..., Client], number: int) -> None:
    address = reverse("training:activity", kwargs={"activity_id": busy.things[f"activity {number}"]})
    assert asked(signed_in("officer"), address) <= MOST


def test_an_enterprise(world: World, signed_in: Callable[..., Client]) -> None:
    address = reverse("registry:enterprise", kwargs={"enterprise_id": make_enterprise(world)})
    assert asked(signed_in("officer"), address) <= MOST


@pytest.mark.parametrize("side", ["kept_id", "gone_id"])
def test_a_merged_enterprise(world: World, signed_in: Callable[..., Client], side: str) -> None:
    made: UUID = make_merge(world)
    which = Merge.objects.values_list(side, flat=True).get(id=made)
    client = signed_in("officer")
    address = reverse("registry:enterprise", kwargs={"enterprise_id": which})
    assert asked(client, client.get(address).headers.get("Location", address)) <= MOST


def test_the_preview_of_an_import(world: World, signed_in: Callable[..., Client]) -> None:
    assert asked(signed_in("officer"), reverse("registry:import", kwargs={"batch_id": make_batch(world)})) <= MOST


def test_a_rare_word_is_looked_up_before_the_enterprises(busy: World, signed_in: Callable[..., Client]) -> None:
    """As a sub-query of theirs, PostgreSQL guessed how many it gives and read every enterprise: 1.7 s of 100,000."""
    client = signed_in("officer")
    client.get("/registri/")
    with CaptureQueriesContext(connection) as seen:
        assert "Anyaman Citra" in client.get("/registri/?q=citra").content.decode()
    words = [one["sql"] for one in seen if "registry_searchtext" in one["sql"]]
    assert words
    assert not any("registry_enterprise" in sql for sql in words)
