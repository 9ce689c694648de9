"""What the scoring engine refuses."""


class ScoringError(ValueError):
    """Scores, weights or a design that can't be used as they are: `code` for screens, `params` say where."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(f"{code}: " + ", ".join(f"{k}={v!r}" for k, v in params.items()) if params else code)
        self.code = code
        self.params = params
