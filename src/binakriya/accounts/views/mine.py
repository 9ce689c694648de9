"""What a person sees and does about themselves."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST
from django.views.i18n import set_language as django_set_language

from binakriya.accounts import operations, queries
from binakriya.accounts.adapter import remember_language
from binakriya.accounts.doors import Visit, public, signed_in
from binakriya.accounts.forms import ErasureForm, ProfileForm
from binakriya.accounts.rules import Refused


@signed_in
@require_GET
def profile(request: Visit) -> HttpResponse:
    return render(request, "accounts/profile.html", {"mine": queries.my_page(by=request.actor)})


@signed_in
@sensitive_post_parameters("password")
def edit_profile(request: Visit) -> HttpResponse:
    mine = queries.my_page(by=request.actor)
    initial = {"name": mine.name, "phone": mine.phone, "email": mine.email, "language": mine.language}
    form = ProfileForm(request.POST or None, initial=initial, person=queries.person_of(request.actor))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            operations.change_profile(
                name=values["name"],
                phone=values["phone"],
                email=values["email"],
                language=values["language"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Perubahan tersimpan."))
            return remember_language(redirect("accounts:profile"), values["language"])
    return render(request, "accounts/profile_edit.html", {"form": form}, status=422 if form.is_bound else 200)


@signed_in
def moved_to_profile(request: Visit) -> HttpResponse:
    """django-allauth's pages for e-mail and phone ask for no password: a session left open would be enough to take the
    account over."""
    return redirect("accounts:profile-edit")


@signed_in
@require_POST
def end_sessions(request: Visit) -> HttpResponse:
    person = operations.end_all_sessions(by=request.actor, now=timezone.now())
    update_session_auth_hash(request, person)
    messages.success(request, _("Semua perangkat lain sudah dikeluarkan. Perangkat ini tetap masuk."))
    return redirect("accounts:profile")


@signed_in
@require_POST
def decide_consent(request: Visit) -> HttpResponse:
    given = request.POST.get("given") == "1"
    try:
        operations.decide_consent(
            purpose=request.POST.get("purpose", ""),
            given=given,
            language=get_language() or "id",
            by=request.actor,
            now=timezone.now(),
        )
    except Refused:
        return render(request, "accounts/profile.html", _profile_context(request), status=422)
    messages.success(
        request,
        _("Persetujuan dicatat. Anda dapat menariknya kapan saja.")
        if given
        else _("Persetujuan ditarik. Pemakaian data untuk tujuan itu berhenti paling lama dalam 3×24 jam."),
    )
    return redirect("accounts:consents")


def _profile_context(request: Visit) -> dict[str, object]:
    return {"mine": queries.my_page(by=request.actor)}


@signed_in
@require_GET
def consents(request: Visit) -> HttpResponse:
    return render(request, "accounts/consents.html", {"mine": queries.my_page(by=request.actor)})


@signed_in
@require_POST
@never_cache
def export(request: Visit) -> HttpResponse:
    data = operations.export_my_data(by=request.actor, now=timezone.now())
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="data-saya-binakriya.json"'
    return response


@signed_in
def erase(request: Visit) -> HttpResponse:
    form = ErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.request_erasure(reason=form.cleaned_data["reason"], by=request.actor, now=timezone.now())
        messages.success(request, _("Permintaan tercatat. Jawabannya paling lama 3×24 jam."))
        return redirect("accounts:profile")
    return render(
        request,
        "accounts/erase.html",
        {"form": form, "mine": queries.my_page(by=request.actor)},
        status=422 if form.is_bound else 200,
    )


@public
@require_POST
def choose_language(request: Visit) -> HttpResponse:
    """Django's own view keeps the choice in a cookie and goes back safely; a person's choice is remembered too."""
    response = django_set_language(request)
    if (chosen := request.POST.get("language")) in dict(settings.LANGUAGES):
        operations.set_language(language=chosen, by=request.actor, now=timezone.now())
    return response
