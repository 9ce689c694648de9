"""A question for the headers alone."""

from typing import Any

import pytest
from django.test import RequestFactory

from binakriya.website.wsgi import application


@pytest.mark.django_db
@pytest.mark.parametrize(("method", "empty"), [("HEAD", True), ("GET", False)])
def test_head_has_headers_and_no_body(method: str, empty: bool) -> None:
    said: list[tuple[str, list[tuple[str, str]]]] = []
    request = RequestFactory().generic(method, "/sehat/")

    def start(status: str, headers: list[tuple[str, str]], *_error: Any) -> Any:
        said.append((status, headers))

    body = b"".join(application(request.environ, start))
    assert said[0][0].startswith("200")
    assert "Content-Type" in dict(said[0][1])
    assert (body == b"") == empty
