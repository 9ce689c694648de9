"""The calculation sheet: every number with its formula, inputs, unit, source and firmness.

Glossary:

- **Firmness** A: source read and agrees with a second; B: one source read; C: assumption that an office can calibrate.
  D means that no trustworthy value exists: such a value is never shipped, a `Missing` says what to measure.
- **Quantity** a number on its way from one step to the next; it remembers where it comes from.
- **Step** one line of the sheet. Its firmness is the weakest of its source and of everything it was computed from.
- **Sheet** the steps in order, the assumptions (C) they rest on, findings in words, and what is missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Self

from .sources import cite, firmness_of
from .wording import Language, Message, text_of

ENGINE_VERSION = "1.1"
"""Stored with every specification, so that an old one can say which rules made it. Changes when a result changes."""


class Firmness(StrEnum):
    GIVEN = ""  # measured or decided by whoever asks
    A = "A"
    B = "B"
    C = "C"


_LETTERS = {letter.value: letter for letter in Firmness}


def weakest(*letters: Firmness) -> Firmness:
    """The letters stand in the order of the alphabet, what is given before them: the last is the weakest."""
    return max(letters, default=Firmness.GIVEN)


def letter_of(source: str) -> Firmness:
    """How firm a source is, by its code."""
    return _LETTERS[firmness_of(source)]


Plain = float | int | str | bool


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with its unit; `origin` is the code of the step, constant or field that it comes from."""

    value: float
    unit: str
    origin: str
    firmness: Firmness = Firmness.GIVEN

    def __float__(self) -> float:
        return float(self.value)


@dataclass(frozen=True, slots=True)
class Input:
    value: Plain
    unit: str
    origin: str

    def to_json(self) -> dict[str, Plain]:
        return {"value": self.value, "unit": self.unit, "from": self.origin}


@dataclass(frozen=True, slots=True)
class Step:
    """One line. `name` is a stable code, its words are in `wording`; `of` tells which leg, board or face is meant."""

    name: str
    formula: str
    inputs: Mapping[str, Input]
    value: Plain
    unit: str
    source: str
    firmness: Firmness
    of: str = ""

    def label(self, language: Language = "id") -> str:
        words = text_of(self.name, language)
        return f"{words} ({text_of(self.of, language)})" if self.of else words

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "of": self.of,
            "formula": self.formula,
            "inputs": {symbol: given.to_json() for symbol, given in self.inputs.items()},
            "value": self.value,
            "unit": self.unit,
            "source": cite(self.source),
            "source_code": self.source,
            "firmness": self.firmness.value,
        }

    @classmethod
    def from_json(cls, line: Mapping[str, Any]) -> Self:
        return cls(
            name=line["name"],
            formula=line["formula"],
            inputs={s: Input(i["value"], i["unit"], i["from"]) for s, i in line["inputs"].items()},
            value=line["value"],
            unit=line["unit"],
            source=line["source_code"],
            firmness=Firmness(line["firmness"]),
            of=line["of"],
        )


class Gravity(StrEnum):
    FAILS = "fails"  # the pack does not do what is asked
    WARNING = "warning"  # it does, outside what the formula was proved for
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the sheet says in words."""

    gravity: Gravity
    message: Message

    def to_json(self) -> dict[str, Any]:
        return {"gravity": self.gravity.value, **self.message.to_json()}


@dataclass(frozen=True, slots=True)
class Missing:
    """A D value: `code` what has no trustworthy value, `measure` how to get one."""

    code: str
    measure: Message

    def to_json(self) -> dict[str, Any]:
        return {"code": self.code, "firmness": "D", **self.measure.to_json()}


class MissingValueError(LookupError):
    """What was asked cannot be computed before somebody measures."""

    def __init__(self, missing: Missing) -> None:
        super().__init__(missing.measure.text("en"))
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Assumed:
    """A C value on which a sheet rests, with the range in which it may lie."""

    code: str
    value: float
    unit: str
    low: float | None
    high: float | None
    source: str

    def to_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "value": self.value,
            "unit": self.unit,
            "low": self.low,
            "high": self.high,
            "source": cite(self.source),
            "source_code": self.source,
            "firmness": "C",
        }


@dataclass(frozen=True, slots=True)
class Sheet:
    steps: tuple[Step, ...] = ()
    assumptions: tuple[Assumed, ...] = ()
    findings: tuple[Finding, ...] = ()
    missing: tuple[Missing, ...] = ()
    engine_version: str = ENGINE_VERSION

    def step(self, name: str, of: str = "") -> Step:
        """The last step of that name; KeyError when there is none."""
        for step in reversed(self.steps):
            if step.name == name and (not of or step.of == of):
                return step
        raise KeyError(name)

    @property
    def firmness(self) -> Firmness:
        return weakest(*(step.firmness for step in self.steps))

    def __add__(self, other: "Sheet") -> "Sheet":
        """Both, one after the other; what both say stands once."""
        known = {a.code for a in self.assumptions}
        return Sheet(
            self.steps + tuple(s for s in other.steps if s not in self.steps),
            self.assumptions + tuple(a for a in other.assumptions if a.code not in known),
            self.findings + tuple(f for f in other.findings if f not in self.findings),
            self.missing + tuple(m for m in other.missing if m not in self.missing),
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "engine_version": self.engine_version,
            "firmness": self.firmness.value,
            "steps": [step.to_json() for step in self.steps],
            "assumptions": [assumed.to_json() for assumed in self.assumptions],
            "findings": [finding.to_json() for finding in self.findings],
            "missing": [missing.to_json() for missing in self.missing],
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """A stored sheet, also one of an older engine: nothing is computed again."""
        return cls(
            steps=tuple(Step.from_json(line) for line in stored["steps"]),
            assumptions=tuple(
                Assumed(a["code"], a["value"], a["unit"], a["low"], a["high"], a["source_code"])
                for a in stored["assumptions"]
            ),
            findings=tuple(Finding(Gravity(f["gravity"]), Message.from_json(f)) for f in stored["findings"]),
            missing=tuple(Missing(m["code"], Message.from_json(m)) for m in stored["missing"]),
            engine_version=stored["engine_version"],
        )


@dataclass(slots=True)
class Working:
    """A sheet in the making."""

    _steps: list[Step] = field(default_factory=list)
    _assumptions: dict[str, Assumed] = field(default_factory=dict)
    _findings: list[Finding] = field(default_factory=list)
    _missing: list[Missing] = field(default_factory=list)

    def step(
        self,
        name: str,
        formula: str,
        value: float,
        unit: str,
        source: str,
        *,
        firmness: Firmness | None = None,
        of: str = "",
        also: Mapping[str, Quantity] = MappingProxyType({}),
        **inputs: Quantity,
    ) -> Quantity:
        """Write a line; the answer carries the weakest firmness of the source and all inputs.

        `firmness` replaces that of the source, where a value is less firm than the source it is taken from (read
        between two points of a table, say). Inputs go by their symbol in the formula, `also` holds more of them.
        """
        letter = firmness if firmness is not None else letter_of(source)
        shown = {}
        for symbol, quantity in ({**inputs, **also} if also else inputs).items():
            if quantity.firmness > letter:
                letter = quantity.firmness
            shown[symbol] = Input(quantity.value, quantity.unit, quantity.origin)
        self._steps.append(Step(name, formula, shown, value, unit, source, letter, of))
        return Quantity(value, unit, name, letter)

    def last(self, name: str) -> Quantity:
        """The last line of that name as a quantity to go on with; KeyError when there is none."""
        for step in reversed(self._steps):
            if step.name == name:
                return Quantity(float(step.value), step.unit, name, step.firmness)
        raise KeyError(name)

    def rests_on(self, assumed: Assumed) -> None:
        self._assumptions.setdefault(assumed.code, assumed)

    def say(self, gravity: Gravity, code: str, **values: Plain) -> Finding:
        finding = Finding(gravity, Message(code, values))
        if finding not in self._findings:
            self._findings.append(finding)
        return finding

    def lacks(self, code: str, message: str, **values: Plain) -> None:
        missing = Missing(code, Message(message, values))
        if missing not in self._missing:
            self._missing.append(missing)

    def include(self, sheet: Sheet) -> None:
        self._steps.extend(sheet.steps)
        for assumed in sheet.assumptions:
            self.rests_on(assumed)
        self._findings.extend(f for f in sheet.findings if f not in self._findings)
        self._missing.extend(m for m in sheet.missing if m not in self._missing)

    def sheet(self) -> Sheet:
        return Sheet(tuple(self._steps), tuple(self._assumptions.values()), tuple(self._findings), tuple(self._missing))
