"""What an office calibrates: own values, drop tests, cushion curves."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.packaging.made import content_of, make_calibration, make_version, the_product
from tests.packaging.office import POINTS, Browser, own_board, post, text
from tests.people import World

from binakriya.accounts.rules import Refused
from binakriya.engines.protection import CONSTANTS, CurvePoint
from binakriya.packaging import operations, queries
from binakriya.packaging.models import Calibrated, Curve, Version
from binakriya.packaging.queries import stock, values
from binakriya.packaging.queries.listing import Wanted, list_page
from binakriya.packaging.queries.office import office_cushions


def test_every_shipped_assumption_is_visible(world: World, signed_in: Browser) -> None:
    seen = set()
    for group in values.GROUPS:
        page = values.values_page(by=world.actor("officer"), group=group, language="id")
        seen |= {row.code for row in page.rows}
    assert seen == set(CONSTANTS)
    client = signed_in("officer")
    text(client, "values")
    with CaptureQueriesContext(connection) as asked:
        text(client, "values", kelompok="bantalan")
    assert len(asked) <= 12


def test_a_value_is_replaced_seen_and_given_back(world: World, signed_in: Browser) -> None:
    made, client = make_version(world), signed_in("officer")
    code = "material_g.ceramic"
    shown = text(client, "value", code)
    assert "Vas bunga" in shown and "nilai bawaan" in shown and 'data-firm="C"' in shown
    wrong = post(client, "value", code, value="0,1", why="Uji")
    assert wrong.status_code == 422 and 'value="0,1"' in wrong.content.decode()
    form = {"value": "62,5", "low": "58", "high": "66", "why": "Uji 12 contoh", "measured_on": "2018-11-02"}
    assert post(client, "value", code, **form).status_code == 302
    assert post(client, "value", code, **form).status_code == 302
    row = Calibrated.objects.get()
    assert (row.value, row.low, row.high, row.measured_on) == (62.5, 58, 66, date(2018, 11, 2))
    shown = text(client, "value", code)
    assert "Uji 12 contoh" in shown and "Kembali ke nilai bawaan" in shown and "dihitung dengan 60" in shown
    assert "62,5" in text(client, "values")
    post(client, "value-back", row.id, code=code)
    assert "Nilai dinas sebelumnya" in text(client, "value", code)
    assert queries.calibrations(office_id=world.office_id, by=world.actor("officer")) == ()
    assert queries.version_facts(version_id=made, by=world.system).content["fragility"]["g"] == 60
    assert client.get(reverse("packaging:value", args=["tidak.ada"])).status_code == 404


def test_a_value_of_the_same_moment_is_refused_in_words(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two forms at once: the other one's row is written after this one has looked for it."""
    made = make_calibration(world)
    nothing = Calibrated.objects.none()
    monkeypatch.setattr(Calibrated.objects, "select_for_update", lambda **_how: nothing)
    with pytest.raises(Refused, match="figure"):
        make_calibration(world)
    assert Calibrated.objects.get().id == made


def test_drop_tests_become_the_offices_value(world: World, signed_in: Browser) -> None:
    client = signed_in("officer")
    drops = "400 selamat\n500 selamat\n600 rusak\n500 rusak\n400 selamat\n500 selamat\n600 rusak\n500 selamat"
    form = {
        "method": "staircase",
        "drops": drops,
        "cushion": "epe",
        "cushion_mm": "40",
        "tested_on": "2018-11-02",
        "why": "Delapan vas",
    }
    shown = post(client, "drops", "ceramic", **form, lihat="1")
    assert shown.status_code == 200 and "Tinggi kritis" in shown.content.decode()
    assert "Belum ada hasil jatuh" in post(client, "drops", "ceramic", **form | {"drops": ""}).content.decode()
    assert not Calibrated.objects.exists()
    assert post(client, "drops", "ceramic", **form, pakai="1").status_code == 302
    row = Calibrated.objects.get()
    assert row.code == "material_g.ceramic" and row.evidence["drops"][0] == [400.0, False]
    assert 400 < row.evidence["critical_mm"] < 600 and row.evidence["low_mm"] < row.evidence["high_mm"]
    assert content_of(world, the_product(world)).content["fragility"]["g"] == pytest.approx(row.value)
    assert "Tinggi kritis" in text(client, "value", "material_g.ceramic")
    one_outcome = post(client, "drops", "ceramic", **form | {"drops": "400 selamat\n500 selamat"}, lihat="1")
    assert one_outcome.status_code == 422
    assert client.get(reverse("packaging:drops", args=["tidak-ada"])).status_code == 404


def curve_form(points: Sequence[tuple[float, ...]]) -> dict[str, str]:
    form = {"name": "EPE 25 kg/m³", "source": "B4T, 12/2018", "measured_on": "2018-11-02", "rows": "12"}
    for row, point in enumerate(points, 1):
        form |= {f"{key}_{row}": f"{cell:g}".replace(".", ",") for key, cell in zip("gsht", point, strict=True)}
    return form


def test_a_curve_is_fitted_shown_kept_and_used(world: World, signed_in: Browser) -> None:
    client = signed_in("officer")
    shown = post(client, "curve", "epe", **curve_form(POINTS), lihat="1").content.decode()
    assert "<circle" in shown and "R²" in shown and not Curve.objects.exists()
    assert 'value="55,6"' in shown
    assert post(client, "curve", "epe", **curve_form(POINTS), pakai="1").status_code == 302
    row = Curve.objects.get()
    assert row.a_kpa == pytest.approx(40, rel=0.01) and row.b_per_kpa == pytest.approx(0.0275, rel=0.01)
    assert row.r2 > 0.999
    cushions = office_cushions(world.office_id)
    assert "epe" not in cushions and cushions[-1].name == "EPE 25 kg/m³"  # type: ignore[union-attr]
    assert "EPE 25" in text(client, "curves")
    assert 'value="55,6"' in text(client, "curve", "epe")
    assert content_of(world, the_product(world)).content["cushion"]  # choosing works with it
    post(client, "curve-remove", row.id)
    assert "epe" in office_cushions(world.office_id)


def test_points_that_are_no_curve_say_which_row(world: World, signed_in: Browser) -> None:
    client = signed_in("officer")
    half = curve_form(POINTS) | {"t_3": ""}
    assert "Baris 3 belum lengkap" in post(client, "curve", "epe", **half, lihat="1").content.decode()
    assert post(client, "curve", "epe", **curve_form(POINTS[:2]), lihat="1").status_code == 422
    more = post(client, "curve", "epe", rows="8", tambah="1")
    assert more.status_code == 200 and "g_16" in more.content.decode()
    with pytest.raises(Refused, match="curve_said_by"):
        operations.add_curve(
            office_id=world.office_id,
            cushion="epe",
            name=" ",
            points=[CurvePoint(*point) for point in POINTS],
            source="x",
            measured_on=date(2018, 11, 2),
            by=world.actor("officer"),
            now=world.now,
        )


def test_whoever_works_for_no_office_sees_what_is_shipped(world: World, signed_in: Browser) -> None:
    own_board(world)
    client = signed_in("practitioner")
    for name in ("boards", "boxes", "offers", "values", "curves"):
        assert "Anda tidak bekerja untuk satu dinas" in text(client, name)
    assert "BF 440" not in text(client, "boards")
    assert stock.boards_page(by=world.actor("other_officer"), language="id").shipped


def test_a_pack_tells_that_its_cushion_has_a_curve_now_or_another(world: World) -> None:
    made = make_version(world)
    cushion = queries.version_facts(version_id=made, by=world.system).content["cushion"]["material"]
    assert changed(world) == []
    first = curve_of(world, cushion, POINTS)
    assert changed(world) == ["Vas bunga"]
    again = operations.renew_version(version_id=made, by=world.actor("officer"), now=world.now)
    used = Version.objects.get(id=again).rests_on
    if "curve.a" in used:
        assert changed(world) == []
        operations.remove_curve(curve_id=first, by=world.actor("officer"), now=world.now)
        assert changed(world) == ["Vas bunga"]
    else:  # another cushion is better now
        assert f"cushion_factor.{cushion}" not in used and changed(world) == []


def changed(world: World) -> list[str]:
    page = list_page(by=world.actor("officer"), wanted=Wanted(state="berubah"), number=1, language="id")
    return [row.title for row in page.rows]


def curve_of(world: World, cushion: str, points: Sequence[tuple[float, ...]]) -> UUID:
    return operations.add_curve(
        office_id=world.office_id,
        cushion=cushion,
        name="Bantalan uji",
        points=[CurvePoint(*point) for point in points],
        source="B4T",
        measured_on=date(2018, 11, 2),
        by=world.actor("officer"),
        now=world.now,
    )


@pytest.mark.parametrize(
    ("code", "value", "low", "high"), [("form_factor.thin", 0, None, None), ("material_g.ceramic", 60, -100, 900)]
)
def test_what_is_above_nothing_is_not_set_to_nothing(
    world: World, code: str, value: float, low: float | None, high: float | None
) -> None:
    with pytest.raises(Refused, match="figure"):
        operations.calibrate(
            office_id=world.office_id,
            code=code,
            value=value,
            low=low,
            high=high,
            why="Uji",
            by=world.actor("officer"),
            now=world.now,
        )
