"""After the event was played: no whole NIK or telephone of the lists stands in the clear anywhere in the database."""

import csv
import re

import pytest
from django.db import connection

from binakriya.website.demo.lists import DATA
from binakriya.website.demo.play import Account

# An account's telephone is its name to sign in with.
PERMITTED = {("accounts_person", "phone"), ("accounts_invitation", "phone")}
_BETWEEN = re.compile(r"[\s.()/\-]")


def _needles() -> set[str]:
    """Every NIK, and every telephone without country code or leading zero: that stands in each way of writing."""
    found = set()
    with (DATA / "understood.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if len(row["nik"]) >= 15:
                found.add(row["nik"])
            for phone in re.split(r"[,;|]", row["phone"]):
                digits = re.sub(r"\D", "", phone)
                if len(digits) >= 9:
                    found.add(re.sub(r"^(62|0)", "", digits))
    return found


def _cells() -> list[tuple[str, str, str]]:
    """(table, column, text) of everything that is stored, as it is stored."""
    quote, found = connection.ops.quote_name, []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if "_fts" in table:
                continue  # the search index in its own form: its words stand in registry_searchtext too
            names = [c.name for c in connection.introspection.get_table_description(cursor, table)]
            if not names:
                continue
            columns = ", ".join(f"CAST({quote(n)} AS text)" for n in names)
            cursor.execute(f"SELECT {columns} FROM {quote(table)}")
            for row in cursor.fetchall():
                found += [(table, n, text) for n, text in zip(names, row, strict=True) if text]
    return found


@pytest.mark.one_database
def test_no_number_of_the_lists_stands_in_the_clear(played: Account) -> None:
    needles = _needles()
    assert len(needles) > 100
    wanted = re.compile("|".join(sorted(map(re.escape, needles))))
    assert wanted.search(_BETWEEN.sub("", "telp. +62 821-0000-7924")), "it would be found"
    cells = _cells()
    assert len(cells) > 5_000
    clear = {
        (table, column)
        for table, column, text in cells
        if (table, column) not in PERMITTED and wanted.search(_BETWEEN.sub("", text))
    }
    assert clear == set()
