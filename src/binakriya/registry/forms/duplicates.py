"""What the review sends."""

from typing import Any

from django import forms

from binakriya.registry.rules.merging import CHOICES, Side


class DecisionForm(forms.Form):
    """`deed` is the pressed button; the choices are radios named by their key."""

    deed = forms.ChoiceField(choices=[(d, d) for d in ("merge", "not_same", "same_owner")])
    kept = forms.UUIDField(required=False)
    gone = forms.UUIDField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for choice in CHOICES:
            self.fields[f"choice_{choice.key}"] = forms.ChoiceField(choices=[("a", "a"), ("b", "b")], required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("deed") == "merge" and not (cleaned.get("kept") and cleaned.get("gone")):
            raise forms.ValidationError("pair")
        return cleaned

    def picks(self) -> dict[str, Side]:
        """Choice key → side, for what was chosen."""
        return {
            c.key: self.cleaned_data[f"choice_{c.key}"] for c in CHOICES if self.cleaned_data.get(f"choice_{c.key}")
        }


class LaterForm(forms.Form):
    """`lewati`: the pair that is left for later."""

    lewati = forms.UUIDField(required=False)
