"""A form that is known again when it is sent twice (foundation.rules.once)."""

import hashlib
import json
from typing import Any
from uuid import uuid4

from django import forms

from binakriya.foundation.forms.clean import CleanForm


class Once(CleanForm):
    """To inherit beside a form: its hidden word. Sent without one (by a program), its content is the word."""

    nonce = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, makes: bool = True, **kwargs: Any) -> None:
        """`makes`: whether it makes something new; a form that changes something is safe to send twice as it is."""
        super().__init__(*args, **kwargs)
        if makes:
            self.fields["nonce"].initial = uuid4().hex
        else:
            del self.fields["nonce"]

    def clean_nonce(self) -> str:
        given: str = self.cleaned_data["nonce"]
        if given:
            return given
        said = sorted((key, values) for key, values in dict(self.data).items() if key != "csrfmiddlewaretoken")
        return hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest()
