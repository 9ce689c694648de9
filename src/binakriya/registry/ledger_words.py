"""How stored values of this room's ledger lines read: money, places, codes. Nothing here asks the database."""

from typing import Any

from django.utils.translation import gettext as _

from binakriya.foundation.queries import full_name
from binakriya.foundation.rules.money import rupiah
from binakriya.foundation.words import Shower
from binakriya.registry.enterprise_words import DOCUMENT_KINDS, SEXES
from binakriya.registry.models import Candidate, EnterpriseState


def amount(low: int, high: int) -> str:
    """A range of rupiah; one figure when both ends are the same."""
    return rupiah(low) if low == high else f"{rupiah(low)} – {rupiah(high)}"


def _region(code: Any) -> str:
    return full_name(str(code)) or str(code)


def _turnovers(value: Any) -> str:
    return "; ".join(f"{year}: {amount(int(low), int(high))}" for year, (low, high) in sorted(value.items()))


def _sex(value: Any) -> str:
    return str(SEXES[value])


def _document(value: Any) -> str:
    kind, _space, number = str(value).partition(" ")
    return f"{DOCUMENT_KINDS.get(kind, kind)} {number}".strip()


def _state(value: Any) -> str:
    words = {
        **{state.value: str(state.label) for state in Candidate.State},
        **{state.value: str(state.label) for state in EnterpriseState},
        "approved": _("Disetujui"),
        "refused": _("Ditolak"),
    }
    return words.get(str(value), str(value))


def _yes(value: Any) -> str:
    return _("ya") if value else _("tidak")


LEDGER_VALUES: dict[str, Shower] = {
    "region_code": _region,
    "investment": lambda value: rupiah(int(value)),
    "assets": lambda value: rupiah(int(value)),
    "turnovers": _turnovers,
    "sex": _sex,
    "state": _state,
    "document": _document,
    "noted": _yes,
}
