"""What tests of this room and the authorisation matrix ask the world for."""

from uuid import UUID, uuid4

from tests.people import World

from binakriya.accounts.rules import Actor
from binakriya.registry.models import BatchFile, BatchRow, Candidate, Merge, ReviewWork
from binakriya.registry.operations import (
    add_document,
    add_note,
    ask_for_enterprise,
    create_enterprise,
    imports,
    link_person,
)
from binakriya.registry.operations.merging import merge
from binakriya.registry.operations.saved_views import save_view
from binakriya.registry.rules.facts import Facts

LIST = b"No;Nama Usaha;Nama Pemilik;No HP;Kelurahan\n1;Batik Sari;Siti Aminah;081200001234;Ciater\n"


def make_enterprise(world: World, name: str = "Anyaman Citra") -> UUID:
    facts = Facts(name=name, owner_name="Siti Aminah", phones=("+6281200001234",), region_code="36.74.01.1001")
    return create_enterprise(facts=facts, office_id=world.office_id, by=world.system, now=world.now)


def make_batch(world: World) -> UUID:
    """An import that was read and waits to be checked."""
    by = world.actor("officer")
    batch = imports.receive_files(
        uploads=[imports.Upload("daftar.csv", LIST)],
        office_id=world.office_id,
        nonce=uuid4().hex,
        limit=10**6,
        by=by,
        now=world.now,
    )
    imports.read_import(batch_id=batch, by=by, now=world.now)
    return batch


def first_row(batch: UUID) -> UUID:
    return BatchRow.objects.filter(file__batch_id=batch, included=True).values_list("id", flat=True)[0]


def first_file(batch: UUID) -> UUID:
    return BatchFile.objects.filter(batch_id=batch).values_list("id", flat=True)[0]


def make_candidate(world: World) -> UUID:
    left, right = sorted([make_enterprise(world, "Anyaman Citra"), make_enterprise(world, "Anyaman Citra Lestari")])
    return Candidate.objects.create(
        office_id=world.office_id,
        left_id=left,
        right_id=right,
        relation="same",
        band="likely",
        probability=0.99,
        weight=8.0,
        evidence=[],
        found_at=world.now,
    ).id


def make_merge(world: World) -> UUID:
    kept, gone = make_enterprise(world, "Rotan Jaya"), make_enterprise(world, "CV Rotan Jaya")
    made = merge(kept_id=kept, gone_id=gone, picks={}, candidate_id=None, by=world.actor("officer"), now=world.now)
    return made if isinstance(made, UUID) else Merge.objects.get().id


def make_own(world: World) -> UUID:
    """An enterprise whose owner has the maker's account."""
    made = make_enterprise(world, "Gerabah Pamulang")
    link_person(enterprise_id=made, person_id=world.people["maker"], by=world.system, now=world.now)
    return made


def make_view(world: World) -> UUID:
    """A saved view of the officer."""
    return save_view(name="Serpong", query="kecamatan=36.74.01", by=world.actor("officer"), now=world.now)


PDF = b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n"


def make_note(world: World) -> UUID:
    enterprise = world.once("registry.enterprise", make_enterprise)
    return add_note(enterprise_id=enterprise, text="Telepon sore hari", by=world.actor("officer"), now=world.now)


def make_document(world: World) -> UUID:
    """A halal certificate with its file."""
    return add_document(
        enterprise_id=world.once("registry.enterprise", make_enterprise),
        kind="halal",
        number="ID3611",
        issued_on=None,
        expires_on=None,
        data=PDF,
        by=world.actor("officer"),
        now=world.now,
    )


def make_request(world: World) -> UUID:
    """The maker asks for an enterprise that nobody knows."""
    return ask_for_enterprise(
        office_id=world.office_id, nib_or_phone="0812 0000 9999", by=world.actor("maker"), now=world.now
    )


def make_work(world: World) -> UUID:
    """A merging of many that has ended."""
    return ReviewWork.objects.create(
        office_id=world.office_id,
        kind="merge",
        state="done",
        by="Orang officer",
        asked_at=world.now,
        moved_at=world.now,
    ).id


TWINS = (
    b"No;Nama Usaha;Nama Pemilik;No HP;Kelurahan;Produk\n1;Batik Sari;Siti Aminah;081200001234;Ciater;batik\n"
    b"2;Batik Sari;Siti Aminah;081200001234;Ciater;kain batik\n"
)


def import_list(world: World, by: Actor, data: bytes) -> UUID:
    batch = imports.receive_files(
        uploads=[imports.Upload("kembar.csv", data)],
        office_id=world.office_id,
        nonce=data.hex()[-60:],
        limit=10**6,
        by=by,
        now=world.now,
    )
    imports.read_import(batch_id=batch, by=by, now=world.now)
    imports.confirm_import(batch_id=batch, by=by, now=world.now)
    return batch
