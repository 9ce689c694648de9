"""The state of one search: what was screened, proven and refused so far."""

from dataclasses import dataclass, field, replace
from typing import Any

from binakriya.packaging.rules.recommend.cushioning import Padding
from binakriya.packaging.rules.recommend.made import Size
from binakriya.packaging.rules.recommend.proving import Proven, prove
from binakriya.packaging.rules.recommend.request import Request
from binakriya.packaging.rules.recommend.screening import Rough, Stacks
from binakriya.packaging.rules.words import Said


@dataclass(slots=True)
class Search:
    """The state of one search: what was screened, proven and refused so far."""

    request: Request
    stacks: Stacks
    rough: list[Rough] = field(default_factory=list)
    proven: dict[tuple[Any, ...], Proven | Said] = field(default_factory=dict)

    def prove(self, rough: Rough) -> Proven | Said:
        key = (rough.suited.style.code, rough.inside_mm, rough.board, rough.padding)
        if key not in self.proven:
            self.proven[key] = prove(
                self.request,
                rough.suited.style.code,
                rough.padding,
                rough.inside_mm,
                needed_by(self.request, rough.padding),
                rough.board,
            )
        return self.proven[key]

    def boards_like(self, rough: Rough) -> list[Rough]:
        """The same in the other boards, lightest first."""
        return [r for r in self.rough if r.suited is rough.suited and r.padding is rough.padding]

    def settled(self, rough: Rough, *, lighter: bool = False) -> Proven | None:
        """Exactly this pack where it holds, else in the next heavier board that does. `lighter`: boards that failed
        by a hair in the estimate are computed too, and taken where the estimate was too careful."""
        row = self.boards_like(rough)
        at = row.index(rough)
        for later in range(at, len(row)):
            if not (row[later].holds or later == at):
                continue
            found = self.prove(row[later])
            if isinstance(found, Said) or not found.holds:
                continue
            for earlier in range(later - 1, -1, -1) if lighter else ():
                if not row[earlier].near:
                    break
                below = self.prove(row[earlier])
                if isinstance(below, Proven) and below.holds:
                    found = below
            return found
        return None

    def bound(self, proven: Proven) -> Proven:
        """With the binding constraint: what stops the next lighter board of the same style and padding, computed
        exactly. None where no lighter board is in stock, or only card, whose strength nobody can compute."""
        row = [
            r
            for r in self.rough
            if r.suited.style.code == proven.style.code and r.padding is proven.padding and proven.stock_box is None
        ]
        lighter = [r for r in row if r.board.grammage < proven.board.grammage]
        for one in reversed(lighter):
            below = self.prove(one)
            if isinstance(below, Said) or below.holds:
                continue
            why = below.failing()
            if not why.code.startswith("measure."):
                return replace(proven, binding=why)
        return proven


def needed_by(request: Request, padding: Padding) -> Size:
    """Room that product and cushion (or wrap) take, mm."""
    if padding.design is not None:
        return padding.design.inside_mm
    length, breadth, height = (side + 6.0 for side in request.product.size_mm)
    return length, breadth, height
