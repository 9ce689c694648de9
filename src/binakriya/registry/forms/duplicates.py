"""What the review sends."""

import re
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from binakriya.foundation.forms import CleanForm
from binakriya.registry.rules.merging import CHOICES, Side

_ID = re.compile(r"[0-9a-f-]{36}")


class DecisionForm(CleanForm):
    """`deed` is the pressed button; the choices are radios named by their key."""

    deed = forms.ChoiceField(choices=[(d, d) for d in ("merge", "not_same", "same_owner")])
    kept = forms.UUIDField(required=False)
    gone = forms.UUIDField(required=False)
    people = forms.TypedMultipleChoiceField(coerce=UUID, required=False)
    asked = forms.TypedMultipleChoiceField(coerce=UUID, required=False)
    next = forms.UUIDField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Whether they are of this pair, the operation knows.
        for name in ("people", "asked"):
            given = self.data.getlist(name) if isinstance(self.data, QueryDict) else self.data.get(name, ())
            self.fields[name].choices = [(i, i) for i in given if _ID.fullmatch(i)]  # type: ignore[attr-defined]
        for choice in CHOICES:
            self.fields[f"choice_{choice.key}"] = forms.ChoiceField(choices=[("a", "a"), ("b", "b")], required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("deed") == "merge" and not (cleaned.get("kept") and cleaned.get("gone")):
            raise forms.ValidationError("pair")
        return cleaned

    def ticked(self) -> set[UUID]:
        """The accounts that were ticked to care for the merged enterprise."""
        return set(self.cleaned_data.get("people") or ())

    def asked_about(self) -> set[UUID]:
        """The accounts that the page asked about, ticked or not."""
        return set(self.cleaned_data.get("asked") or ())

    def picks(self) -> dict[str, Side]:
        """Choice key → side, for what was chosen."""
        return {
            c.key: self.cleaned_data[f"choice_{c.key}"] for c in CHOICES if self.cleaned_data.get(f"choice_{c.key}")
        }


class LaterForm(CleanForm):
    """`lewati`: the pair that is left for later. `berikut`: the pair to go on with, if it still waits."""

    lewati = forms.UUIDField(required=False)
    berikut = forms.UUIDField(required=False)
