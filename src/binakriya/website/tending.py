"""Housekeeping: what a lost worker left is given to the next one; files and names that are no longer needed go."""

from datetime import datetime, timedelta

from django.db.models import Q
from django_tasks_db.models import DBTaskResult

from binakriya.accounts.operations import forget_invitations
from binakriya.accounts.rules import machine
from binakriya.foundation.background import enqueue
from binakriya.passport.operations import recalculate_changed
from binakriya.products.operations import forget_papers, forget_photos
from binakriya.registry.operations.attached import forget_removed
from binakriya.registry.operations.imports import forget_files
from binakriya.registry.queries.duplicates import offices_to_search

# A task that has run this long without an end has lost its worker: the longest honest one takes a few minutes.
LOST_AFTER = timedelta(minutes=30)


def requeue_lost_tasks(*, now: datetime, alone: bool) -> int:
    """Set tasks of lost workers back to ready and return how many. `alone`: no other worker runs, so every running
    task is lost. Tasks may therefore run twice: each must be safe to repeat."""
    lost = Q() if alone else Q(started_at__lt=now - LOST_AFTER)
    return DBTaskResult.objects.running().filter(lost).update(status="READY", started_at=None)


def forget_old_files(*, now: datetime) -> int:
    """Uploaded lists of imports confirmed more than 30 days ago, and notes, documents, memberships, and photos and
    papers of products that were taken away as long ago; how many went."""
    by = machine("tending")
    kept = forget_files(by=by, now=now) + forget_removed(by=by, now=now)
    return kept + forget_photos(now=now) + forget_papers(now=now)


def forget_old_invitations(*, now: datetime) -> int:
    """Name and contact of links that were revoked or ran out more than 30 days ago; how many were forgotten."""
    return forget_invitations(now=now)


def search_duplicates() -> int:
    """Have duplicates looked for wherever registrations or edits brought something new; in how many offices."""
    offices = offices_to_search()
    for office_id in offices:
        enqueue("registry.tasks.search_office", office_id)
    return len(offices)


def recalculate_passports(*, now: datetime) -> int:
    """Have passports follow what the rooms hold and what ran out; how many moved."""
    return recalculate_changed(by=machine("tending"), now=now).moved
