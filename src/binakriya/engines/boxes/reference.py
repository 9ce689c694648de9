"""The styles as tables of Markdown, from their own declarations: the documentation is made of these."""

from __future__ import annotations

from binakriya.engines.boxes.building import styles
from binakriya.engines.boxes.model import Parameter, Style
from binakriya.engines.boxes.words import written


def table_of_styles() -> str:
    """One row a style: code, names, boards, sizes, closing, firmness."""
    rows = [
        "| code | name | nama | board, mm | inside from | inside to | closed by | firmness |",
        "|---|---|---|---|---|---|---|---|",
    ]
    rows += [
        f"| `{each.code}` | {each.name.en} | {each.name.id} | {_boards(each)} | {_size(each.smallest)} "
        f"| {_size(each.largest)} | {each.closes_by} | {each.firmness} |"
        for each in styles()
    ]
    return "\n".join(rows) + "\n"


def table_of_parameters() -> str:
    """One row a parameter of a style."""
    rows = ["| style | parameter | unit | may be | default | hint |", "|---|---|---|---|---|---|"]
    rows += [
        f"| `{each.code}` | `{parameter.key}` | {parameter.unit or '–'} | {_may_be(parameter)} "
        f"| {'–' if parameter.default is None else parameter.default} | {parameter.hint.en} |"
        for each in styles()
        for parameter in each.parameters
    ]
    return "\n".join(rows) + "\n"


def _boards(each: Style) -> str:
    return f"{', '.join(each.kinds)} {written(each.caliper[0], 'en')}–{written(each.caliper[1], 'en')}"


def _size(size: tuple[float, float, float]) -> str:
    return " × ".join(f"{value:g}" for value in size)


def _may_be(parameter: Parameter) -> str:
    if parameter.choices:
        return ", ".join(f"`{key}`" for key, _ in parameter.choices)
    if parameter.minimum is None or parameter.maximum is None:
        return parameter.kind
    return f"{parameter.minimum:g} to {parameter.maximum:g}"
