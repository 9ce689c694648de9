"""The five stages of a passport, always in this order, and the states of a criterion."""

from enum import StrEnum

STAGES = ("quality", "packaging", "label", "rights", "market")
# As the components of the screen name them.
DYES = {"quality": "mutu", "packaging": "kemasan", "label": "label", "rights": "hak", "market": "pasar"}


class State(StrEnum):
    """`not_applicable`: by a person's decision, or because the criterion is not for such a product."""

    NOT_BEGUN = "not_begun"
    IN_WORK = "in_work"
    MET = "met"
    EXPIRED = "expired"
    NOT_APPLICABLE = "not_applicable"
