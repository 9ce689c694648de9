"""Lists of the report are filled in as rows, without signs to learn; more rows come without losing what was typed."""

from uuid import UUID

from tests.people import World

from binakriya.training.models import Activity


def test_rows_are_kept_and_shown_again(world: World, activity: UUID) -> None:
    client, where = world.client("officer"), f"/kegiatan/{activity}/laporan/bahan/"
    sent = {
        "problems-0-0": "Hujan | deras",
        "problems-0-1": "Tenda",
        "problems-1-0": "",
        "problems-2-0": "Listrik padam",
        "problems-2-1": "",
        "legal_bases-0-0": "Permenperin 64/2016",
        "legal_bases-0-mark": "1",
        "legal_bases-1-0": "UU 3/2014",
        "spending-0-0": "Konsumsi",
        "spending-0-1": "Rp 2.000.000",
        "spending-0-2": "1,9 jt",
        "participants_stated-0-0": "puluhan IKM",
        "participants_stated-0-1": "dozens of enterprises",
        "aims-0-0": "meningkatkan mutu",
        "aims-0-1": "raise quality",
    }
    more = client.post(where, sent | {"tambah": "problems"})
    assert more.status_code == 200
    assert 'name="problems-3-0"' in more.content.decode()
    assert Activity.objects.get(id=activity).problems == []
    assert client.post(where, sent).status_code == 302
    row = Activity.objects.get(id=activity)
    assert row.problems == [
        {"problem": "Hujan / deras", "solution": "Tenda"},
        {"problem": "Listrik padam", "solution": ""},
    ]
    assert [(one["id"], one["firmness"]) for one in row.legal_bases] == [
        ("Permenperin 64/2016", "M"),
        ("UU 3/2014", "S"),
    ]
    assert row.spending == [{"item": "Konsumsi", "budget": 2_000_000, "spent": 1_900_000}]
    assert row.aims == [{"id": "meningkatkan mutu", "en": "raise quality"}]
    assert row.participants_stated == {"id": "puluhan IKM", "en": "dozens of enterprises"}
    page = client.get(where).content.decode()
    assert 'value="dozens of enterprises"' in page
    assert 'name="participants_stated-1-0"' not in page
    assert 'value="Permenperin 64/2016"' in page
    assert 'name="legal_bases-0-mark" value="1" checked' in page
    assert 'value="Listrik padam"' in page
    wrong = client.post(where, {"spending-0-0": "Konsumsi", "spending-0-1": "banyak", "spending-0-2": "x"})
    assert wrong.status_code == 422
    assert 'value="banyak"' in wrong.content.decode()
