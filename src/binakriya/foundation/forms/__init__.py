"""Forms of the foundation, and what forms of all rooms are made of."""

from binakriya.foundation.forms.clean import CleanForm, CleanText, RefusableForm
from binakriya.foundation.forms.ledger import LedgerFilterForm
from binakriya.foundation.forms.once import Once

__all__ = ["CleanForm", "CleanText", "LedgerFilterForm", "Once", "RefusableForm"]
