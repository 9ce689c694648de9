"""Days that forms take."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

# A day beyond these can't be turned into a moment in every time zone, nor compared by every database.
_FIRST, _LAST = date(1900, 1, 1), date(2999, 12, 31)
_OUT_OF_RANGE = _("Tanggal di luar jangkauan. Tulis tahun antara 1900 dan 2999.")
DAYS = (MinValueValidator(_FIRST, _OUT_OF_RANGE), MaxValueValidator(_LAST, _OUT_OF_RANGE))
