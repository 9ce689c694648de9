"""Which group of wares an enterprise counts in."""

from binakriya.engines.linkage import wares
from binakriya.statistics.rules.groups import ALL_GROUPS, GROUPS, groups_of
from binakriya.statistics.words import GROUP_WORDS


def test_groups_hold_known_categories_once_and_have_a_word_each() -> None:
    held = [category for categories in GROUPS.values() for category in categories]
    assert len(held) == len(set(held))
    assert set(held) <= set(wares.CATEGORIES)
    assert tuple(GROUP_WORDS) == ALL_GROUPS


def test_words_of_products_lead_to_groups() -> None:
    def groups(*products: str, kbli: str = "") -> tuple[str, ...]:
        return groups_of(wares.kinds_made(products, kbli))

    assert groups("tas rajut", "lilin aromaterapi") == ("knitting", "candles")
    assert groups("tas rotan") == ("plaiting",), "the material decides, not the object"
    assert groups("mainan kayu") == ("wood", "other")
    assert groups(kbli="13134") == ("batik",)
    assert groups() == ("unknown",)
