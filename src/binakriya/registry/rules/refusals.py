"""Why an operation of this room refuses: `reason` is a key of `registry.words.REASONS`."""

from binakriya.foundation.rules.refusals import Refused

__all__ = ["Refused"]
