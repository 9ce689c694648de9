"""Inviting by link, and opening such a link."""

import json
from typing import Any
from urllib.parse import quote
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.core.mail import send_mail
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts import operations, queries
from binakriya.accounts.adapter import remember_language
from binakriya.accounts.doors import Visit, public, requires, signed_in
from binakriya.accounts.forms import AcceptForm, InviteForm
from binakriya.accounts.rules import Deed, Refused, Role
from binakriya.accounts.words import REASONS, ROLES, reason_of
from binakriya.foundation.addresses import public_address
from binakriya.foundation.encryption import decrypt, encrypt

_SHOWN_ONCE = "invitation_link"


def _address(token: str) -> str:
    return public_address(reverse("accounts:accept", kwargs={"token": token}))


def _hand_over(request: Visit, issued: operations.Issued, name: str, email: str) -> None:
    """The link is shown on the next page, once, and sent by mail where there is an address."""
    link, mailed = _address(issued.token), False
    # A form sent twice shows its link twice and mails it once.
    if email and not issued.again:
        text = render_to_string("accounts/mail/invitation.txt", {"link": link, "name": name}, request=request)
        # A mail server that is down must not lose the link: it is shown on screen all the same.
        mailed = bool(
            send_mail(_("Undangan masuk ke Binakriya"), text, settings.DEFAULT_FROM_EMAIL, [email], fail_silently=True)
        )
    # Sealed: sessions lie in the database, where the token must not be readable.
    told = json.dumps({"link": link, "name": name, "mailed": mailed})
    request.session[_SHOWN_ONCE] = encrypt(told, label=_SHOWN_ONCE)


def _handed_over(request: Visit) -> dict[str, Any] | None:
    """What the next page shows, once."""
    sealed = request.session.pop(_SHOWN_ONCE, None)
    if not sealed:
        return None
    told: dict[str, Any] = json.loads(decrypt(sealed, label=_SHOWN_ONCE))
    words = _("Undangan masuk ke Binakriya untuk %(name)s: %(link)s") % {"name": told["name"], "link": told["link"]}
    return {**told, "share": f"https://wa.me/?text={quote(words)}"}


@requires(Deed.PEOPLE_MANAGE)
@require_GET
@never_cache
def invitations(request: Visit) -> HttpResponse:
    return render(
        request,
        "accounts/invitations.html",
        {
            "rows": queries.invitations(by=request.actor, now=timezone.now()),
            "handed": _handed_over(request),
        },
    )


@requires(Deed.PEOPLE_MANAGE)
def invite(request: Visit) -> HttpResponse:
    form = InviteForm(request.POST or None, by=request.actor)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            issued = operations.invite(
                role=Role(values["role"]),
                organisation_id=UUID(values["organisation"]) if values["organisation"] else None,
                name=values["name"],
                email=values["email"],
                phone=values["phone"],
                nonce=values["nonce"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            _hand_over(request, issued, values["name"], values["email"])
            return redirect("accounts:invitations")
    return render(request, "accounts/invite.html", {"form": form}, status=422 if form.is_bound else 200)


@requires(Deed.PEOPLE_MANAGE)
@require_POST
def resend(request: Visit, invitation_id: UUID) -> HttpResponse:
    try:
        issued = operations.resend_invitation(invitation_id=invitation_id, by=request.actor, now=timezone.now())
    except Refused as refused:
        messages.error(request, reason_of(refused))
    else:
        sent = queries.invitation_by_token(token=issued.token, now=timezone.now())
        _hand_over(request, issued, sent.name if sent else "", sent.email if sent else "")
    return redirect("accounts:invitations")


@requires(Deed.PEOPLE_MANAGE)
@require_POST
def revoke(request: Visit, invitation_id: UUID) -> HttpResponse:
    try:
        operations.revoke_invitation(invitation_id=invitation_id, by=request.actor, now=timezone.now())
        messages.success(request, _("Undangan dicabut. Tautannya tidak berlaku lagi."))
    except Refused as refused:
        messages.error(request, reason_of(refused))
    return redirect("accounts:invitations")


@public
@sensitive_post_parameters("password")
@never_cache
def accept(request: Visit, token: str) -> HttpResponse:
    invitation = queries.invitation_by_token(token=token, now=timezone.now())
    if invitation is None or invitation.state != "open":
        reason = invitation.state if invitation else "unknown"
        return render(
            request, "accounts/invitation_closed.html", {"reason": REASONS[reason], "state": reason}, status=410
        )
    form = AcceptForm(request.POST or None, invitation=invitation, initial={"name": invitation.name})
    if request.method == "POST" and not request.actor.signed_in and form.is_valid():
        values = form.cleaned_data
        try:
            person = operations.accept_invitation(
                token=token,
                name=values["name"],
                email=values.get("email", ""),
                phone=values.get("phone", ""),
                password=values["password"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            get_adapter(request).login(request, person)
            messages.success(request, _("Selamat datang. Akun Anda siap dipakai."))
            return remember_language(redirect("home"), person.language)
    return render(
        request,
        "accounts/accept.html",
        {"invitation": invitation, "form": form, "role": ROLES[invitation.role], "token": token},
        status=422 if form.is_bound else 200,
    )


@signed_in
@require_POST
def join(request: Visit, token: str) -> HttpResponse:
    try:
        operations.join_with_invitation(token=token, by=request.actor, now=timezone.now())
    except Refused as refused:
        messages.error(request, reason_of(refused))
        return redirect("accounts:accept", token=token)
    messages.success(request, _("Peran baru Anda sudah berlaku."))
    return redirect("home")
