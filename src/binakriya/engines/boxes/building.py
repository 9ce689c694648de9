"""From a style's code, an inside size and a board to a box; everything that is refused is refused here, by name."""

from __future__ import annotations

import importlib
import math
import pkgutil
from collections.abc import Mapping, Sequence
from functools import cache
from numbers import Real
from typing import Any

from binakriya.engines.boxes import boards as board_table
from binakriya.engines.boxes import shelf
from binakriya.engines.boxes.boards import Board
from binakriya.engines.boxes.errors import BoxError
from binakriya.engines.boxes.model import Box, Inside, Job, Parameter, Style, Value
from binakriya.engines.boxes.sketch import NoDrawing
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import BadLength, length, polygon

LEAST_CALIPERS = 4.0
"""An inside size below so many calipers is no box but a pile of board (C)."""

FIELDS = ("length", "breadth", "height")
NAMES = {
    "length": Text("Panjang dalam", "Inside length"),
    "breadth": Text("Lebar dalam", "Inside breadth"),
    "height": Text("Tinggi dalam", "Inside height"),
}


@cache
def _shelf() -> Mapping[str, Style]:
    found: dict[str, Style] = {}
    for module in pkgutil.iter_modules(shelf.__path__):
        style_of = getattr(importlib.import_module(f"{shelf.__name__}.{module.name}"), "STYLE", None)
        if isinstance(style_of, Style):
            if style_of.code in found:
                raise ValueError(f"two styles have the code {style_of.code}")
            found[style_of.code] = style_of
    return dict(sorted(found.items()))


def styles() -> tuple[Style, ...]:
    """Every style, by code."""
    return tuple(_shelf().values())


def style(code: str) -> Style:
    """The style with this code. Raises BoxError (field "style")."""
    found = _shelf().get(str(code))
    if found is None:
        raise BoxError(
            "style",
            "unknown",
            Text("Gaya kotak “{code}” tidak dikenal.", "No box style is called “{code}”.").filled(code=str(code)),
            Text("Pilih salah satu: {codes}.", "Choose one of: {codes}.").filled(codes=", ".join(_shelf())),
        )
    return found


def build(code: str, inside: Inside | Sequence[float], board: Board | str, **parameters: Any) -> Box:
    """The box of style `code` whose inside is `inside` (L, B, H in mm) in `board` (a Board or a code of the table).

    `parameters` are those that the style declares; left out or None means the default. Raises BoxError, which names the
    field, the rule and a way out; it never answers with a drawing that breaks a rule.
    """
    chosen = style(code)
    material = board_table.checked(board if isinstance(board, Board) else board_table.board(str(board)))
    size = _inside(chosen, inside)
    _check_board(chosen, material, size)
    values = _parameters(chosen, parameters)
    job = Job(size.length, size.breadth, size.height, material.caliper_mm, material, values)
    for rule in chosen.rules:
        if rule.broken(job):
            raise BoxError(rule.field, rule.key, _told(rule.says, job), _told(rule.way_out, job))
    try:
        blanks = chosen.draw(job)
    except NoDrawing as error:
        raise BoxError(
            "inside",
            "no_drawing",
            Text(
                "Gaya {code} tidak dapat digambar pada ukuran ini: bagian-bagiannya saling bertumpuk atau habis.",
                "Style {code} cannot be drawn at this size: its parts overlap or nothing is left of them.",
            ).filled(code=chosen.code),
            Text(
                "Pakai bahan yang lebih tipis, ukuran yang lebih besar, atau gaya lain.",
                "Use thinner board, a larger size, or another style.",
            ),
        ) from error
    return Box(chosen.code, size, material, tuple(sorted(values.items())), blanks)


def _told(text: Text, job: Job) -> Text:
    return text.filled(L=job.L, B=job.B, H=job.H, d=job.d)


def _inside(chosen: Style, inside: Inside | Sequence[float]) -> Inside:
    if isinstance(inside, Inside):
        given: tuple[object, ...] = (inside.length, inside.breadth, inside.height)
    else:
        given = tuple(inside) if isinstance(inside, list | tuple) else ()
    if len(given) != len(FIELDS):
        raise BoxError(
            "inside",
            "three_sizes",
            Text("Ukuran dalam terdiri atas tiga angka.", "The inside size has three numbers."),
            Text("Isi panjang, lebar, dan tinggi dalam mm.", "Give length, breadth and height in mm."),
        )
    sizes = []
    for field, value, least, most in zip(FIELDS, given, chosen.smallest, chosen.largest, strict=True):
        try:
            sizes.append(length(value, field, shortest=least, longest=most))
        except BadLength as error:
            raise _bad_size(chosen, field, error, least, most) from error
    return Inside(*sizes)


def _bad_size(chosen: Style, field: str, error: BadLength, least: float, most: float) -> BoxError:
    name = NAMES[field]
    bounds = Text("Isi antara {least} dan {most} mm.", "Give between {least} and {most} mm.").filled(
        least=least, most=most
    )
    if error.reason == "number":
        says = Text("{name} bukan angka: “{value}”.", "{name} is not a number: “{value}”.")
        bounds = Text(
            "Tulis angka saja, dalam milimeter, tanpa satuan: 20 cm ditulis 200.",
            "Write the number alone, in millimetres, without a unit: 20 cm is 200.",
        )
    elif error.reason == "finite":
        says = Text("{name} harus berupa angka biasa.", "{name} must be an ordinary number.")
    elif error.reason == "positive":
        says = Text("{name} harus lebih dari nol.", "{name} must be more than zero.")
    elif error.reason == "short":
        says = Text(
            "{name} {value} mm terlalu kecil untuk gaya {code}.", "{name} of {value} mm is too small for style {code}."
        )
    else:
        says = Text(
            "{name} {value} mm terlalu besar untuk gaya {code}.", "{name} of {value} mm is too large for style {code}."
        )
    value = error.value if isinstance(error.value, Real) and math.isfinite(error.value) else str(error.value)
    return BoxError(
        field,
        f"too_{error.reason}" if error.reason in ("short", "long") else f"not_{error.reason}",
        says.filled(name=name, value=value, code=chosen.code),
        bounds,
    )


def _check_board(chosen: Style, material: Board, size: Inside) -> None:
    if material.kind not in chosen.kinds:
        raise BoxError(
            "board",
            "kind",
            Text("Gaya {code} tidak dibuat dari {board}.", "Style {code} is not made of {board}.").filled(
                code=chosen.code, board=material.name
            ),
            Text("Pilih bahan jenis: {kinds}.", "Choose a board of kind: {kinds}.").filled(
                kinds=Text(
                    ", ".join(_KINDS[kind].id for kind in chosen.kinds),
                    ", ".join(_KINDS[kind].en for kind in chosen.kinds),
                )
            ),
        )
    least, most = chosen.caliper
    if not least <= material.caliper_mm <= most:
        raise BoxError(
            "board",
            "caliper",
            Text(
                "Tebal bahan {d} mm di luar yang dapat dipakai gaya {code}.",
                "A caliper of {d} mm is outside what style {code} can be made of.",
            ).filled(d=material.caliper_mm, code=chosen.code),
            Text("Pilih bahan setebal {least} sampai {most} mm.", "Choose board of {least} to {most} mm.").filled(
                least=least, most=most
            ),
        )
    for field, value in zip(FIELDS, (size.length, size.breadth, size.height), strict=True):
        if value < LEAST_CALIPERS * material.caliper_mm and chosen.family != "fitment":
            raise BoxError(
                field,
                "board_too_thick",
                Text(
                    "{name} {value} mm kurang dari empat kali tebal bahan ({d} mm).",
                    "{name} of {value} mm is less than four times the board's caliper ({d} mm).",
                ).filled(name=NAMES[field], value=value, d=material.caliper_mm),
                Text(
                    "Pakai bahan yang lebih tipis dari {thin} mm, atau ukuran sedikitnya {least} mm.",
                    "Use board thinner than {thin} mm, or a size of at least {least} mm.",
                ).filled(thin=value / LEAST_CALIPERS, least=LEAST_CALIPERS * material.caliper_mm),
            )


_KINDS = {
    "card": Text("karton lipat", "folding boxboard"),
    "corrugated": Text("karton gelombang", "corrugated board"),
    "honeycomb": Text("sarang lebah kertas", "paper honeycomb"),
}


def _parameters(chosen: Style, given: Mapping[str, Any]) -> dict[str, Value | None]:
    known = {each.key: each for each in chosen.parameters}
    for key in given:
        if key not in known:
            raise BoxError(
                key,
                "unknown_parameter",
                Text("Gaya {code} tidak mengenal “{key}”.", "Style {code} has no “{key}”.").filled(
                    code=chosen.code, key=key
                ),
                Text("Yang dapat diatur: {keys}.", "What can be set: {keys}.").filled(keys=", ".join(known) or "–"),
            )
    return {key: _parameter(each, given.get(key)) for key, each in known.items()}


def _parameter(declared: Parameter, value: Any) -> Any:
    if value is None:
        return declared.default
    if declared.kind == "flag":
        if isinstance(value, bool):
            return value
        raise _bad_parameter(declared, "flag", Text("ya atau tidak", "yes or no"))
    if declared.kind == "choice":
        if isinstance(value, str) and value in {key for key, _ in declared.choices}:
            return value
        names = ", ".join(key for key, _ in declared.choices)
        raise _bad_parameter(declared, "choice", Text(f"salah satu dari {names}", f"one of {names}"))
    if declared.kind == "outline":
        return _outline(declared, value)
    least = -math.inf if declared.minimum is None else declared.minimum
    most = math.inf if declared.maximum is None else declared.maximum
    fits = (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and math.isfinite(value)
        and least <= value <= most
    )
    if not fits or (declared.kind == "count" and value != int(value)):
        unit = f" {declared.unit}" if declared.unit else ""
        kind = Text("bilangan bulat", "a whole number") if declared.kind == "count" else Text("angka", "a number")
        span = Text("{kind} antara {least} dan {most}" + unit, "{kind} between {least} and {most}" + unit).filled(
            kind=kind, least=least, most=most
        )
        raise _bad_parameter(declared, "bounds", span)
    return int(value) if declared.kind == "count" else float(value)


def _outline(declared: Parameter, value: Any) -> tuple[tuple[float, float], ...]:
    try:
        points = [(float(x), float(y)) for x, y in value]
        if not all(math.isfinite(x) and math.isfinite(y) for x, y in points):
            raise ValueError("not finite")
        return polygon(points).outer
    except (TypeError, ValueError) as error:
        wanted = Text(
            "titik-titik (x, y) dalam mm yang membentuk satu bidang tanpa saling memotong",
            "points (x, y) in mm around one area, without crossing",
        )
        raise _bad_parameter(declared, "outline", wanted) from error


def _bad_parameter(declared: Parameter, rule: str, wanted: Text) -> BoxError:
    return BoxError(
        declared.key,
        rule,
        Text("{name} tidak dapat dipakai.", "{name} cannot be used.").filled(name=declared.name),
        Text("Isi {wanted}.", "Give {wanted}.").filled(wanted=wanted),
    )
