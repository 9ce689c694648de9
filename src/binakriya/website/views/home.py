"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from binakriya.accounts.doors import public


@public
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "website/home.html")
