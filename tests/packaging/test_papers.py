"""The sheets as files: whose office, which language, which kind."""

from django.urls import reverse
from tests.foundation.press.reading import assert_accessible, pdf_text
from tests.packaging.made import make_checked, make_version
from tests.people import World


def test_the_sheets_come_as_pdf_in_the_language_that_is_asked(world: World) -> None:
    made = make_checked(world)
    client = world.client("officer")
    for kind, tongue, word in (
        ("pembuat", "id", "Cara mengemas"),
        ("pembuat", "en", "How to pack"),
        ("percetakan", "id", "Pesanan kotak"),
        ("hitungan", "en", "Packaging calculation"),
    ):
        answer = client.get(reverse("packaging:sheet", args=[made, kind, tongue]))
        assert answer.status_code == 200 and answer["Content-Type"] == "application/pdf"
        assert word in pdf_text(answer.content)
        assert_accessible(answer.content, tongue)
        assert f"lembar-{kind}-" in answer["Content-Disposition"] and "-v1.pdf" in answer["Content-Disposition"]
    assert "Diperiksa" in pdf_text(client.get(reverse("packaging:sheet", args=[made, "pembuat", "id"])).content)


def test_other_kinds_and_languages_are_no_pages(world: World) -> None:
    made = make_version(world)
    client = world.client("officer")
    for kind, tongue in (("pembuat", "fr"), ("gudang", "id")):
        assert client.get(reverse("packaging:sheet", args=[made, kind, tongue])).status_code == 404


def test_the_specification_leads_to_its_sheets(world: World) -> None:
    made = make_version(world)
    text = world.client("officer").get(reverse("packaging:version", args=[made])).content.decode()
    for kind in ("pembuat", "percetakan", "hitungan"):
        for tongue in ("id", "en"):
            assert reverse("packaging:sheet", args=[made, kind, tongue]) in text
