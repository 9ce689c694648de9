"""The pages of rubrics: what is wrong is told at its place and kept, what is right is told; what a page costs."""

import json
import re
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.people import World
from tests.quality.made import a_rubric, jpeg, make_photo, make_published, make_rubric

from binakriya.quality.models import Rubric, RubricVersion
from binakriya.quality.operations import rubrics as operations
from binakriya.quality.rules.rubrics import read_rubric, write_rubric
from binakriya.quality.rules.rubrics.starters import STARTERS, starter


@pytest.fixture
def rubric_id(world: World) -> UUID:
    return make_rubric(world)


def fields(client: Client, address: str) -> dict[str, str]:
    """What a browser would send back of the form on a page: hidden fields, texts, numbers."""
    html = client.get(address).content.decode()
    form = html[html.rindex("<form", 0, html.rindex('name="seen"')) :]
    form = form[: form.index("</form>")]
    found = {
        name.group(1): (re.search(r'value="([^"]*)"', tag) or [None, ""])[1]
        for tag in re.findall(r"<input[^>]*>", form)
        if (name := re.search(r'name="([^"]*)"', tag))
    }
    areas = re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>\s*(.*?)</textarea>', form, re.DOTALL)
    return found | dict(areas)


def content(rubric_id: UUID) -> RubricVersion:
    return RubricVersion.objects.get(rubric_id=rubric_id, state="draft")


def test_an_office_without_rubrics_is_shown_the_starters(world: World) -> None:
    html = world.client("officer").get(reverse("quality:rubrics")).content.decode()
    assert "Belum ada rubrik kantor ini" in html
    for key in STARTERS:
        assert starter(key).title.id in html


def test_a_starter_becomes_a_draft_once(world: World) -> None:
    client = world.client("practitioner")
    html = client.get(reverse("quality:starter", args=["leather"])).content.decode()
    assert "belum disahkan kantor" in html
    nonce = re.findall(r'name="nonce" value="(\w+)"', html)[0]
    for _again in range(2):
        answer = client.post(reverse("quality:starter-adopt", args=["leather"]), {"nonce": nonce})
    row = Rubric.objects.get()
    assert answer["Location"] == reverse("quality:rubric-draft", args=[row.id])
    assert client.get(reverse("quality:starter", args=["besi"])).status_code == 404


def test_weights_that_do_not_add_up_are_told_and_kept(world: World, rubric_id: UUID) -> None:
    client, address = world.client("officer"), reverse("quality:rubric-draft", args=[rubric_id])
    typed = fields(client, address)
    answer = client.post(address, typed | {"bobot-canting": "20"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Jumlah bobot 95 %. Tambah 5 lagi agar tepat 100 %." in html
    assert re.search(r'name="bobot-canting"[^>]*value="20"|value="20"[^>]*name="bobot-canting"', html)
    assert read_rubric(content(rubric_id).content) == starter("batik")
    answer = client.post(address, typed | {"bobot-canting": "20", "bobot-warna": "25"})
    assert answer.status_code == 302
    assert read_rubric(content(rubric_id).content).weights["warna"] == 25


def test_a_criterion_is_changed_in_its_form_and_taken_back(world: World, rubric_id: UUID) -> None:
    client, address = world.client("officer"), reverse("quality:rubric-part", args=[rubric_id, "kriteria", "warna"])
    typed = fields(client, address)
    answer = client.post(address, typed | {"title": "", "nilai_5": ""})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="id_title_error"' in html
    assert 'id="id_nilai_5_error"' in html
    answer = client.post(address, typed | {"title": "Warna", "nilai_2": "Di antaranya"}, follow=True)
    undo = re.findall(r'action="([^"]*/draf/urung/[^"]*)"', answer.content.decode())[0]
    changed = read_rubric(content(rubric_id).content).criterion("warna")
    assert changed.title.id == "Warna"
    assert [one.score for one in changed.levels] == [1, 2, 3, 5]
    assert changed.levels[0] == starter("batik").criterion("warna").levels[0]
    client.post(undo)
    assert read_rubric(content(rubric_id).content) == starter("batik")


def test_a_stale_form_is_refused_politely_and_can_be_sent_again(world: World, rubric_id: UUID) -> None:
    address = reverse("quality:rubric-part", args=[rubric_id, "syarat", "luntur"])
    one, two = world.client("officer"), world.client("practitioner")
    first, second = fields(one, address), fields(two, address)
    assert one.post(address, first | {"title": "Luntur dinas"}).status_code == 302
    answer = two.post(address, second | {"title": "Luntur praktisi"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Orang lain mengubah bagian ini" in html
    assert "Luntur praktisi" in html
    assert read_rubric(content(rubric_id).content).gate("luntur").title.id == "Luntur dinas"
    seen = re.findall(r'name="seen" value="(\w+)"', html)[0]
    assert two.post(address, second | {"title": "Luntur praktisi", "seen": seen}).status_code == 302
    assert read_rubric(content(rubric_id).content).gate("luntur").title.id == "Luntur praktisi"


def test_the_office_s_own_words_lose_the_mark_of_their_source(world: World, rubric_id: UUID) -> None:
    client, address = world.client("officer"), reverse("quality:rubric-part", args=[rubric_id, "syarat", "luntur"])
    client.post(address, fields(client, address) | {"text": "Warna tetap setelah lima kali cuci"})
    gate = read_rubric(content(rubric_id).content).gate("luntur")
    assert (gate.words.id, gate.firmness) == ("Warna tetap setelah lima kali cuci", "")


def test_facts_of_a_rubric(world: World, rubric_id: UUID) -> None:
    client, address = world.client("officer"), reverse("quality:rubric-facts", args=[rubric_id])
    typed = fields(client, address) | {"title": "Batik kita", "own_materials": "sutra, sutra, katun"}
    answer = client.post(address, typed | {"materials": ["batik"], "least": "3", "most": "1"})
    assert answer.status_code == 422
    assert "Harus lebih besar dari nilai terendah" in answer.content.decode()
    assert client.post(address, typed | {"materials": ["batik"], "least": "1", "most": "5"}).status_code == 302
    rubric = read_rubric(content(rubric_id).content)
    assert rubric.materials == ("batik", "sutra", "katun")
    # Sources that stay keep their marks and their English.
    assert rubric.sources == starter("batik").sources


def test_parts_are_arranged_by_buttons(world: World, rubric_id: UUID) -> None:
    client = world.client("officer")
    address = reverse("quality:rubric-part-arrange", args=[rubric_id, "cacat", "noda"])
    client.post(address, {"deed": "up"})
    assert [one.key for one in read_rubric(content(rubric_id).content).defects][5] == "noda"
    client.post(address, {"deed": "remove"})
    assert "noda" not in {one.key for one in read_rubric(content(rubric_id).content).defects}
    answer = client.post(address, {"deed": "remove"}, follow=True)
    assert "Bagian itu sudah dihapus" in answer.content.decode()
    assert client.get(reverse("quality:rubric-part", args=[rubric_id, "cacat", "noda"])).status_code == 404
    assert client.get(reverse("quality:rubric-part-new", args=[rubric_id, "lain"])).status_code == 404


def test_publishing_freezes_and_a_new_version_begins(world: World, rubric_id: UUID) -> None:
    client, draft = world.client("officer"), reverse("quality:rubric-draft", args=[rubric_id])
    typed = fields(client, draft)
    answer = client.post(reverse("quality:rubric-publish", args=[rubric_id]), {"seen": typed["seen"]}, follow=True)
    assert "Orang lain mengubah draf ini" in answer.content.decode()
    seen = content(rubric_id).digest
    client.post(reverse("quality:rubric-publish", args=[rubric_id]), {"seen": seen, "note": "Pertama"})
    assert client.get(draft).status_code == 404
    page = client.get(reverse("quality:rubric", args=[rubric_id])).content.decode()
    assert "Pertama" in page and "Ubah sebagai versi baru" in page
    client.post(reverse("quality:rubric-draft-start", args=[rubric_id, 1]))
    assert "Draf versi 2" in client.get(draft).content.decode()
    client.post(reverse("quality:rubric-part-arrange", args=[rubric_id, "kriteria", "warna"]), {"deed": "remove"})
    html = client.get(draft).content.decode()
    assert "Belum dapat diterbitkan" in html and "Jumlah bobot 80 %. Harus tepat 100 %." in html
    seen = content(rubric_id).digest
    answer = client.post(reverse("quality:rubric-publish", args=[rubric_id]), {"seen": seen}, follow=True)
    assert "Draf belum lengkap" in answer.content.decode()
    assert content(rubric_id).state == "draft"
    operations.take_back(rubric_id=rubric_id, by=world.actor("officer"), now=world.now)
    client.post(reverse("quality:rubric-publish", args=[rubric_id]), {"seen": content(rubric_id).digest})
    first = client.get(reverse("quality:rubric-version", args=[rubric_id, 1])).content.decode()
    assert "diganti versi 2" in first and "Pakai versi ini lagi" in first
    client.post(reverse("quality:rubric-restore", args=[rubric_id, 1]))
    assert dict(RubricVersion.objects.values_list("number", "state")) == {1: "published", 2: "retired"}
    answer = client.post(reverse("quality:rubric-retire", args=[rubric_id]), {"reason": " "}, follow=True)
    assert "Tulis alasannya" in answer.content.decode()
    answer = client.post(reverse("quality:rubric-retire", args=[rubric_id]), {"reason": "Lama"}, follow=True)
    assert "Lama" in answer.content.decode()


def test_a_bad_file_is_told_by_place(world: World) -> None:
    client, address = world.client("officer"), reverse("quality:rubric-take-in")
    data = write_rubric(a_rubric())
    data["criteria"][1]["weight"] = 30
    data["criteria"][0]["levels"][1]["words"]["id"] = ""
    answer = client.post(address, {"file": SimpleUploadedFile("r.json", json.dumps(data).encode())})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "tidak ada yang berubah" in html
    assert "Kriteria 1, tingkat 2, bunyi:" in html
    assert "Jumlah bobot 90 %" in html
    answer = client.post(address, {"file": SimpleUploadedFile("r.json", b"{ rusak")})
    assert "baris 1, kolom 3" in answer.content.decode()
    assert client.post(address, {"file": SimpleUploadedFile("r.json", b"")}).status_code == 422
    assert not Rubric.objects.exists()


def test_a_rubric_leaves_as_a_file_and_comes_back(world: World) -> None:
    rubric_id = make_rubric(world)
    make_photo(world, rubric_id)
    client = world.client("officer")
    sent = client.get(reverse("quality:rubric-file", args=[rubric_id, 1]))
    assert "attachment" in sent["Content-Disposition"]
    client.post(reverse("quality:rubric-take-in"), {"file": SimpleUploadedFile("r.json", sent.content)})
    back = Rubric.objects.exclude(id=rubric_id).get()
    assert read_rubric(content(back.id).content) == starter("batik")


@pytest.mark.parametrize("tongue", ["id", "en"])
def test_the_scoring_sheet_is_a_pdf(world: World, tongue: str) -> None:
    rubric_id = make_published(world)
    answer = world.client("curator").get(reverse("quality:rubric-sheet", args=[rubric_id, 1, tongue]))
    assert answer.content.startswith(b"%PDF")
    assert "lembar-penilaian-batik-tulis-dan-cap-v1.pdf" in answer["Content-Disposition"]
    assert world.client("curator").get(reverse("quality:rubric-sheet", args=[rubric_id, 1, "fr"])).status_code == 404


def test_pictures_of_levels(world: World, rubric_id: UUID) -> None:
    client, address = world.client("officer"), reverse("quality:rubric-photos", args=[rubric_id, "warna"])
    bad = client.post(address, {"score": "3", "photo": SimpleUploadedFile("a.jpg", b"bukan foto")})
    assert bad.status_code == 422
    assert "bukan foto yang terbaca" in bad.content.decode()
    assert client.post(address, {"score": "3", "photo": SimpleUploadedFile("a.jpg", jpeg())}).status_code == 302
    level = read_rubric(content(rubric_id).content).criterion("warna").anchor(3)
    assert level is not None
    shown = reverse("quality:level-photo", args=[rubric_id, level.photo, 320, "jpeg"])
    assert shown in client.get(reverse("quality:rubric", args=[rubric_id])).content.decode()
    assert client.get(shown)["Content-Type"] == "image/jpeg"
    client.post(reverse("quality:rubric-photo-remove", args=[rubric_id, "warna"]), {"score": "3"})
    assert shown not in client.get(reverse("quality:rubric", args=[rubric_id])).content.decode()


def test_discarding_asks_first(world: World, rubric_id: UUID) -> None:
    client, address = world.client("officer"), reverse("quality:rubric-discard", args=[rubric_id])
    assert "tidak dapat dikembalikan" in client.get(address).content.decode()
    assert client.post(address)["Location"] == reverse("quality:rubrics")
    assert not Rubric.objects.exists()


def test_comparing_with_the_starter(world: World, rubric_id: UUID) -> None:
    operations.remove_part(rubric_id=rubric_id, name="defects", key="noda", by=world.actor("officer"), now=world.now)
    html = world.client("officer").get(reverse("quality:rubric-compare", args=[rubric_id])).content.decode()
    assert "Dihapus" in html and "Noda" in html


def test_what_the_pages_ask_of_the_database(world: World) -> None:
    rubric_id = make_published(world)
    client = world.client("officer")
    for name, args in (("rubrics", []), ("rubric", [rubric_id]), ("rubric-compare", [rubric_id])):
        address = reverse(f"quality:{name}", args=args)
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(address)
        assert 0 < len(asked) <= 12, (name, [one["sql"][:80] for one in asked])
    more = [make_published(world) for _n in range(4)]
    assert more
    with CaptureQueriesContext(connection) as again:
        client.get(reverse("quality:rubrics"))
    assert 0 < len(again) <= 12
