"""What the list of specifications is asked for, read from the address; which of them are checked at once."""

from uuid import UUID

from django import forms

from binakriya.foundation.forms import CleanForm
from binakriya.packaging.queries.listing import ORDERS, PAGE, Wanted


class ListForm(CleanForm):
    """Everything may stay empty; what is not understood counts as empty."""

    q = forms.CharField(required=False, max_length=100)
    keadaan = forms.CharField(required=False, max_length=20)
    gaya = forms.CharField(required=False, max_length=30)
    perjalanan = forms.CharField(required=False, max_length=20)
    usaha = forms.UUIDField(required=False)
    urut = forms.CharField(required=False, max_length=20)

    def wanted(self) -> Wanted:
        self.is_valid()
        v = self.cleaned_data
        return Wanted(
            text=v.get("q") or "",
            state=v.get("keadaan") or "",
            style=v.get("gaya") or "",
            journey=v.get("perjalanan") or "",
            maker_id=v.get("usaha"),
            sort=v["urut"] if v.get("urut") in ORDERS else "nama",
        )


class CheckManyForm(CleanForm):
    """Ids of versions, at least one, at most a page of them. `odd`: what was sent and is no id."""

    versi = forms.MultipleChoiceField()

    def __init__(self, data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.odd: list[str] = []
        # Any id may be sent: which of them is in reach the operation says.
        self.fields["versi"].valid_value = lambda value: True  # type: ignore[attr-defined]

    def clean_versi(self) -> list[UUID]:
        found: list[UUID] = []
        for value in self.cleaned_data["versi"][:PAGE]:
            try:
                found.append(UUID(value))
            except ValueError:
                self.odd.append(" ".join(value.split())[:40] or "–")
        return found
