"""The reference event's lists: a test, never something to train on."""

from __future__ import annotations

from tests.engines.linkage.reference import reference_lists

from binakriya.engines.linkage import evaluate, find_links, group


def test_reference_lists_reach_the_targets() -> None:
    records, truth = reference_lists()
    found = evaluate(find_links(records), truth)
    assert len(records) == 99
    assert found["likely"]["precision"] >= 0.99
    assert found["likely"]["recall"] >= 0.95
    assert found["likely_or_possible"]["recall"] >= 0.99
    assert found["possible"] <= 15


def test_one_owner_with_two_businesses_is_linked_as_such_and_never_merged() -> None:
    records, truth = reference_lists()
    links = find_links(records)
    relation = {link.pair: link for link in links}
    other_business = relation[frozenset(("1:32", "2:7"))]
    assert truth["1:32"] != truth["2:7"]
    assert (other_business.relation, other_business.band) == ("same_owner", "likely")
    clusters = {i: cluster.ids for cluster in group(links, records) for i in cluster.ids}
    assert "2:7" not in clusters["1:32"]


def test_two_businesses_of_one_name_with_different_owners_stay_apart() -> None:
    records, truth = reference_lists()
    links = find_links(records)
    clusters = {i: cluster.ids for cluster in group(links, records) for i in cluster.ids}
    # Cisadane Craft: Dian Saputra's baskets and Sri Dewi Nurhayati's batik
    assert truth["1:8"] != truth["1:11"]
    assert "1:11" not in clusters["1:8"]
    assert frozenset(("1:8", "1:11")) not in {link.pair for link in links if link.relation == "same"}


def test_every_likely_cluster_is_one_enterprise() -> None:
    records, truth = reference_lists()
    for cluster in group(find_links(records), records):
        assert len({truth[i] for i in cluster.ids}) == 1
