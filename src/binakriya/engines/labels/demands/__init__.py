"""What must be on the label, and which duties there are, for a product, a destination and a day.

The rules are dated rows in `rules/`, read and checked by `reading`; `evaluation` asks them. No rule is code.
"""

from binakriya.engines.labels.demands.model import (
    ENGINE_VERSION,
    SOON_DAYS,
    CareSuggestion,
    Conflict,
    Demands,
    Destination,
    Duty,
    Firmness,
    Ground,
    Held,
    Line,
    Missing,
    PaperStanding,
    ProductFacts,
    Settlement,
    Share,
    Standing,
    Status,
    Text,
)

__all__ = [
    "ENGINE_VERSION",
    "SOON_DAYS",
    "CareSuggestion",
    "Conflict",
    "Demands",
    "Destination",
    "Duty",
    "Firmness",
    "Ground",
    "Held",
    "Line",
    "Missing",
    "PaperStanding",
    "ProductFacts",
    "Settlement",
    "Share",
    "Standing",
    "Status",
    "Text",
]
