"""Who may do what: made from the table itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from binakriya.accounts import queries
from binakriya.accounts.doors import public


@public
@require_GET
def roles(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/roles.html", {"page": queries.roles_page()})
