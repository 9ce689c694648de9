"""Labels of products: of one for its page, of many at once for the rooms above."""

from binakriya.packaging.queries.labels.held import HeldLabel, labels_changed_since, labels_held
from binakriya.packaging.queries.labels.pages import (
    LabelPage,
    LabelVersion,
    Material,
    label_material,
    label_page,
    label_version,
    may_label,
    saved_choice,
)

__all__ = [
    "HeldLabel",
    "LabelPage",
    "LabelVersion",
    "Material",
    "label_material",
    "label_page",
    "label_version",
    "labels_changed_since",
    "labels_held",
    "may_label",
    "saved_choice",
]
