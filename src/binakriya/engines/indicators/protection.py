"""Which figures may be published, so that no small number of enterprises can be read from them or computed.

Figures of several levels are one tree: a city is the sum of its kecamatan, a kecamatan that of its kelurahan (and of
what is known no finer). Whoever sees a sum and all its parts but one knows that one too. So hiding small cells is not
enough: of every visible cell, what is left after taking off the visible cells below it must stand on nothing, or on
`least` enterprises. Where it does not, the smallest visible cell below is hidden too, until it does. Everything that
can be computed from the visible cells is a sum of such rests, and stands on as many.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from binakriya.engines.indicators.compute import Figure
from binakriya.engines.indicators.definitions import Level

Cell = tuple[Level, str]


class _Column:
    """The tree of one indicator. Cells that are never published take part as hidden ones."""

    def __init__(self, figures: Mapping[Cell, Figure], published: Mapping[Level, Container[str]], least: int) -> None:
        self.n = {cell: figure.n for cell, figure in figures.items()}
        self.least = least
        self.parent: dict[Cell, Cell] = {}
        self.below: dict[Cell, list[Cell]] = defaultdict(list)
        levels = sorted({level for level, _ in figures}, key=lambda level: level.value)
        for level, code in sorted(figures, key=_order):
            coarser = [above for above in levels if above.value < level.value]
            above = (coarser[-1], coarser[-1].code_of(code)) if coarser else None
            if above in self.n:
                self.parent[level, code] = above
                self.below[above].append((level, code))
        self.visible = {c for c, n in self.n.items() if c[1] in published[c[0]] and not 0 < n < least}

    def rest(self, cell: Cell) -> tuple[int, list[Cell]]:
        """On how many enterprises a cell stands without the visible cells below it; and these cells."""
        left, found, to_see = self.n[cell], [], [*self.below[cell]]
        while to_see:
            child = to_see.pop()
            if child in self.visible:
                left -= self.n[child]
                found.append(child)
            else:
                to_see.extend(self.below[child])
        return left, [c for c in found if self.n[c]]

    def hide_smallest(self, cells: list[Cell]) -> None:
        smallest = min(cells, key=lambda c: (self.n[c], *_order(c)))
        self.visible.discard(smallest)
        left, found = self.rest(smallest)
        if left == 0 and found:
            # Its parts would still add up to it.
            self.hide_smallest(found)

    def protect(self) -> set[Cell]:
        """The cells that may be shown."""
        # Hiding below a cell changes that cell's rest and no other's: once over all is enough.
        for cell in sorted(self.visible, key=_order):
            left, found = self.rest(cell)
            while cell in self.visible and 0 < left < self.least and found:
                self.hide_smallest(found)
                left, found = self.rest(cell)
        return self.visible


def _order(cell: Cell) -> tuple[int, str]:
    return cell[0].value, cell[1]


def protect(
    found: Mapping[Level, Iterable[Figure]], *, published: Mapping[Level, Container[str]], least: int
) -> dict[Level, list[Figure]]:
    """The published figures, with value None where they must be hidden.

    `found`: the figures of each level that is published anywhere, whole and of the same rows, every enterprise in one
    region. `published`: the region codes that are shown, by level; NATION's is "". Zeros that stand on no enterprise
    are shown. `least`: how many enterprises a published value stands on at least.
    """
    columns: dict[str, dict[Cell, Figure]] = defaultdict(dict)
    for level, figures in found.items():
        for figure in figures:
            # Rows that name no region of a level are what is left of the level above.
            if figure.region_code or level is Level.NATION:
                columns[figure.indicator][level, figure.region_code] = figure
    told: dict[Level, list[Figure]] = {level: [] for level in found}
    for _indicator, cells in sorted(columns.items()):
        visible = _Column(cells, published, least).protect()
        for cell, figure in sorted(cells.items(), key=lambda item: _order(item[0])):
            if cell[1] in published[cell[0]]:
                told[cell[0]].append(figure if cell in visible else replace(figure, value=None))
    return told
