"""What everyone may open: activities, registering, one's ticket, the check of a certificate."""

from datetime import date
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from binakriya.accounts.doors import Visit, public, requires
from binakriya.accounts.queries import own_contact
from binakriya.accounts.rules import Deed, Refused
from binakriya.accounts.rules.consent import BY_KEY
from binakriya.foundation.addresses import public_address
from binakriya.foundation.doors import client_address
from binakriya.foundation.rules.phones import national
from binakriya.training import operations, papers
from binakriya.training.calendar import calendar_file
from binakriya.training.forms import FindTicketForm, RegisterForm, VerifyForm
from binakriya.training.queries import public as known
from binakriya.training.rules.consents import TOLD
from binakriya.training.rules.numbering import typed_number
from binakriya.training.rules.states import CertificateState
from binakriya.training.views.common import answer_file, asked_page, count_try, language, tell_refusal

# The tickets that this browser asked for itself: signed, so that nobody puts another's there.
_OWN, _OWN_SALT, _OWN_MOST, _OWN_AGE = "tiket", "training.tickets", 8, 60 * 60 * 24 * 120
# Tries for a ticket, of one phone or one address, in so many seconds.
_TRIES, _WINDOW = 10, 600
# Certificates looked up by number alone, from one address, in the same time: a desk's stack of papers, no register.
_CHECKS = 30


def _own(request: Visit) -> list[str]:
    """Tokens of tickets, newest last."""
    kept = request.get_signed_cookie(_OWN, default="", salt=_OWN_SALT, max_age=_OWN_AGE) or ""
    return [one for one in kept.split(".") if one]


def _remember(request: Visit, response: HttpResponse, token: str) -> HttpResponse:
    """The phone finds its ticket again on the activity's page, also tomorrow."""
    mine = [one for one in _own(request) if one != token]
    response.set_signed_cookie(
        _OWN,
        ".".join([*mine[1 - _OWN_MOST :], token]),
        salt=_OWN_SALT,
        max_age=_OWN_AGE,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


@public
@require_GET
def activities(request: Visit) -> HttpResponse:
    page = known.activities_public(
        timezone.now(), text=request.GET.get("q", "").strip()[:100], number=asked_page(request)
    )
    return render(request, "training/public/activities.html", {"page": page})


@public
@require_GET
def activity(request: Visit, slug: str) -> HttpResponse:
    page = known.activity_public(slug=slug, now=timezone.now())
    mine = known.own_ticket(activity_id=page.activity_id, tokens=_own(request))
    context = {"page": page, "row": page.row, "mine": mine, "map": _map_address(page.row.venue)}
    response = render(request, "training/public/activity.html", context)
    if mine:
        add_never_cache_headers(response)
    return response


def _map_address(venue: str) -> str:
    return f"https://www.google.com/maps/search/?api=1&query={quote(venue)}"


@public
@never_cache
def register(request: Visit, slug: str) -> HttpResponse:
    """The form, in under a minute on a phone. A phone that is known already does not show its ticket to whoever types
    it: only the browser that registered, or who knows the ticket's code, gets there."""
    page = known.activity_public(slug=slug, now=timezone.now())
    if not page.row.registering:
        return redirect("training:public-activity", slug=slug)
    form = RegisterForm(
        request.POST or None, groups=page.groups, region_code=page.region_code, initial=_themselves(request)
    )
    known_phone = crowded = False
    if request.method == "POST" and form.is_valid():
        crowded = _crowded(request)
        if crowded:
            form.add_error(
                None,
                _(
                    "Terlalu banyak pendaftaran dari jaringan ini. Isian Anda masih ada di sini. Tunggu 10 menit lalu "
                    "tekan Daftar lagi, pakai data seluler, atau minta petugas mendaftarkan Anda."
                ),
            )
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.register(
                activity_id=page.activity_id,
                **form.registration_values(),
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            if not made.already or made.token in _own(request):
                return _remember(request, redirect("training:ticket", token=made.token), made.token)
            known_phone = True
    context = {
        "page": page,
        "row": page.row,
        "form": form,
        "known_phone": known_phone,
        "mine": known.own_ticket(activity_id=page.activity_id, tokens=_own(request)),
        "told": [BY_KEY[key] for key in TOLD],
    }
    status = 429 if crowded else 409 if known_phone else 422 if form.errors else 200
    return render(request, "training/public/register.html", context, status=status)


def _themselves(request: Visit) -> dict[str, str]:
    """A maker who signed in does not type what is known of them; at a desk somebody else stands before the screen."""
    if not request.actor.may(Deed.OWN_ENTERPRISE):
        return {}
    name, phone = own_contact(by=request.actor)
    return {"name": name, "phone": national(phone) if phone else ""}


def _crowded(request: Visit) -> bool:
    """One address sends more than a room full of makers on one network would; whoever signed in is known."""
    most: int = settings.REGISTRATIONS_PER_ADDRESS
    if not most or request.actor.signed_in:
        return False
    return count_try(f"register-from-{client_address(request)}", _WINDOW) > most


@public
@never_cache
def find_ticket(request: Visit, slug: str) -> HttpResponse:
    """Back to one's ticket by phone and code. Few tries: a code has a million values."""
    page = known.activity_public(slug=slug, now=timezone.now())
    form = FindTicketForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        keys = [
            f"ticket-phone-{slug}-{operations.phone_index(values['phone'])}",
            f"ticket-from-{client_address(request)}",
        ]
        if any(count_try(key, _WINDOW) > _TRIES for key in keys):
            form.add_error(None, _("Terlalu banyak percobaan. Tunggu 10 menit, atau tanyakan kepada petugas."))
            status = 429
        else:
            token = known.ticket_token(slug=slug, phone=values["phone"], code=values["code"])
            if token:
                return _remember(request, redirect("training:ticket", token=token), token)
            form.add_error(None, _("Nomor dan kode itu tidak cocok dengan tiket mana pun. Periksa keduanya."))
    if form.errors and status == 200:
        status = 422
    context = {"page": page, "row": page.row, "form": form}
    return render(request, "training/public/find_ticket.html", context, status=status)


@public
@require_GET
def calendar(request: Visit, slug: str) -> HttpResponse:
    page = known.activity_public(slug=slug, now=timezone.now())
    address = public_address(reverse("training:public-activity", kwargs={"slug": slug}))
    response = HttpResponse(calendar_file(page, address=address), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}.ics"'
    return response


# --- the ticket -------------------------------------------------------------------------------------------------------


@public
@require_GET
@never_cache
def ticket(request: Visit, token: str) -> HttpResponse:
    try:
        page = known.ticket_page(token=token, by=request.actor)
    except ObjectDoesNotExist:
        # Mistyped or cut off by a message: said in words, with the way back.
        return render(request, "training/public/no_ticket.html", status=404)
    address = public_address(reverse("training:ticket", kwargs={"token": token}))
    may_keep = request.actor.signed_in and request.actor.may(Deed.TRAINING_JOIN) and not page.owned
    context = {
        "page": page,
        "may_keep": may_keep,
        "address": address,
        "share": f"https://wa.me/?text={quote(_ticket_text(page, address))}",
    }
    response = render(request, "training/public/ticket.html", context)
    # The address is the key: search engines must not keep it. It does not travel to other sites, as no address here
    # does (SECURE_REFERRER_POLICY); "no-referrer" would have browsers send the page's own forms without an origin.
    response["X-Robots-Tag"] = "noindex"
    return response


def _ticket_text(page: known.TicketPage, address: str) -> str:
    return _("Tiket %(name)s, %(title)s: %(address)s") % {
        "name": page.name,
        "title": page.title,
        "address": address,
    }


@public
@require_GET
def ticket_paper(request: Visit, token: str) -> HttpResponse:
    made = papers.ticket(token=token, now=timezone.now(), language=language())
    if made is None:
        raise Http404
    return answer_file(made)


@public
@never_cache
def ticket_cancel(request: Visit, token: str) -> HttpResponse:
    page = known.ticket_page(token=token, by=request.actor)
    if request.method == "POST":
        try:
            operations.cancel_registration(token=token, reason=_("oleh peserta"), by=request.actor, now=timezone.now())
        except Refused as refused:
            tell_refusal(request, refused)
        else:
            messages.success(request, _("Pendaftaran dibatalkan. Tempat Anda diberikan kepada yang menunggu."))
        return redirect("training:ticket", token=token)
    return render(request, "training/public/ticket_cancel.html", {"page": page})


@requires(Deed.TRAINING_JOIN)
def ticket_keep(request: Visit, token: str) -> HttpResponse:
    """Whoever comes by GET goes to the ticket, to press once more."""
    if request.method != "POST":
        return redirect("training:ticket", token=token)
    try:
        operations.keep_ticket(token=token, by=request.actor, now=timezone.now())
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("Tiket tersimpan di akun Anda."))
    return redirect("training:ticket", token=token)


@requires(Deed.TRAINING_JOIN)
@require_GET
def own(request: Visit) -> HttpResponse:
    assert request.actor.id is not None
    rows = known.own_registrations(person_id=request.actor.id)
    return render(request, "training/own.html", {"rows": rows})


# --- certificates -----------------------------------------------------------------------------------------------------


@public
@require_GET
def verify(request: Visit) -> HttpResponse:
    form = VerifyForm(request.GET if "nomor" in request.GET else None)
    if form.is_bound and form.is_valid():
        number = typed_number(form.cleaned_data["nomor"]).replace("/", "-")
        if number:
            return redirect("training:verified", number=number)
    return render(request, "training/public/verify.html", {"form": form})


@public
@require_GET
@never_cache
def verified(request: Visit, number: str) -> HttpResponse:
    """By the number alone, which anybody can count up, few times and with the names masked; by the QR code's token
    whole, and as often as wanted."""
    found = known.verify_certificate(number=number, token=request.GET.get("k", "")[:64])
    crowded = not (found and found.whole) and _counting_up(request)
    if crowded:
        found = None
    context = {
        "crowded": crowded,
        "found": found,
        # The certificate itself is shown to whoever has it.
        "paper": found is not None and found.whole and found.state == CertificateState.ISSUED,
        "number": number,
        "now": timezone.now(),
        "title": _face_title(found),
        "held_on": date.fromisoformat(found.face["starts"]) if found else None,
        "address": _check_address(found),
    }
    status = 429 if crowded else 200 if found else 404
    response = render(request, "training/public/verified.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


def _check_address(found: known.Verified | None) -> str:
    """What the QR code on the paper holds; only for who came by it."""
    if found is None or not found.whole:
        return ""
    return public_address(f"{reverse('training:verified', kwargs={'number': found.number})}?k={found.token}")


def _counting_up(request: Visit) -> bool:
    return count_try(f"certificate-from-{client_address(request)}", _WINDOW) > _CHECKS


def _face_title(found: known.Verified | None) -> str:
    if found is None:
        return ""
    english: str = found.face.get("title_en", "")
    indonesian: str = found.face["title"]
    return english if english and language() == "en" else indonesian


@public
@require_GET
def certificate_paper(request: Visit, number: str) -> HttpResponse:
    made = papers.certificate_by_token(number=number, token=request.GET.get("k", "")[:64], language=language())
    if made is None:
        if _counting_up(request):
            return redirect("training:verified", number=number)
        raise Http404
    return answer_file(made)
