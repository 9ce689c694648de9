"""Enterprises, imports, duplicates."""

from typing import Any

from tests.architecture.matrix.declare import Page, by_deed
from tests.people import World
from tests.registry.worlds import (
    first_file,
    first_row,
    make_batch,
    make_candidate,
    make_document,
    make_enterprise,
    make_merge,
    make_note,
    make_own,
    make_request,
    make_view,
    make_work,
)

from binakriya.accounts.rules import Deed

READ = by_deed(Deed.REGISTRY_READ)
WRITE = by_deed(Deed.REGISTRY_WRITE)
IMPORT = by_deed(Deed.REGISTRY_IMPORT)
MERGE = by_deed(Deed.REGISTRY_MERGE)


def _batch(world: World) -> dict[str, Any]:
    return {"batch_id": world.once("registry.batch", make_batch)}


def _row(world: World) -> dict[str, Any]:
    batch = world.once("registry.batch", make_batch)
    return {"batch_id": batch, "row_id": first_row(batch)}


def _file(world: World) -> dict[str, Any]:
    batch = world.once("registry.batch", make_batch)
    return {"batch_id": batch, "file_id": first_file(batch)}


def _candidate(world: World) -> dict[str, Any]:
    return {"candidate_id": world.once("registry.candidate", make_candidate)}


def _merge(world: World) -> dict[str, Any]:
    return {"merge_id": world.once("registry.merge", make_merge)}


def _work(world: World) -> dict[str, Any]:
    return {"work_id": world.once("registry.work", make_work)}


def _enterprise(world: World) -> dict[str, Any]:
    return {"enterprise_id": world.once("registry.enterprise", make_enterprise)}


def _note(world: World) -> dict[str, Any]:
    return {**_enterprise(world), "note_id": world.once("registry.note", make_note)}


def _document(world: World) -> dict[str, Any]:
    return {**_enterprise(world), "document_id": world.once("registry.document", make_document)}


def _member(world: World) -> dict[str, Any]:
    return {**_enterprise(world), "association_id": world.association_id}


def _linked(world: World) -> dict[str, Any]:
    return {**_enterprise(world), "person_id": world.people["maker"]}


def _request(world: World) -> dict[str, Any]:
    return {"request_id": world.once("registry.request", make_request)}


PAGES = {
    "registry:enterprises": Page(READ),
    "registry:new": Page(WRITE, methods="BOTH"),
    "registry:export": Page(
        by_deed(Deed.REGISTRY_EXPORT), methods="POST", post=lambda world: {"bentuk": "csv", "lengkap": "1"}
    ),
    "registry:print": Page(READ),
    "registry:chosen": Page(WRITE, methods="POST", post=lambda world: {"deed": "periksa", "semua": "1"}),
    "registry:map": Page(READ),
    "registry:save-view": Page(READ, methods="POST"),
    "registry:delete-view": Page(READ, kwargs=lambda world: {"view_id": make_view(world)}, methods="POST"),
    # Whoever reads the registry, but only that of their own office: curators belong to none.
    "registry:enterprise": Page(READ - {"curator"}, kwargs=_enterprise, office_bound=True),
    "registry:edit": Page(WRITE, kwargs=_enterprise, office_bound=True, methods="BOTH"),
    "registry:reveal": Page(by_deed(Deed.REGISTRY_REVEAL), kwargs=_enterprise, office_bound=True, methods="POST"),
    "registry:add-note": Page(WRITE, kwargs=_enterprise, office_bound=True, methods="BOTH"),
    "registry:add-document": Page(WRITE, kwargs=_enterprise, office_bound=True, methods="BOTH"),
    "registry:add-membership": Page(WRITE, kwargs=_enterprise, office_bound=True, methods="BOTH"),
    "registry:edit-note": Page(WRITE, kwargs=_note, office_bound=True, methods="BOTH"),
    "registry:remove-note": Page(WRITE, kwargs=_note, office_bound=True, methods="POST"),
    "registry:restore-note": Page(WRITE, kwargs=_note, office_bound=True, methods="POST"),
    "registry:edit-document": Page(WRITE, kwargs=_document, office_bound=True, methods="BOTH"),
    "registry:remove-document": Page(WRITE, kwargs=_document, office_bound=True, methods="POST"),
    "registry:restore-document": Page(WRITE, kwargs=_document, office_bound=True, methods="POST"),
    "registry:document-file": Page(by_deed(Deed.REGISTRY_REVEAL), kwargs=_document, office_bound=True, methods="POST"),
    "registry:remove-membership": Page(WRITE, kwargs=_member, office_bound=True, methods="POST"),
    "registry:restore-membership": Page(WRITE, kwargs=_member, office_bound=True, methods="POST"),
    "registry:link": Page(WRITE, kwargs=_enterprise, office_bound=True, methods="BOTH"),
    "registry:unlink": Page(WRITE, kwargs=_linked, office_bound=True, methods="POST"),
    "registry:relink": Page(WRITE, kwargs=_linked, office_bound=True, methods="POST"),
    "registry:link-requests": Page(WRITE),
    "registry:answer-request": Page(
        WRITE, kwargs=_request, office_bound=True, methods="POST", post=lambda world: {"deed": "refuse"}
    ),
    "registry:ask": Page(by_deed(Deed.OWN_ENTERPRISE), methods="BOTH"),
    "registry:check": Page(WRITE, kwargs=_enterprise, office_bound=True, methods="POST"),
    "registry:archive": Page(WRITE, kwargs=_enterprise, office_bound=True, methods="POST"),
    "registry:restore": Page(WRITE, kwargs=_enterprise, office_bound=True, methods="POST"),
    "registry:own": Page(by_deed(Deed.OWN_ENTERPRISE)),
    "registry:own-edit": Page(
        by_deed(Deed.OWN_ENTERPRISE),
        kwargs=lambda world: {"enterprise_id": world.once("registry.own", make_own)},
        methods="BOTH",
    ),
    "registry:imports": Page(IMPORT),
    "registry:import-new": Page(IMPORT, methods="BOTH"),
    "registry:import": Page(IMPORT, kwargs=_batch, office_bound=True),
    "registry:import-status": Page(IMPORT, kwargs=_batch, office_bound=True),
    "registry:import-read": Page(IMPORT, kwargs=_batch, office_bound=True, methods="POST"),
    "registry:import-columns": Page(IMPORT, kwargs=_batch, office_bound=True, methods="BOTH"),
    "registry:import-row": Page(IMPORT, kwargs=_row, office_bound=True, methods="BOTH"),
    "registry:import-row-reveal": Page(IMPORT, kwargs=_row, office_bound=True, methods="POST"),
    "registry:import-settle": Page(IMPORT, kwargs=_row, office_bound=True, methods="POST"),
    "registry:import-include": Page(IMPORT, kwargs=_row, office_bound=True, methods="POST"),
    "registry:import-include-file": Page(IMPORT, kwargs=_file, office_bound=True, methods="POST"),
    "registry:import-confirm": Page(IMPORT, kwargs=_batch, office_bound=True, methods="POST"),
    "registry:import-undo": Page(IMPORT, kwargs=_batch, office_bound=True, methods="POST"),
    "registry:import-discard": Page(IMPORT, kwargs=_batch, office_bound=True, methods="POST"),
    "registry:duplicates": Page(MERGE),
    "registry:duplicates-work": Page(MERGE),
    "registry:search-duplicates": Page(MERGE, methods="POST"),
    "registry:duplicate": Page(MERGE, kwargs=_candidate, office_bound=True),
    "registry:decide-duplicate": Page(
        MERGE, kwargs=_candidate, office_bound=True, methods="POST", post=lambda world: {"deed": "not_same"}
    ),
    "registry:merge-likely": Page(MERGE, methods="POST"),
    "registry:undo-merges": Page(MERGE, kwargs=_work, office_bound=True, methods="POST"),
    "registry:undo-merge": Page(MERGE, kwargs=_merge, office_bound=True, methods="POST"),
    "registry:reopen-duplicate": Page(MERGE, kwargs=_candidate, office_bound=True, methods="POST"),
}
