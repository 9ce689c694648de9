"""The application as a server runs it."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.core.wsgi import get_wsgi_application

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "binakriya.website.settings")


def without_body(app: "WSGIApplication") -> "WSGIApplication":
    """HEAD is answered with the headers of GET and no body (RFC 9110, 9.3.2); the server would drop it with a
    warning."""

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        body = app(environ, start_response)
        if environ["REQUEST_METHOD"] != "HEAD":
            return body
        if close := getattr(body, "close", None):
            close()
        return []

    return answer


application = without_body(get_wsgi_application())
