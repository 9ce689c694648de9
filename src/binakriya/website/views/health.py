"""For the machines that watch over the service."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from binakriya import __version__
from binakriya.accounts.doors import public


@public
def alive(request: HttpRequest) -> HttpResponse:
    """200 while the process answers."""
    return JsonResponse({"status": "ok", "version": __version__})


@public
def ready(request: HttpRequest) -> HttpResponse:
    """200 when the database answers; the error handler answers 500 otherwise."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return JsonResponse({"status": "ready", "database": connection.vendor})
