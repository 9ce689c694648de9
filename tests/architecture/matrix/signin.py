"""django-allauth's pages: signing in, passwords, second factor. They keep their own doors; this holds them to it."""

from typing import Any

from tests.architecture.matrix.declare import PUBLIC, SIGNED_IN, Page, only
from tests.people import World

NOBODY = only()


def _key(world: World) -> dict[str, Any]:
    return {"uidb36": "1", "key": "a-b"}


PAGES = {
    "account_login": Page(PUBLIC, methods="BOTH"),
    "account_logout": Page(PUBLIC, methods="BOTH"),
    "account_inactive": Page(PUBLIC),
    "account_signup": Page(PUBLIC, methods="BOTH"),
    "account_reauthenticate": Page(SIGNED_IN, methods="BOTH"),
    "account_email": Page(SIGNED_IN, methods="BOTH"),
    "account_email_verification_sent": Page(PUBLIC),
    "account_confirm_email": Page(PUBLIC, kwargs=lambda world: {"key": "x"}, methods="BOTH", missing_is_fine=True),
    "account_change_password": Page(SIGNED_IN, methods="BOTH"),
    "account_set_password": Page(SIGNED_IN, methods="BOTH"),
    "account_reset_password": Page(PUBLIC, methods="BOTH"),
    "account_reset_password_done": Page(PUBLIC),
    "account_reset_password_from_key": Page(PUBLIC, kwargs=_key, methods="BOTH"),
    "account_reset_password_from_key_done": Page(PUBLIC),
    "account_confirm_login_code": Page(PUBLIC, methods="BOTH"),
    "account_verify_phone": Page(SIGNED_IN, methods="BOTH"),
    "account_change_phone": Page(SIGNED_IN, methods="BOTH"),
    "mfa_index": Page(SIGNED_IN),
    "mfa_authenticate": Page(PUBLIC, methods="BOTH"),
    "mfa_reauthenticate": Page(SIGNED_IN, methods="BOTH"),
    "mfa_activate_totp": Page(SIGNED_IN, methods="BOTH"),
    "mfa_deactivate_totp": Page(SIGNED_IN, methods="BOTH", missing_is_fine=True),
    "mfa_view_recovery_codes": Page(SIGNED_IN, missing_is_fine=True),
    "mfa_generate_recovery_codes": Page(SIGNED_IN, methods="BOTH", missing_is_fine=True),
    "mfa_download_recovery_codes": Page(SIGNED_IN, missing_is_fine=True),
    "mfa_list_webauthn": Page(SIGNED_IN),
    "mfa_add_webauthn": Page(SIGNED_IN, methods="BOTH"),
    "mfa_reauthenticate_webauthn": Page(SIGNED_IN, methods="BOTH"),
    "mfa_remove_webauthn": Page(SIGNED_IN, kwargs=lambda world: {"pk": 1}, methods="BOTH", missing_is_fine=True),
    "mfa_edit_webauthn": Page(SIGNED_IN, kwargs=lambda world: {"pk": 1}, methods="BOTH", missing_is_fine=True),
}
