"""What may be about a person is kept by no browser and no proxy; the matrix of URLs asks it of every page, see
`tests/architecture/test_authorisation.py`."""

from django.test import Client


def test_forms_and_missing_pages_are_not_kept(db: None) -> None:
    assert Client().post("/tema/", {"theme": "dark"})["Cache-Control"] == "no-store"
    assert Client().get("/tidak-ada/")["Cache-Control"] == "no-store"
