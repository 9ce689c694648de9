"""What is compared, and which levels of agreement are told apart.

Each level has a code (that of the evidence shown to an officer) and a condition in SQL on the columns of
`preparing.SCHEMA` with the suffixes _l and _r. The first level whose condition holds is taken; `null` says when
nothing can be said.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Level:
    code: str
    sql: str


@dataclass(frozen=True)
class Comparison:
    name: str
    columns: tuple[str, ...]
    """Fields of `Record` shown beside the evidence."""
    null: str
    levels: tuple[Level, ...]
    """From closest agreement to none; the last one's condition is ELSE."""

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(level.code for level in self.levels)

    def gamma(self, code: str) -> int:
        """Splink's number of a level: the closest has the highest, none has 0, null has -1."""
        return len(self.levels) - 1 - self.codes.index(code)


def _both(column: str) -> str:
    return f"{column}_l = {column}_r"


def _distance(column: str, other: str | None = None) -> str:
    return f"damerau_levenshtein({column}_l, {other or column}_r)"


ELSE = "ELSE"

_FIRST_AND_LAST = (
    "(length(owner_first_l) > 2 AND length(owner_last_l) > 2"
    f" AND {_distance('owner_first')} <= 1 AND {_distance('owner_last')} <= 1)"
)
OWNER = Comparison(
    "owner",
    ("owner_name",),
    "owner_l IS NULL OR owner_r IS NULL",
    (
        Level(
            "owner_same",
            f"({_both('owner')} OR {_both('owner_ordered')}) AND greatest(owner_count_l, owner_count_r) > 1",
        ),
        Level("owner_same_short", _both("owner")),
        Level(
            "owner_similar",
            f"(least(length(owner_l), length(owner_r)) >= 6 AND {_distance('owner')} <= 1)"
            # two slips are forgiven in two words, not in one: Ratna is not Rahma
            f" OR (least(owner_count_l, owner_count_r) >= 2 AND {_FIRST_AND_LAST} AND owner_count_l = owner_count_r)"
            " OR (least(length(owner_l), length(owner_r)) >= 11 AND owner_count_l <> owner_count_r"
            f" AND least(owner_count_l, owner_count_r) = 1 AND {_distance('owner')} <= 2)",
        ),
        Level(
            "owner_contained",
            "least(owner_count_l, owner_count_r) >= 2 AND (list_has_all(owner_words_l, owner_words_r)"
            f" OR list_has_all(owner_words_r, owner_words_l) OR {_FIRST_AND_LAST})"
            # "djuariahhapsari" for Djuariah Rina Hapsari
            " OR (owner_count_l = 1 AND owner_count_r > 1 AND starts_with(owner_l, owner_first_r)"
            " AND ends_with(owner_l, owner_last_r))"
            " OR (owner_count_r = 1 AND owner_count_l > 1 AND starts_with(owner_r, owner_first_l)"
            " AND ends_with(owner_r, owner_last_l))",
        ),
        Level(
            "owner_contained_short",
            "least(owner_count_l, owner_count_r) = 1 AND (list_has_all(owner_words_l, owner_words_r)"
            " OR list_has_all(owner_words_r, owner_words_l)"
            " OR (least(length(owner_l), length(owner_r)) >= 4"
            " AND (ends_with(owner_l, owner_r) OR ends_with(owner_r, owner_l))))",
        ),
        Level(
            "owner_partly",
            "list_has_any(owner_words_l, owner_words_r)"
            f" OR (least(length(owner_l), length(owner_r)) >= 4 AND {_distance('owner')} <= 1)",
        ),
        Level("owner_differs", ELSE),
    ),
)

IDENTITY = Comparison(
    "identity",
    ("nik", "born"),
    "(nik_l IS NULL OR nik_r IS NULL) AND (born_l IS NULL OR born_r IS NULL)",
    (
        Level("nik_same", _both("nik_whole")),
        Level("nik_same_15", _both("nik15")),
        Level("nik_same_12", f"{_both('nik12')} AND (nik_lost_l OR nik_lost_r)"),
        Level("nik_near", f"{_distance('nik')} <= CASE WHEN nik_lost_l OR nik_lost_r THEN 1 ELSE 2 END"),
        Level("born_same", f"{_both('born')} AND (nik12_l IS NULL OR nik12_r IS NULL)"),
        Level(
            "born_near",
            f"({_both('born_month_day')} OR {_both('born_year_month')} OR {_both('born_year_day')}"
            " OR born_l = born_swapped_r) AND (nik12_l IS NULL OR nik12_r IS NULL)",
        ),
        Level("nik_differs", "nik12_l IS NOT NULL AND nik12_r IS NOT NULL"),
        Level("born_differs", ELSE),
    ),
)

_NEAR_PHONE = " OR ".join(
    f"(abs(length(phone{a}_l) - length(phone{b}_r)) <= 1 AND damerau_levenshtein(phone{a}_l, phone{b}_r) <= 1)"
    for a, b in ((1, 1), (1, 2), (2, 1))
)
PHONE = Comparison(
    "phone",
    ("phones",),
    "(phones_l IS NULL OR phones_r IS NULL) AND (landlines_l IS NULL OR landlines_r IS NULL)",
    (
        Level("phone_same", "list_has_any(phones_l, phones_r)"),
        Level("landline_same", "list_has_any(landlines_l, landlines_r)"),
        Level("phone_near", _NEAR_PHONE),
        Level("phone_differs", ELSE),
    ),
)

EMAIL = Comparison(
    "email",
    ("email",),
    "email_l IS NULL OR email_r IS NULL",
    (
        Level("email_same", _both("email")),
        Level("email_near", f"length(email_l) > 10 AND {_distance('email')} <= 1"),
        Level("email_differs", ELSE),
    ),
)

NIB = Comparison(
    "nib",
    ("nib",),
    "nib_l IS NULL OR nib_r IS NULL",
    (
        Level("nib_same", _both("nib")),
        Level("nib_near", f"{_distance('nib')} <= 1"),
        Level("nib_differs", ELSE),
    ),
)

_SHORTER_LETTERS = "least(length(name_letters_l), length(name_letters_r))"
_BEGINS_ALIKE = (
    f"damerau_levenshtein(left(name_letters_l, {_SHORTER_LETTERS}), left(name_letters_r, {_SHORTER_LETTERS}))"
)
"""Slips in what the two names begin with: "GriyaL ayangan" and "Griya Layangn Doni"."""
NAME = Comparison(
    "name",
    ("business_name",),
    "name_l IS NULL OR name_r IS NULL",
    (
        Level("name_same", f"{_both('name')} AND name_distinctive_l"),
        Level("name_same_plain", _both("name")),
        Level("name_core_same", f"{_both('name_core')} AND name_distinctive_l AND name_distinctive_r"),
        Level(
            "name_similar",
            f"(least(length(name_l), length(name_r)) >= 6 AND {_distance('name')}"
            " <= CASE WHEN least(length(name_l), length(name_r)) >= 10 THEN 2 ELSE 1 END)"
            f" OR (least(length(name_core_l), length(name_core_r)) >= 5 AND {_distance('name_core')} <= 1"
            " AND name_distinctive_l AND name_distinctive_r)"
            " OR (least(length(name_l), length(name_r)) >= 8"
            " AND (starts_with(name_l, name_r) OR starts_with(name_r, name_l)))"
            f" OR ({_SHORTER_LETTERS} >= 8 AND {_BEGINS_ALIKE}"
            f" <= CASE WHEN {_SHORTER_LETTERS} >= 11 THEN 2 ELSE 1 END)",
        ),
        Level(
            "name_contained",
            "list_has_all(name_all_words_l, name_all_words_r) OR list_has_all(name_all_words_r, name_all_words_l)",
        ),
        Level("name_partly", "name_distinctive_l AND name_distinctive_r AND list_has_any(name_words_l, name_words_r)"),
        Level("name_differs", ELSE),
    ),
)

PRODUCTS = Comparison(
    "products",
    ("products",),
    "categories_l IS NULL AND product_words_l IS NULL OR categories_r IS NULL AND product_words_r IS NULL",
    (
        Level("products_same", "list_has_any(items_l, items_r)"),
        Level(
            "products_similar",
            "list_has_any(categories_l, categories_r) OR list_has_any(product_words_l, product_words_r)",
        ),
        Level("products_differ", ELSE),
    ),
)

_SAME_WARD = "ward_l = ward_r AND coalesce(city_l = city_r, TRUE)"
_WARD_MAYBE = "coalesce(ward_l = ward_r, TRUE)"
_STREET_LIKE = (
    "(street_l = street_r OR (least(length(street_l), length(street_r)) >= 6 AND " + _distance("street") + " <= 1))"
)
PLACE = Comparison(
    "place",
    ("street", "rt", "rw", "kelurahan", "kecamatan", "city"),
    "(street_l IS NULL OR street_r IS NULL) AND (ward_l IS NULL OR ward_r IS NULL)"
    " AND (district_l IS NULL OR district_r IS NULL) AND (city_l IS NULL OR city_r IS NULL)",
    (
        Level("city_differs", "city_l <> city_r"),
        Level(
            "address_same",
            f"{_STREET_LIKE} AND number_l = number_r AND coalesce(rt_l = rt_r, TRUE) AND {_WARD_MAYBE}",
        ),
        Level(
            "address_similar",
            f"({_STREET_LIKE} AND {_WARD_MAYBE} AND (number_l = number_r OR (rt_l = rt_r AND rw_l = rw_r)))"
            f" OR (number_l = number_r AND rt_l = rt_r AND rw_l = rw_r AND {_WARD_MAYBE})",
        ),
        Level("street_same", f"{_STREET_LIKE} AND {_WARD_MAYBE}"),
        Level("neighbours", f"rt_l = rt_r AND rw_l = rw_r AND {_SAME_WARD}"),
        Level("ward_same", _SAME_WARD),
        Level("district_same", "district_l = district_r"),
        Level("place_differs", ELSE),
    ),
)

SINCE = Comparison(
    "since",
    ("since",),
    "since_l IS NULL OR since_r IS NULL",
    (
        Level("since_same", _both("since")),
        Level("since_near", "abs(since_l - since_r) <= 2"),
        Level("since_differs", ELSE),
    ),
)

COMPARISONS: tuple[Comparison, ...] = (OWNER, IDENTITY, PHONE, EMAIL, NIB, NAME, PRODUCTS, PLACE, SINCE)
BY_NAME = {comparison.name: comparison for comparison in COMPARISONS}
HYPOTHESES = ("same", "same_owner", "household", "other")
"""What two records may be: one enterprise; two enterprises of one owner; of two people who share a phone or a roof;
nothing to do with each other."""
