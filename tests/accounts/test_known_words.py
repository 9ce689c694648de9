"""The database refuses words that the rules do not know."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from tests.people import World

from binakriya.accounts import operations
from binakriya.accounts.models import Consent, Grant, Invitation, Organisation
from binakriya.accounts.rules import Role
from binakriya.foundation.models import LedgerEntry
from binakriya.foundation.words import origin_word


def test_words_that_the_rules_do_not_know_are_refused(world: World) -> None:
    person = world.people["maker"]
    made = (
        lambda: Organisation.objects.create(kind="guild", name="x", short_name=str(uuid4()), created_at=world.now),
        lambda: Grant.objects.create(person_id=person, role="emperor", since=world.now),
        lambda: Invitation.objects.create(
            role="emperor",
            name="x",
            email="x@contoh.example",
            token_digest=uuid4().hex,
            created_at=world.now,
            sent_at=world.now,
            expires_at=world.now.replace(year=2019),
            invited_by_id=person,
        ),
        lambda: Consent.objects.create(
            person_id=person, purpose="anything", version=1, given=True, text="x", at=world.now
        ),
    )
    names = ("organisation_kind_known", "grant_role_known", "invitation_role_known", "consent_purpose_known")
    for make, name in zip(made, names, strict=True):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            make()


def test_the_ledger_speaks_of_roles_and_origins_in_words(world: World) -> None:
    operations.grant_role(
        person_id=world.people["maker"],
        role=Role.OFFICER,
        organisation_id=world.office_id,
        by=world.actor("administrator"),
        now=world.now,
    )
    line = LedgerEntry.objects.order_by("-number")[0]
    page = world.client("administrator").get(f"/jejak/{line.number}/").content.decode()
    assert "Petugas dinas" in page
    assert ">officer<" not in page


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        ("web 10.0.0.7", "Lewat situs, 10.0.0.7"),
        ("web", "Lewat situs"),
        ("task", "Pekerjaan latar"),
        ("tending", "Perawatan berkala"),
        ("shell", "Lewat baris perintah"),
        ("demo", "Data contoh"),
        ("elsewhere", "elsewhere"),
        ("", ""),
    ],
)
def test_where_a_deed_came_from_is_said_in_words(origin: str, said: str) -> None:
    assert origin_word(origin) == said
