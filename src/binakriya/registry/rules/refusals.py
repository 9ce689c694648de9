"""Why an operation of this room refuses; the sentences are in `registry.words`."""


class Refused(Exception):
    """`reason` is a key of `registry.words.REASONS`; `params` fill its sentence."""

    def __init__(self, reason: str, **params: object) -> None:
        super().__init__(reason)
        self.reason, self.params = reason, params
