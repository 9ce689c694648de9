"""The press of this process: with the fonts that the settings name."""

import datetime as dt
from functools import cache

from django.conf import settings

from binakriya.foundation.press import Press


@cache
def press() -> Press:
    """Fonts and compiler, made once a process. Raises FontsMissing."""
    return Press([settings.PDF_FONTS])


def stamp(moment: dt.datetime) -> dt.datetime:
    """PDF files know whole seconds and a distance from UTC, no names of zones."""
    return moment.replace(microsecond=0, tzinfo=dt.timezone(moment.utcoffset() or dt.timedelta()))
