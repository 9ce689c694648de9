"""What is known of an activity, in the shape that its documents are written from."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce
from django.utils import timezone

from binakriya.accounts.queries import OrganisationInfo, organisation, organisations
from binakriya.accounts.rules.offices import city_of
from binakriya.training.documents import (
    ActivityFacts,
    Contact,
    Counts,
    Employment,
    Exports,
    Group,
    LegalBasis,
    Official,
    Opening,
    Phrase,
    Practitioner,
    Problem,
    Quote,
    Signatory,
    Spending,
    TestResult,
    Text,
)
from binakriya.training.documents import Session as PlannedSession
from binakriya.training.models import Activity, Certificate, Invitation, Registration, Session
from binakriya.training.models import Official as OfficialRow
from binakriya.training.rules.numbering import digits
from binakriya.training.rules.seats import training_hours
from binakriya.training.rules.states import SEATED, CertificateState, RegistrationState


def phrase(value: Mapping[str, str] | str | None) -> Text:
    """{id, en} as a Phrase; a plain string stays one."""
    if not value:
        return ""
    return value if isinstance(value, str) else Phrase(value.get("id", ""), value.get("en", ""))


def both(indonesian: str, english: str) -> Text:
    return Phrase(indonesian, english) if english else indonesian


def office_of(activity: Activity) -> OrganisationInfo:
    found = organisation(activity.office_id)
    assert found is not None, "the office is a protected foreign key"
    return found


def _official(row: OfficialRow) -> Official:
    return Official(row.name, both(row.position, row.position_en), row.nip)


def officials_of(activity: Activity) -> dict[str, OfficialRow]:
    return {row.role: row for row in OfficialRow.objects.filter(activity_id=activity.id)}


def signatory(row: OfficialRow | None, role: Text = "") -> Signatory:
    """Who signs; without a name the line stays open for a pen."""
    if row is None:
        return Signatory(role=role, name="")
    return Signatory(role=both(row.position, row.position_en) or role, name=row.name, nip=row.nip, rank=row.rank)


def contact_of(officials: Mapping[str, OfficialRow], office: OrganisationInfo) -> Contact:
    row = officials.get("contact")
    if row is None:
        return Contact(name=office.name, phone=office.phone, email=office.email)
    mail = "@" in row.reach
    return Contact(
        name=row.name,
        role=both(row.position, row.position_en),
        phone="" if mail else row.reach or office.phone,
        email=row.reach if mail else office.email,
    )


def sessions_of(activity: Activity) -> list[Session]:
    return list(Session.objects.filter(activity_id=activity.id).prefetch_related("practitioners"))


def planned(rows: Iterable[Session]) -> tuple[PlannedSession, ...]:
    made = []
    for row in rows:
        begins, ends = timezone.localtime(row.starts_at), timezone.localtime(row.ends_at)
        people = list(row.practitioners.all())
        made.append(
            PlannedSession(
                title=both(row.title, row.title_en),
                day=begins.date(),
                starts=begins.time(),
                ends=ends.time(),
                practitioner=", ".join(one.name for one in people),
                institution=both(people[0].institution, people[0].institution_en) if len(people) == 1 else "",
            )
        )
    return tuple(made)


class Timed(Protocol):
    """A session, stored or shown."""

    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...
    @property
    def takes_attendance(self) -> bool: ...


def zone_of(moment: datetime | None) -> str:
    """What the office's clock is called at that moment: WIB, WITA or WIT; "" without one."""
    return (timezone.localtime(moment).tzname() or "") if moment else ""


def hours_of(rows: Iterable[Timed]) -> Decimal:
    """Training hours (JP) of the sessions that take attendance."""
    return training_hours([(row.starts_at, row.ends_at) for row in rows if row.takes_attendance])


class _People:
    """Registrations counted in one read: of the whole activity, and of each group. Merged enterprises count once."""

    def __init__(self, activity: Activity) -> None:
        issued = Certificate.objects.filter(registration_id=OuterRef("id"), state=CertificateState.ISSUED)
        self.rows = list(
            Registration.objects.filter(activity_id=activity.id)
            .exclude(state=RegistrationState.CANCELLED)
            .annotate(certified=Exists(issued), lives_on=Coalesce("enterprise__merged_into_id", "enterprise_id"))
            .values_list("group_id", "state", "lives_on", "certified", "test_result__before", "test_result__after")
        )

    def group(self, association_id: UUID | None) -> tuple[int, int | None, int | None]:
        """People with a seat, people who attended, enterprises that attended: as `counts`, of one group (None: of no
        association). Of attendance nothing is said before anybody's is recorded."""
        mine = [row for row in self.rows if row[0] == association_id]
        seated = sum(row[1] in SEATED for row in mine)
        if not any(row[1] == RegistrationState.ATTENDED for row in self.rows):
            return seated, None, None
        present = [row for row in mine if row[1] == RegistrationState.ATTENDED]
        return seated, len(present), len({row[2] for row in present})

    def seated_groups(self) -> set[UUID | None]:
        """The associations of those with a seat; None stands for no association."""
        return {row[0] for row in self.rows if row[1] in SEATED}

    def counts(self) -> Counts:
        """Nothing is said where nothing happened yet."""
        seated = sum(row[1] in SEATED for row in self.rows)
        if not seated:
            return Counts()
        present = [row for row in self.rows if row[1] == RegistrationState.ATTENDED]
        certified = sum(row[3] for row in self.rows)
        return Counts(seated, len(present) or None, len({row[2] for row in present}) or None, certified or None)

    def tests(self) -> TestResult | None:
        """Means of those who took both tests, to two decimals."""
        both_ = [(row[4], row[5]) for row in self.rows if row[4] is not None and row[5] is not None]
        if not both_:
            return None
        hundredth = Decimal("0.01")
        before, after = (Decimal(sum(one)) / len(both_) for one in zip(*both_, strict=True))
        return TestResult(len(both_), before.quantize(hundredth), after.quantize(hundredth))


def _groups(activity: Activity, people: _People) -> tuple[Group, ...]:
    """The invited ones in the order of their letters, then those whose members came without one."""
    letters = list(Invitation.objects.filter(activity_id=activity.id).select_related("association"))
    uninvited = people.seated_groups() - {letter.association_id for letter in letters}
    others = [one for one in organisations(kind="association") if one.id in uninvited]
    return tuple(
        Group(letter.association.short_name, letter.association.name, *people.group(letter.association_id))
        for letter in letters
    ) + tuple(Group(one.short_name, one.name, *people.group(one.id), invited=False) for one in others)


def _employment(stated: Mapping[str, Any] | None) -> Employment | None:
    if not stated:
        return None
    return Employment(
        stated["units"],
        stated["workers"],
        phrase(stated.get("period")),
        phrase(stated.get("publisher")),
        bool(stated.get("swapped_in_press")),
    )


def _exports(stated: Mapping[str, Any] | None) -> Exports | None:
    if not stated:
        return None
    announced = stated.get("announced_percent")
    return Exports(
        stated["year"],
        Decimal(str(stated["usd_million"])),
        Decimal(str(stated["usd_million_before"])),
        phrase(stated.get("publisher")),
        None if announced is None else Decimal(str(announced)),
    )


def activity_facts(activity_id: UUID) -> ActivityFacts:
    """Everything that report and press release need. Raises Activity.DoesNotExist."""
    return facts_of(Activity.objects.defer("ticket_key").get(id=activity_id))


def facts_of(activity: Activity) -> ActivityFacts:
    """The same, of an activity that was read already."""
    people = _People(activity)
    office = office_of(activity)
    officials = officials_of(activity)
    rows = sessions_of(activity)
    by, behalf = officials.get("opened_by"), officials.get("on_behalf_of")
    taught = [row for row in rows if row.takes_attendance] or rows
    first, last = (min(r.starts_at for r in rows), max(r.ends_at for r in rows)) if rows else (None, None)
    head, division = officials.get("head_of_office"), officials.get("head_of_division")
    return ActivityFacts(
        title=both(activity.title, activity.title_en),
        organiser=office.name,
        organiser_short=office.short_name,
        city=city_of(office.parent, office.name),
        starts=activity.starts_on,
        ends=activity.ends_on,
        venue=activity.venue,
        starts_at=timezone.localtime(first).time() if first else None,
        ends_at=timezone.localtime(last).time() if last else None,
        zone=zone_of(first),
        opened=Opening(_official(by), _official(behalf) if behalf else None) if by else None,
        head_of_office=_official(head) if head else None,
        head_of_division=_official(division) if division else None,
        practitioners=tuple(
            Practitioner(one.name, both(one.institution, one.institution_en), both(one.topic, one.topic_en))
            for one in activity.engagements.all()
        ),
        groups=_groups(activity, people),
        ungrouped=Group("", "", *people.group(None)) if None in people.seated_groups() else None,
        participants_stated=phrase(activity.participants_stated),
        counts=people.counts(),
        tests=people.tests(),
        hours=hours_of(taught) or None,
        aims=tuple(phrase(one) for one in activity.aims),
        targets=tuple(phrase(one) for one in activity.targets),
        employment=_employment(activity.figures.get("employment")),
        exports=_exports(activity.figures.get("exports")),
        legal_bases=tuple(LegalBasis(phrase(one), one.get("firmness", "M")) for one in activity.legal_bases),
        sessions=planned(rows),
        spending=tuple(Spending(phrase(one["item"]), one["budget"], one["spent"]) for one in activity.spending),
        problems=tuple(Problem(phrase(one["problem"]), phrase(one.get("solution"))) for one in activity.problems),
        quotes=tuple(Quote(_official(row), both(row.quote, row.quote_en)) for row in officials.values() if row.quote),
        notice=phrase(activity.notice),
    )


def signing(officials: Mapping[str, OfficialRow]) -> list[OfficialRow]:
    """Who signs the certificates, left and right: those named for it, else the heads of office and division."""
    first = officials.get("signatory") or officials.get("head_of_office")
    second = officials.get("second_signatory") or officials.get("head_of_division")
    return [one for one in (first, second if first and second and second.name != first.name else None) if one]


def certificate_face(activity_id: UUID) -> dict[str, Any]:
    """What stands on every certificate of an activity, as JSON holds it: kept with each, so that later changes of the
    activity leave it as it was issued."""
    activity = Activity.objects.defer("ticket_key").get(id=activity_id)
    office = office_of(activity)
    officials = officials_of(activity)
    rows = sessions_of(activity)
    return {
        "title": activity.title,
        "title_en": activity.title_en,
        "starts": activity.starts_on.isoformat(),
        "ends": activity.ends_on.isoformat(),
        "venue": activity.venue,
        "hours": str(hours_of(rows)),
        "region": digits(office.region_code),
        "government": office.parent,
        "office": office.name,
        "short": office.short_name,
        "city": city_of(office.parent, office.name),
        "address": office.address,
        "signatories": [
            {
                "role": one.position,
                "role_en": one.position_en,
                "name": one.name,
                "nip": one.nip,
                "rank": one.rank,
            }
            for one in signing(officials)
        ],
        "materials": [
            {
                "title": row.title,
                "title_en": row.title_en,
                "hours": str(training_hours([(row.starts_at, row.ends_at)])),
                "practitioner": ", ".join(one.name for one in row.practitioners.all()),
            }
            for row in rows
            if row.takes_attendance
        ],
        "notice": activity.notice,
    }
