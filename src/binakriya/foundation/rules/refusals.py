"""Why an operation refuses; each room has the sentences for its reasons in its `words`."""


class Refused(Exception):
    """The deed is allowed in general, but not here. `reason` is a key of the room's words; `params` fill in."""

    def __init__(self, reason: str, **params: object) -> None:
        super().__init__(reason)
        self.reason, self.params = reason, params
