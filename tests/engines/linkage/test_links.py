"""What counts as one enterprise, what as one owner's second, and what as neither."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from binakriya.engines.linkage import Link, Record, blocking_keys, evaluate, find_links, group, prepare, shipped
from binakriya.engines.linkage import splink_adapter as adapter
from binakriya.engines.linkage.comparisons import COMPARISONS
from binakriya.engines.linkage.synthetic import make_world

WATI = Record(
    id="a",
    business_name="Griya Kayu Wati",
    owner_name="Wati Astuti",
    nik="3674034504780012",
    phones=("+6287812344953",),
    street="Gg. Masjid No.12 RT 10/RW 02",
    kelurahan="Pondok Kacang Timur",
    kecamatan="Pondok Aren",
    city="Kota Tangerang Selatan",
    products=("jam dinding kayu", "ukiran kayu"),
    since=2017,
    source="1",
)
STRANGERS = tuple(replace(r, id=f"s{i}") for i, r in enumerate(make_world(4, 120).records))


def between(left: Record, right: Record) -> Link | None:
    links = find_links([left, right, *STRANGERS])
    return next((link for link in links if link.pair == frozenset((left.id, right.id))), None)


def test_a_messy_copy_is_the_same_enterprise() -> None:
    copy = replace(
        WATI,
        id="b",
        business_name="GRIYA KYAU WATI (Bu Wati)",
        owner_name="Hj. WatiAstuti",
        nik="",
        born=date(1978, 4, 5),
        phones=("+628781234953",),
        street="gang masjid 12 rt10 rw2",
        products=("jam dinding kayu",),
        since=None,
        source="2",
    )
    link = between(WATI, copy)
    assert link is not None
    assert (link.relation, link.band) == ("same", "likely")
    assert {"owner_same", "born_same", "phone_near", "name_similar", "address_same"} <= {e.code for e in link.evidence}


@pytest.mark.parametrize("name", ["GriyaK ayu Wati", "Griay Kayu Watri", "GRIYA KAYUWATI HANDICRAFT"])
def test_a_space_or_a_letter_in_the_wrong_place_leaves_a_name_similar(name: str) -> None:
    """A space in the wrong place makes other words of it; the letters stay."""
    link = between(WATI, replace(WATI, id="b", business_name=name, source="2"))
    assert link is not None and link.band == "likely"
    assert {e.code for e in link.evidence} & {"name_similar", "name_same", "name_core_same"}


def test_another_business_of_the_owner_is_never_merged() -> None:
    other = replace(WATI, id="b", business_name="Nusantara Craft", products=("taplak rajut",), since=2009, source="2")
    link = between(WATI, other)
    assert link is not None
    assert (link.relation, link.band) == ("same_owner", "likely")


def test_one_name_with_different_owners_stays_apart() -> None:
    other = replace(
        WATI,
        id="b",
        owner_name="Siti Rahmawati",
        nik="3674016608860003",
        phones=("+6282177127126",),
        since=2005,
        street="Jl. Siliwangi No.91 RT 09/RW 10",
        kelurahan="Sawah Baru",
        kecamatan="Ciputat",
        source="2",
    )
    link = between(WATI, other)
    assert link is None or (link.relation, link.band) != ("same", "likely")


def test_husband_and_wife_with_a_business_each_stay_apart() -> None:
    husband = replace(
        WATI,
        id="b",
        business_name="Bengkel Rotan Sumber",
        owner_name="Slamet Setiawan",
        nik="3674030504750007",
        products=("kursi rotan",),
        since=1999,
        source="2",
    )
    link = between(WATI, husband)
    assert link is None or link.relation != "same"


def test_a_moved_enterprise_is_found() -> None:
    moved = replace(
        WATI,
        id="b",
        street="Jl. Raya Serpong 134",
        kelurahan="Serpong",
        kecamatan="Serpong",
        source="2",
        nik="3674034504780010",
    )
    link = between(WATI, moved)
    assert link is not None
    assert (link.relation, link.band) == ("same", "likely")


def test_not_same_is_remembered_also_through_a_third_row() -> None:
    rows = [WATI, replace(WATI, id="b", source="2"), replace(WATI, id="c", source="3"), *STRANGERS]
    apart = frozenset(("a", "b"))
    links = find_links(rows, not_same=[apart])
    assert apart not in {link.pair for link in links if link.relation == "same"}
    clusters = {i: cluster.ids for cluster in group(links, rows, not_same=[apart]) for i in cluster.ids}
    assert "b" not in clusters["a"]


def test_rows_of_the_registry_are_not_compared_with_each_other() -> None:
    registry = [WATI, replace(WATI, id="b"), *STRANGERS]
    new = [replace(WATI, id="n", owner_name="Wati Astoeti")]
    links = find_links(new, against=registry)
    assert {link.pair for link in links} == {frozenset(("a", "n")), frozenset(("b", "n"))}
    assert find_links(new, against=prepare(registry)) == links


def test_candidates_by_keys_give_the_links_of_the_whole_registry() -> None:
    world = make_world(21, 900)
    registry, new = world.records[:800], world.records[800:]
    wanted = {key for record in new for key in blocking_keys(record)}
    candidates = [record for record in registry if wanted & set(blocking_keys(record))]
    assert len(candidates) < len(registry)
    whole = {link.pair for link in find_links(new, against=registry) if link.band == "likely"}
    some = {link.pair for link in find_links(new, against=candidates, rows_in_city=900) if link.band == "likely"}
    assert len(whole ^ some) <= 0.02 * len(whole)


def test_order_does_not_matter() -> None:
    world = make_world(8, 150)
    forward = {(link.pair, link.relation, link.band) for link in find_links(world.records)}
    backward = {(link.pair, link.relation, link.band) for link in find_links(world.records[::-1])}
    assert forward == backward


def test_weight_is_prior_and_evidence_together() -> None:
    link = between(WATI, replace(WATI, id="b", source="2"))
    assert link is not None
    rows = [WATI, replace(WATI, id="b", source="2"), *STRANGERS]
    cities = prepare(rows).table.column("city")
    assert cities.null_count < len(rows)
    shown = sum(e.weight for e in link.evidence)
    prior = link.weight - shown
    assert -12 < prior < -4


def test_an_office_line_given_by_many_owners_says_nothing() -> None:
    office = "+62217490000"
    rows = [replace(r, phones=(office,), email="asosiasi@example.com") for r in STRANGERS]
    codes = {e.code for link in find_links(rows) for e in link.evidence}
    assert not codes & {"landline_same", "email_same", "phone_near"}


def test_splink_and_the_model_weigh_alike() -> None:
    world = make_world(3, 100)
    model = shipped()
    settings = adapter.settings(model)
    for comparison, made in zip(COMPARISONS, settings["comparisons"], strict=True):
        for level, given in zip(comparison.levels, made["comparison_levels"][1:], strict=True):
            weight = np.log2(given["m_probability"] / given["u_probability"])
            assert weight == pytest.approx(model.bits(comparison.name, level.code), abs=1e-4)
    compared = adapter.compare(prepare(world.records).table, model)
    for comparison in COMPARISONS:
        gammas = compared.gammas[comparison.name]
        assert gammas.min() >= -1
        assert gammas.max() < len(comparison.levels)


@pytest.mark.parametrize("rows", [[], [WATI]])
def test_too_few_records_give_no_links(rows: list[Record]) -> None:
    assert find_links(rows) == []


def test_empty_records_meet_nobody() -> None:
    assert find_links([Record(id=str(i)) for i in range(5)]) == []


def test_ids_must_be_unique() -> None:
    with pytest.raises(ValueError, match="unique"):
        find_links([WATI, WATI])


def test_unseen_synthetic_lists_are_linked_well() -> None:
    """Synthetic lists are more careless than offices' lists: figures below those asked of real ones are expected."""
    right = found = wanted = union = asked = rows = 0
    for seed in range(900, 908):
        world = make_world(seed, 120)
        figures = evaluate(find_links(world.records), world.enterprises)
        right, found = right + figures["likely"]["right"], found + figures["likely"]["pairs"]
        wanted, union = wanted + figures["likely"]["true_pairs"], union + figures["likely_or_possible"]["right"]
        asked, rows = asked + figures["possible"], rows + len(world.records)
    assert right / found >= 0.99
    assert right / wanted >= 0.92
    assert union / wanted >= 0.98
    assert asked / rows <= 0.12


def test_a_world_is_made_again_from_its_seed() -> None:
    assert make_world(5, 80) == make_world(5, 80)
    assert make_world(5, 80) != make_world(6, 80)
