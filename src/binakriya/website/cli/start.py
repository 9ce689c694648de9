"""What may go wrong before a command can do its work, as sentences: settings, state folder, database."""

import os

import django
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import DataError, InterfaceError, OperationalError, ProgrammingError

from binakriya.website.cli.problems import Problem

_BROKEN = ("not a database", "malformed", "file is encrypted")
_UNPREPARED = ("no such table", "no such column", "has no column named", "does not exist", "undefined")


def set_up() -> None:
    """Django with the settings of this environment; raises Problem."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "binakriya.website.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Problem(str(error)) from error
    except OSError as error:
        raise Problem(of_file(error)) from error


def of_file(error: OSError) -> str:
    """A folder or file that can't be read or written."""
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}. Name a place that you may write to (the state folder is BINAKRIYA_VAR)."


def of_database(error: Exception) -> str:
    """A database that is not prepared, does not answer or refuses."""
    said = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
    if any(word in said for word in _BROKEN):
        return (
            f"The database file cannot be read as one ({said}). Restore it from a backup, or name another state "
            "folder: BINAKRIYA_VAR."
        )
    if any(word in said for word in _UNPREPARED) and "database" not in said:
        return f"The database is not prepared for this version ({said}). Run: binakriya prepare"
    if isinstance(error, DataError):
        return f"The database does not take a value: {said}. Shorten or correct what was given."
    return (
        f"The database does not answer: {said}. Check that it runs, and DATABASE_URL or the state folder BINAKRIYA_VAR."
    )


DATABASE_ERRORS = (OperationalError, ProgrammingError, InterfaceError, DataError)
