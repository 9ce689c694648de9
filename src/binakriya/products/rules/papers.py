"""Papers of a product: test reports, certificates, registrations, declarations; what each settles, how long it holds.

Words: the *subject* is what a paper proves (halal, nickel release, a trademark); its *result* is `pass` or `fail` for a
test, `information` where nothing is judged. A paper that its maker brought is *checked* once the office has seen it.
"""

from datetime import date, timedelta
from enum import StrEnum

from binakriya.engines.labels.evidence import SUBJECTS as SETTLING
from binakriya.engines.labels.evidence import Kind, Subject
from binakriya.foundation.rules.refusals import Refused

KINDS: tuple[Kind, ...] = ("test_report", "certificate", "registration", "declaration")
COUNT_MOST = 60  # papers of one product
EARLIEST = date(1950, 1, 1)
VALID_YEARS_MOST = 80  # a right of an author lasts longer than any paper here
SOON = timedelta(days=60)


class Result(StrEnum):
    PASS = "pass"  # noqa: S105 a result, no password
    FAIL = "fail"
    INFORMATION = "information"


class Standing(StrEnum):
    """`waiting`: brought by the maker, not yet seen by the office."""

    WAITING = "waiting"
    FAILED = "failed"
    EXPIRED = "expired"
    SOON = "soon"
    VALID = "valid"


def _of(key: str, kind: Kind, indonesian: str, english: str) -> Subject:
    return Subject(key, kind, {"id": indonesian, "en": english})


# Rights and market have rooms of their own to come; until then a paper is what the office can record.
RIGHTS: dict[str, Subject] = {
    one.key: one
    for one in (
        _of("merek", "registration", "Merek terdaftar", "Registered trademark"),
        _of("merek-diajukan", "registration", "Permohonan merek diajukan", "Trademark application filed"),
        _of("desain-industri", "registration", "Desain industri terdaftar", "Registered industrial design"),
        _of("hak-cipta", "registration", "Pencatatan hak cipta", "Recorded copyright"),
        _of("paten-sederhana", "registration", "Paten sederhana", "Simple patent"),
        _of("indikasi-geografis", "registration", "Indikasi geografis", "Geographical indication"),
        _of("penelusuran-nama", "declaration", "Penelusuran nama dan logo", "Search of name and logo"),
    )
}
MARKET: dict[str, Subject] = {
    one.key: one
    for one in (
        _of("harga", "declaration", "Perhitungan harga", "Price calculation"),
        _of("e-smart", "registration", "Terdaftar di e-Smart IKM", "Registered in e-Smart IKM"),
        _of("lapak", "registration", "Tayang di lokapasar", "Listed in a marketplace"),
        _of("penjualan", "declaration", "Catatan penjualan", "Sales record"),
        _of("ekspor", "declaration", "Dokumen ekspor", "Export documents"),
    )
}
SUBJECTS: dict[str, Subject] = {**SETTLING, **RIGHTS, **MARKET}


def check_dates(issued_on: date, valid_until: date | None, *, today: date) -> None:
    """Raises Refused: paper_to_come, paper_too_old, paper_dates, paper_too_long."""
    if issued_on > today:
        raise Refused("paper_to_come")
    if issued_on < EARLIEST:
        raise Refused("paper_too_old", year=EARLIEST.year)
    if valid_until is not None and valid_until < issued_on:
        raise Refused("paper_dates")
    if valid_until is not None and valid_until.year - issued_on.year > VALID_YEARS_MOST:
        raise Refused("paper_too_long", years=VALID_YEARS_MOST)


def standing(*, result: str, valid_until: date | None, checked: bool, today: date) -> Standing:
    """How a paper stands on a day. The day it holds until is the last on which it holds."""
    if not checked:
        return Standing.WAITING
    if result == Result.FAIL:
        return Standing.FAILED
    if valid_until is not None and valid_until < today:
        return Standing.EXPIRED
    if valid_until is not None and valid_until <= today + SOON:
        return Standing.SOON
    return Standing.VALID
