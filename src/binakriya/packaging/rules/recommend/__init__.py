"""Several honest alternatives for a product on its journey, each with reasons, binding constraint and what decides.

request = Request(Product((220, 140, 90), 0.85, "keramik"), USUAL_JOURNEYS["courier"])
found = recommend(request)
found.best.proven.style.code, found.best.reasons[0].text("id"), found.rejected
"""

from binakriya.packaging.rules.recommend.choosing import (
    ROLES,
    Alternative,
    Recommendation,
    needed_by,
    recommend,
    with_deciding,
)
from binakriya.packaging.rules.recommend.cushioning import Padding, paddings
from binakriya.packaging.rules.recommend.made import Made, draw, make
from binakriya.packaging.rules.recommend.proving import Proven, prove
from binakriya.packaging.rules.recommend.request import PURPOSES, Request, StockBox
from binakriya.packaging.rules.recommend.saying import closing, cushion_word, filling
from binakriya.packaging.rules.recommend.suiting import Refused

__all__ = [
    "PURPOSES",
    "ROLES",
    "Alternative",
    "Made",
    "Padding",
    "Proven",
    "Recommendation",
    "Refused",
    "Request",
    "StockBox",
    "closing",
    "cushion_word",
    "draw",
    "filling",
    "make",
    "needed_by",
    "paddings",
    "prove",
    "recommend",
    "with_deciding",
]
