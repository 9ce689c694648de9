from tests.foundation.press.conftest import press

__all__ = ["press"]
