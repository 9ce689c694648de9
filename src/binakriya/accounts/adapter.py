"""How django-allauth finds, names and welcomes our people."""

import re
from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.fields import PhoneField
from allauth.core import ratelimit
from allauth.core.exceptions import ImmediateHttpResponse
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from binakriya.accounts import operations
from binakriya.accounts.middleware import note_use, origin_of
from binakriya.accounts.models import Person
from binakriya.accounts.queries import actor_for
from binakriya.accounts.rules import Actor
from binakriya.foundation.doors import client_address
from binakriya.foundation.rules.phones import e164

log = structlog.get_logger("binakriya.accounts")


def display_name(person: Person) -> str:
    return person.name


def actor_from(request: HttpRequest, person: Person) -> Actor:
    """The actor of someone who is signing in right now (`request.actor` is still the visitor)."""
    return actor_for(person=person, origin=origin_of(request))


class IndonesianPhoneField(PhoneField):
    """Takes 0812…, 62812…, +62 812…; answers with E.164."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Telepon"))
        kwargs.setdefault("validators", [])
        kwargs.setdefault("widget", forms.TelInput(attrs={"autocomplete": "tel"}))
        super().__init__(*args, **kwargs)

    def clean(self, value: Any) -> str:
        text = forms.CharField.clean(self, value)
        if not text:
            return ""
        number = e164(text) if re.fullmatch(r"[\d\s()+.\-/]+", text) else None
        if number is None:
            raise ValidationError(_("Nomor telepon tidak terbaca. Tulis seperti 0812-3456-7890."), code="invalid_phone")
        return number


class AccountAdapter(DefaultAccountAdapter):
    """Phone numbers live on the person, in E.164."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("Surel atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi."),
        "phone_password_mismatch": _("Telepon atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi."),
        "username_password_mismatch": _("Tulis surel, atau telepon seperti 0812-3456-7890."),
    }

    def get_phone(self, user: Person) -> tuple[str, bool] | None:
        return (user.phone, user.phone_verified) if user.phone else None

    def set_phone(self, user: Person, phone: str, verified: bool) -> None:
        user.phone, user.phone_verified = phone, verified
        user.save(update_fields=["phone", "phone_verified"])

    def get_user_by_phone(self, phone: str) -> Person | None:
        return Person.objects.filter(phone=e164(phone) or phone).first()

    def set_phone_verified(self, user: Person, phone: str) -> None:
        self.set_phone(user, phone, True)

    def phone_form_field(self, **kwargs: Any) -> IndonesianPhoneField:
        return IndonesianPhoneField(**kwargs)

    def get_login_stages(self) -> list[str]:
        """Without the phone stage: it would turn away everyone who has an e-mail address and no phone."""
        return [stage for stage in super().get_login_stages() if not stage.endswith("PhoneVerificationStage")]

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return bool(settings.ACCOUNT_SIGNUP_OPEN)

    def save_user(self, request: HttpRequest, user: Person, form: Any, commit: bool = True) -> Person:
        """Whoever registers alone is a maker."""
        user.name = form.cleaned_data["name"]
        # Both at once: the database wants one of e-mail and phone from the first moment.
        user.phone = form.cleaned_data.get("phone") or None
        super().save_user(request, user, form, commit=commit)
        if commit:
            operations.welcome_maker(person_id=user.id, origin=origin_of(request), now=timezone.now())
        return user

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Per account, whether it signs in by e-mail or phone (allauth itself would count all phones as one)."""
        login = credentials.get("email") or credentials.get("phone") or ""
        return f"login:{login.lower()}"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Answers 429 with a page that says when to come back, instead of one more error in the form."""
        self._login_failed_rl_usage = ratelimit._impl.consume(
            request,
            app="allauth.account",
            action="login_failed",
            key=self._get_login_attempts_cache_key(request, **credentials),
        )
        if not self._login_failed_rl_usage:
            log.warning("sign-in throttled", address=client_address(request))
            raise ImmediateHttpResponse(render(request, "429.html", status=429))

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        log.warning("sign-in failed", address=client_address(request))

    def set_password(self, user: Person, password: str) -> None:
        super().set_password(user, password)
        operations.change_password_noted(by=actor_from(self.request, user), now=timezone.now())

    def login(self, request: HttpRequest, user: Person) -> None:
        super().login(request, user)
        note_use(request.session)
        operations.note_sign_in(person_id=user.id, by=actor_from(request, user), now=timezone.now())

    def post_login(self, request: HttpRequest, user: Person, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return remember_language(response, user.language)


def remember_language(response: HttpResponse, language: str) -> HttpResponse:
    """The screen speaks the person's language from the next page on."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        samesite="Lax",
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        secure=settings.LANGUAGE_COOKIE_SECURE,
    )
    return response
