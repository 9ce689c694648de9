"""The fields of a scoring. Each is saved by itself, under a name:

`value:<criterion>` a whole score of the scale or None; `gate:<gate>` pass, fail, unseen or None; `comment` (the maker
reads it); `note` (nobody but the assessor does); `defect:<key>` a defect or None when it was taken away, its key made
by the device that marked it.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from binakriya.accounts.rules import Refused
from binakriya.foundation.rules.text import clean_text
from binakriya.quality.rules.rubrics import Rubric

TEXT_MOST, CAUSE_MOST, DEFECTS_MOST, CHANGES_MOST = 1000, 200, 40, 120
_KEY = re.compile(r"[A-Za-z0-9-]{1,40}")

Value = Any
"""What a field holds, as JSON holds it."""


class Gate(StrEnum):
    PASS = "pass"  # noqa: S105  (no secret)
    FAIL = "fail"
    UNSEEN = "unseen"


class Severity(StrEnum):
    """Of a defect: hardly seen, spoils the look, or makes it unfit or unsafe."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True)
class DefectSaid:
    """A fault at a point of a photo; `x`, `y` from the upper left corner, 0 to 1 of the picture. `photo`: an id."""

    photo: str
    x: float
    y: float
    kind: str
    severity: str
    cause: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "photo": self.photo,
            "x": self.x,
            "y": self.y,
            "kind": self.kind,
            "severity": self.severity,
            "cause": self.cause,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """All fields of a scoring. `defects` by key, without those taken away."""

    values: Mapping[str, int]
    gates: Mapping[str, str]
    comment: str
    note: str
    defects: Mapping[str, DefectSaid]

    @classmethod
    def of(cls, fields: Mapping[str, Value]) -> "Answer":
        """Of fields as they are kept."""
        values = {name[6:]: value for name, value in fields.items() if name.startswith("value:") and value is not None}
        gates = {name[5:]: value for name, value in fields.items() if name.startswith("gate:") and value is not None}
        defects = {
            name[7:]: DefectSaid(**value) for name, value in fields.items() if name.startswith("defect:") and value
        }
        return cls(values, gates, fields.get("comment") or "", fields.get("note") or "", defects)


def read_changes(given: object, *, rubric: Rubric, photos: set[str]) -> dict[str, Value]:
    """What a device sent, checked against the rubric and the product's photos. Raises Refused: scoring_field (a name
    that the rubric does not know), scoring_value, defect_value, scoring_long."""
    if not isinstance(given, Mapping):
        raise Refused("scoring_field")
    if len(given) > CHANGES_MOST:
        raise Refused("scoring_long")
    return {str(name): read_value(str(name), value, rubric=rubric, photos=photos) for name, value in given.items()}


def read_value(name: str, value: object, *, rubric: Rubric, photos: set[str]) -> Value:
    """One field's value, as it is kept. Raises as `read_changes`."""
    kind, _colon, key = name.partition(":")
    if kind == "value" and any(one.key == key for one in rubric.criteria):
        return _score(value, rubric)
    if kind == "gate" and any(one.key == key for one in rubric.gates):
        if value in (None, ""):
            return None
        if value not in set(Gate):
            raise Refused("scoring_value", field=key)
        return str(value)
    if name in ("comment", "note"):
        if not isinstance(value, str):
            raise Refused("scoring_value", field=name)
        return clean_text(value, lines=True).strip()[:TEXT_MOST]
    if kind == "defect" and _KEY.fullmatch(key):
        return None if value is None else _defect(value, rubric, photos).as_json()
    raise Refused("scoring_field", field=name[:60])


def _score(value: object, rubric: Rubric) -> int | None:
    if value in (None, ""):
        return None
    if isinstance(value, str) and re.fullmatch(r"\d{1,3}", value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or value not in rubric.scale.scores:
        raise Refused("scoring_value")
    return value


def _defect(value: object, rubric: Rubric, photos: set[str]) -> DefectSaid:
    if not isinstance(value, Mapping):
        raise Refused("defect_value")
    photo, kind, severity = (str(value.get(name) or "") for name in ("photo", "kind", "severity"))
    if photo:
        try:
            photo = str(UUID(photo))
        except ValueError:
            raise Refused("defect_value") from None
        if photo not in photos:
            raise Refused("defect_photo")
    if severity not in set(Severity) or not any(one.key == kind for one in rubric.defects):
        raise Refused("defect_value")
    cause = clean_text(str(value.get("cause") or "")).strip()[:CAUSE_MOST]
    return DefectSaid(photo, _share(value.get("x")), _share(value.get("y")), kind, severity, cause)


def _share(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or not 0 <= value <= 1:
        raise Refused("defect_value")
    return round(float(value), 4)
