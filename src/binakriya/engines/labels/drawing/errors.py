"""Why a label cannot be drawn: always the field, what is wrong and what to do."""

from binakriya.engines.labels.drawing.words import Text


class LabelError(Exception):
    """`field`: the key of the part that is wrong (see `FIELDS`); `text`: what is wrong and what to do."""

    def __init__(self, field: str, text: Text) -> None:
        super().__init__(text.en)
        self.field = field
        self.text = text


class WrongNumber(LabelError):
    """A product number that is none. `right`: the number with the digit that would be right, where one can be told."""

    def __init__(self, text: Text, right: str = "") -> None:
        super().__init__("barcode", text)
        self.right = right


class Overflow(LabelError):
    """The text does not fit. `lines`: lines of the field without room (0: it is a code or a symbol that has none)."""

    def __init__(self, field: str, text: Text, lines: int = 0) -> None:
        super().__init__(field, text)
        self.lines = lines


class LogoRefused(LabelError):
    """An SVG logo that holds more than plain shapes."""

    def __init__(self, text: Text) -> None:
        super().__init__("logo", text)
