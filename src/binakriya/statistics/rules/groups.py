"""Groups of wares, as figures are told apart by what enterprises make."""

from collections.abc import Iterable

OTHER, UNKNOWN = "other", "unknown"

# Each group holds categories of the linkage engine's wares; whatever stands in none is OTHER.
GROUPS: dict[str, tuple[str, ...]] = {
    "batik": ("batik",),
    "needlework": ("embroidery",),
    "knitting": ("knitting", "macrame"),
    "weaving": ("weaving",),
    "textile": ("clothing", "household", "felt"),
    "leather": ("leather", "bags", "shoes"),
    "wood": ("wood", "furniture"),
    "plaiting": ("bamboo", "baskets", "rattan", "wicker"),
    "ceramics": ("ceramics", "glass", "tableware"),
    "jewellery": ("jewellery", "metal", "stone"),
    "candles": ("candles", "soap"),
    "recycled": ("decoupage", "paper", "recycled"),
    "food": ("drinks", "snacks"),
}
_GROUP_OF = {category: group for group, categories in GROUPS.items() for category in categories}
ALL_GROUPS = (*GROUPS, OTHER, UNKNOWN)


def groups_of(categories: Iterable[str]) -> tuple[str, ...]:
    """The groups that an enterprise belongs to, in the order of ALL_GROUPS; UNKNOWN when nothing is known of it."""
    found = {_GROUP_OF.get(category, OTHER) for category in categories}
    return tuple(group for group in ALL_GROUPS if group in found) or (UNKNOWN,)
