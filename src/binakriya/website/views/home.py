"""The first page: for whoever works here what to do now; for visitors what this is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from binakriya.accounts.doors import public
from binakriya.accounts.rules import Deed
from binakriya.website.pages import HomePage


@public
def home(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.signed_in:
        template = "website/landing.html"
    elif actor.may(Deed.TRAINING_READ):
        template = "website/home_office.html"
    else:
        template = "website/home_maker.html"
    return render(request, template, {"page": HomePage(), "now": timezone.now()})
