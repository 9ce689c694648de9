"""Indonesian, unless the reader chose English.

Django's own middleware would follow the browser's language; cheap phones in Indonesia often say English, so only the
choice made here (a cookie) counts.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

_KNOWN = {code for code, _ in settings.LANGUAGES}


class ChosenLanguage:
    """Activates the language of the cookie for the request; answers `Content-Language`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_CODE)
        language = chosen if chosen in _KNOWN else settings.LANGUAGE_CODE
        # Not an `override`: a streamed answer is written after this returns.
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.setdefault("Content-Language", language)
        return response
