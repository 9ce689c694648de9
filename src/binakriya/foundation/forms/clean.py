"""What forms of all rooms are made of: text without control characters, and refusals told at their field."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from binakriya.foundation.rules.refusals import Refused
from binakriya.foundation.rules.text import clean_text


def _is_text(field: forms.Field) -> bool:
    """Passwords are taken as they are typed."""
    return isinstance(field, forms.CharField) and not isinstance(field.widget, forms.PasswordInput)


class CleanText:
    """For forms: what text fields hold is cleaned before any field looks at it, and shown again so.

    Control characters go and Unicode is composed (NFC); only fields with a Textarea keep tabs and ends of lines.
    """

    fields: dict[str, forms.Field]
    data: Any
    is_bound: bool

    def full_clean(self) -> None:
        if self.is_bound:
            self.data = self._cleaned()
        super().full_clean()  # type: ignore[misc]

    def _cleaned(self) -> Any:
        """The data itself when there is nothing to clean; else a copy."""
        changed: dict[str, list[str]] = {}
        for name, field in self.fields.items():
            if not _is_text(field):
                continue
            key = self.add_prefix(name)  # type: ignore[attr-defined]
            given = self.data.getlist(key) if isinstance(self.data, QueryDict) else [self.data.get(key)]
            lines = isinstance(field.widget, forms.Textarea)
            cleaned = [clean_text(text, lines=lines) if isinstance(text, str) else text for text in given]
            if cleaned != given:
                changed[key] = cleaned
        if not changed:
            return self.data
        data = self.data.copy()
        for key, values in changed.items():
            if isinstance(data, QueryDict):
                data.setlist(key, values)
            else:
                data[key] = values[0]
        return data


class CleanForm(CleanText, forms.Form):
    """The form to inherit from."""


class RefusableForm(CleanForm):
    """A form that can show why an operation refused, at the field where that is known (`at`: reason → field)."""

    at: ClassVar[Mapping[str, str]] = {}

    def sentence(self, refused: Refused) -> object:
        """The room's words for a reason."""
        raise NotImplementedError

    def refuse(self, refused: Refused) -> None:
        self.add_error(self.at.get(refused.reason), ValidationError(str(self.sentence(refused)), code=refused.reason))
