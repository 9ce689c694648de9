"""What a style refuses: the field, the rule that is broken, and a way out."""

from __future__ import annotations

from binakriya.engines.boxes.words import Text


class BoxError(ValueError):
    """A size, board, style or parameter that gives no box.

    `field` names what was given ("length", "board", a parameter); `rule` is a stable key ("too_short"); `says` tells
    the rule and `way_out` what to do, in both languages.
    """

    def __init__(self, field: str, rule: str, says: Text, way_out: Text) -> None:
        self.field, self.rule, self.says, self.way_out = field, rule, says, way_out
        super().__init__(f"{field}: {says.en} {way_out.en}")

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return {
            "field": self.field,
            "rule": self.rule,
            "says": {"id": self.says.id, "en": self.says.en},
            "way_out": {"id": self.way_out.id, "en": self.way_out.en},
        }
