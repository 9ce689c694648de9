"""One button a role, on a demo's sign-in page."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from binakriya.accounts import queries
from binakriya.accounts.adapter import remember_language
from binakriya.accounts.doors import public
from binakriya.accounts.models import Person
from binakriya.accounts.rules import Role


@public
@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    if not settings.DEMO:
        raise Http404
    role = request.POST.get("role", "")
    person_id = queries.demo_actor_id(Role(role)) if role in set(Role) else None
    if person_id is None:
        messages.error(request, _("Orang peragaan belum dibuat. Jalankan peragaan dahulu: binakriya demo."))
        return redirect("account_login")
    person = Person.objects.get(id=person_id)
    get_adapter(request).login(request, person)
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return remember_language(redirect(wanted if safe and wanted else "home"), person.language)
