"""The tests' database: migrated once into a template, of which every process takes a copy.

Migrating takes a new database five seconds, copying one a tenth of a second. The template lies in the state folder
(SQLite) or in the server (PostgreSQL) under a name that tells what decides the schema: another schema, another one.
`python -m tests.database` makes it beforehand, as `make test` does while it checks the code.
"""

import fcntl
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.db import connection

PREFIX = "binakriya-template-"


def template_name() -> str:
    """What decides a schema: the migrations of all apps, and the fields of our own making."""
    told = hashlib.sha256()
    for app in sorted(apps.get_app_configs(), key=lambda one: one.label):
        for file in sorted([*Path(app.path).glob("migrations/*.py"), *Path(app.path).glob("fields.py")]):
            told.update(f"{app.label} {file.name}\0".encode())
            told.update(file.read_bytes())
    return PREFIX + told.hexdigest()[:16]


@contextmanager
def _turn() -> Iterator[None]:
    """One process at a time; the others find the template ready."""
    settings.VAR.mkdir(parents=True, exist_ok=True)
    with (settings.VAR / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _migrate_into(name: str) -> None:
    """A new database of that name, closed again."""
    kept, wanted = settings.DATABASES["default"]["NAME"], connection.settings_dict["TEST"]["NAME"]
    connection.settings_dict["TEST"]["NAME"] = name
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        connection.close()
    finally:
        connection.settings_dict["TEST"]["NAME"] = wanted
        connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = kept


def _template_file() -> Path:
    folder, name = settings.VAR, template_name()
    ready = folder / f"{name}.sqlite3"
    with _turn():
        if not ready.exists():
            for older in folder.glob(f"{PREFIX}*"):
                older.unlink()
            half = folder / f"{name}.half"
            _migrate_into(str(half))
            half.rename(ready)
    return ready


def _template_database() -> str:
    name, half, quoted = template_name(), f"{template_name()}-half", connection.ops.quote_name
    with _turn(), connection.creation._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{PREFIX}%"])
        there = {row[0] for row in cursor.fetchall()}
        if name not in there:
            for older in there:
                cursor.execute(f"DROP DATABASE {quoted(older)}")
            _migrate_into(half)
            cursor.execute(f"ALTER DATABASE {quoted(half)} RENAME TO {quoted(name)}")
    return name


def prepare() -> None:
    """Makes the template unless it is there."""
    if connection.vendor == "postgresql":
        _template_database()
    else:
        _template_file()


def take() -> str:
    """A fresh database of this process, of which the connection is one from now on; the name that it had before."""
    before, name = connection.settings_dict["NAME"], connection.creation._get_test_db_name()
    if connection.vendor == "postgresql":
        template, quoted = _template_database(), connection.ops.quote_name
        with _turn(), connection.creation._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {quoted(name)}")
            cursor.execute(f"CREATE DATABASE {quoted(name)} TEMPLATE {quoted(template)}")
    else:
        for left in ("-wal", "-shm"):  # of a process that was ended in the middle, under the same number
            Path(f"{name}{left}").unlink(missing_ok=True)
        shutil.copyfile(_template_file(), name)
    connection.close()
    connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = name
    connection.ensure_connection()
    return str(before)


def give_back(before: str) -> None:
    connection.creation.destroy_test_db(before, verbosity=0)


if __name__ == "__main__":
    django.setup()
    prepare()
