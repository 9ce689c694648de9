"""A list as rows of fields: one row a thing, empty rows at the end to add more. No script is needed."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise

Label = str | Promise
# Empty rows at the end; pressing "Tambah baris" or saving brings as many again.
BLANK = 2
_MOST = 200


class RowsWidget(forms.Widget):
    """Writes and reads lines `text | text | text`, as the fields keep them. `mark`: the word of a tick box that puts
    "? " before the line. `single`: one line alone. A text that was sent as such is taken as it is."""

    template_name = "training/rows.html"

    def __init__(self, columns: tuple[Label, ...], *, mark: Label = "", single: bool = False) -> None:
        super().__init__()
        self.columns, self.mark, self.single = columns, mark, single

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str:
        if name in data:
            return str(data[name])
        lines = []
        for at in range(_MOST):
            keys = [f"{name}-{at}-{column}" for column in range(len(self.columns))]
            if keys[0] not in data:
                break
            cells = [" ".join(str(data.get(key, "")).replace("|", "/").split()) for key in keys]
            if not any(cells):
                continue
            line = " | ".join(cells).rstrip(" |")
            lines.append(f"? {line}" if f"{name}-{at}-mark" in data else line)
        return "\n".join(lines)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and f"{name}-0-0" not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        lines = [line for line in str(value or "").splitlines() if line.strip()]
        rows = []
        for at, line in enumerate([*lines, ""][:1] if self.single else [*lines, *[""] * BLANK]):
            marked = bool(self.mark) and line.lstrip().startswith("?")
            cells = [cell.strip() for cell in line.lstrip("? " if marked else "").split("|")]
            cells += [""] * (len(self.columns) - len(cells))
            rows.append(
                {
                    "number": at + 1,
                    "marked": marked,
                    "mark_name": f"{name}-{at}-mark",
                    "cells": [
                        {"name": f"{name}-{at}-{column}", "label": label, "value": cells[column]}
                        for column, label in enumerate(self.columns)
                    ],
                }
            )
        context |= {"rows": rows, "mark": self.mark, "single": self.single}
        return context

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-0-0" if id_ else id_
