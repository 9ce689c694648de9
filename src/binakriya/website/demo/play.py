"""The play, from the first list to the press release. Repeating it changes nothing."""

from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from binakriya.accounts.operations import create_organisation, ensure_demo_assessor, ensure_demo_people
from binakriya.accounts.queries import actor_of, organisations
from binakriya.accounts.rules import Actor, Role, machine
from binakriya.website.demo import event, training
from binakriya.website.demo.event import at
from binakriya.website.demo.labels import label_one
from binakriya.website.demo.lists import Registry, compare_the_rest, import_lists, settle_duplicates
from binakriya.website.demo.packaging import Packs, specify_in_class, write_drawings
from binakriya.website.demo.passport import Passports, work_out
from binakriya.website.demo.products import give_to_maker, measure_in_class
from binakriya.website.demo.quality import Assessed, assess
from binakriya.website.demo.upcoming import DemoPractitioner, plan_upcoming


@dataclass(frozen=True, slots=True)
class Account:
    """What the play did; `files` in `out`. `products`: measured in class, `packs`: their specifications."""

    registry: Registry
    training: training.Training
    products: int
    packs: Packs
    assessed: Assessed
    passports: Passports
    files: list[str]
    out: Path

    def as_json(self) -> dict[str, Any]:
        return {
            "registry": asdict(self.registry),
            "training": {k: str(v) if isinstance(v, UUID) else v for k, v in asdict(self.training).items()},
            "products": self.products,
            "packs": asdict(self.packs),
            "assessed": asdict(self.assessed),
            "passports": asdict(self.passports),
            "files": self.files,
            "out": str(self.out),
        }


def associations(by: Actor) -> dict[str, UUID]:
    """The three groups of the event, by short name, made when they are not there."""
    known = {o.short_name: o.id for o in organisations(kind="association")}
    return {
        name: known.get(name)
        or create_organisation(kind="association", name=full, short_name=name, by=by, now=at(6, 9))
        for name, full in event.ASSOCIATIONS.items()
    }


def play(*, now: datetime | None = None) -> Account:
    """Plays the reference event on the configured database; needs the tables to be there (`binakriya prepare`).

    `now`: from when the activity that is still to come counts its weeks; else the clock.
    """
    software = machine("demo")
    people = ensure_demo_people(by=software, now=at(5, 9))
    office_id = next(o.id for o in organisations(kind="office") if o.short_name == "Disperindag Tangsel")
    groups = associations(software)
    officer = actor_of(person_id=people[Role.OFFICER], origin="demo")
    batch_id = import_lists(office_id=office_id, associations=groups, by=officer)
    registry = settle_duplicates(office_id=office_id, batch_id=batch_id, by=officer)
    programme_id = training.programme(office_id=office_id, by=officer)
    activity_id = training.plan(programme_id=programme_id, associations=groups, by=officer)
    if training.account(activity_id=activity_id, by=officer).certificates == 0:
        training.register_all(activity_id=activity_id, office_id=office_id, associations=groups, by=officer)
        training.hold(activity_id=activity_id, by=officer)
        training.conclude(activity_id=activity_id, by=officer)
    practitioner = actor_of(person_id=people[Role.PRACTITIONER], origin="demo")
    products = measure_in_class(activity_id=activity_id, who=practitioner.label, by=officer)
    give_to_maker(person_id=people[Role.MAKER], by=officer)
    packs = specify_in_class(who=practitioner.label, software=software, by=officer)
    assessed = assess(
        office_id=office_id,
        assessors=(people[Role.CURATOR], people[Role.PRACTITIONER], ensure_demo_assessor(by=software, now=at(5, 9))),
        software=software,
        by=officer,
        now=now or timezone.now(),
    )
    plan_upcoming(
        programme_id=programme_id,
        associations=groups,
        practitioner=DemoPractitioner(people[Role.PRACTITIONER], practitioner.label),
        by=officer,
        now=now or timezone.now(),
    )
    compare_the_rest(office_id=office_id, by=officer, now=now or timezone.now())
    out = Path(settings.OUT)
    files = training.write_papers(activity_id=activity_id, out=out, by=officer)
    files = [*files, *write_drawings(out=out, by=officer), *label_one(out=out, by=officer)]
    passports = work_out(by=officer)
    return Account(
        registry,
        training.account(activity_id=activity_id, by=officer),
        products,
        packs,
        assessed,
        passports,
        files,
        out,
    )
