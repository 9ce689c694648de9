"""The first page: for whoever works here what to do now; for visitors what this is."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from binakriya.accounts.doors import public
from binakriya.accounts.rules import Actor, Deed, Role
from binakriya.website.addresses import address
from binakriya.website.pages import HomePage
from binakriya.website.queries import leadership_home, maker_home, office_home, visitor_home


@dataclass(frozen=True, slots=True)
class StageText:
    """`url_name`: the page of the stage's room; without it the stage is said to be still to come."""

    key: str
    name: str | Promise
    text: str | Promise
    url_name: str
    ready: bool = False


STAGES = (
    StageText(
        "mutu",
        gettext_lazy("Mutu"),
        gettext_lazy("Dinilai menurut bahan kerajinannya, cacatnya dicatat."),
        "quality:overview",
    ),
    StageText(
        "kemasan",
        gettext_lazy("Kemasan"),
        gettext_lazy("Kotak yang pas ukuran dan tahan jatuh."),
        "packaging:specifications",
    ),
    StageText(
        "label",
        gettext_lazy("Label dan kepatuhan"),
        gettext_lazy("Yang wajib tertulis, tertulis dan terbaca."),
        "packaging:labels",
    ),
    StageText(
        "hak", gettext_lazy("Hak"), gettext_lazy("Nama dan bentuk dilindungi sebelum ditiru."), "rights:overview"
    ),
    StageText(
        "pasar", gettext_lazy("Pasar"), gettext_lazy("Harga yang wajar, daftar jual yang lengkap."), "market:overview"
    ),
)


@dataclass(frozen=True, slots=True)
class HeadDeed:
    """A button beside the greeting."""

    label: str | Promise
    url_name: str
    icon: str
    deed: Deed
    href: str = ""


_DEEDS = (
    HeadDeed(gettext_lazy("Impor daftar"), "registry:import-new", icon="upload", deed=Deed.REGISTRY_IMPORT),
    HeadDeed(gettext_lazy("Kegiatan baru"), "training:new", icon="plus", deed=Deed.TRAINING_PLAN),
)


def greeting(*, now: dt.datetime, name: str) -> str:
    """By the hour of the office: pagi to 11, siang to 15, sore to 18, malam."""
    hour = timezone.localtime(now).hour
    if 4 <= hour < 11:
        text = _("Selamat pagi, %(name)s")
    elif 11 <= hour < 15:
        text = _("Selamat siang, %(name)s")
    elif 15 <= hour < 18:
        text = _("Selamat sore, %(name)s")
    else:
        text = _("Selamat malam, %(name)s")
    return text % {"name": name}


def _deeds(actor: Actor) -> list[HeadDeed]:
    found = []
    for deed in _DEEDS:
        href = address(deed.url_name)
        if href and actor.may(deed.deed):
            found.append(replace(deed, href=href))
    return found


def _stages() -> list[StageText]:
    return [replace(stage, ready=bool(address(stage.url_name))) for stage in STAGES]


def _home_of(actor: Actor) -> tuple[Callable[..., HomePage], str]:
    """The read and the template of the first page of whoever this is."""
    if not actor.may(Deed.TRAINING_READ):
        return maker_home, "website/home_maker.html"
    if actor.roles == {Role.LEADERSHIP}:
        return leadership_home, "website/home_leadership.html"
    return office_home, "website/home_office.html"


@public
def home(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    now = timezone.now()
    if not actor.signed_in:
        return render(request, "website/landing.html", {"page": visitor_home(now=now), "stages": _stages()})
    read, template = _home_of(actor)
    context = {
        "page": read(by=actor, now=now),
        "may_plan": actor.may(Deed.TRAINING_PLAN) and actor.office_id is not None,
        "now": now,
        "greeting": greeting(now=now, name=actor.label),
        "deeds": _deeds(actor),
    }
    return render(request, template, context)
