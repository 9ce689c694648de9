"""Most workers first, and last those whose workers are not known.

SQLite walks the index on workers backwards, for it takes nothing for the smallest value. PostgreSQL takes it for the
greatest, so that backwards the unknown ones come first: that order needs its own index.
"""

from typing import Any

from django.db import migrations

_INDEX = "enterprise_by_workers_down"


def _add(_apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(
            f"CREATE INDEX IF NOT EXISTS {_INDEX} ON registry_enterprise "
            "(office_id, state, workers DESC NULLS LAST, name_key, id)"
        )


def _remove(_apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(f"DROP INDEX IF EXISTS {_INDEX}")


class Migration(migrations.Migration):
    dependencies = [("registry", "0017_merges_of_a_work")]

    operations = [migrations.RunPython(_add, _remove, elidable=False)]
