"""What must be on the label, and which duties there are, for a product, a destination and a day.

The rules are dated rows in `rules/`, read and checked by `reading`; `evaluation` asks them. No rule is code.
"""

from binakriya.engines.labels.demands.contents import care_suggested, composition, material_name, net_content
from binakriya.engines.labels.demands.evaluation import demands, languages_of
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
from binakriya.engines.labels.demands.reading import Rule, RulesUnreadable, all_rules, read_rules
from binakriya.engines.labels.demands.settling import settled
from binakriya.engines.labels.demands.words import line_title

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
    "Rule",
    "RulesUnreadable",
    "Settlement",
    "Share",
    "Standing",
    "Status",
    "Text",
    "all_rules",
    "care_suggested",
    "composition",
    "demands",
    "languages_of",
    "line_title",
    "material_name",
    "net_content",
    "read_rules",
    "settled",
]
