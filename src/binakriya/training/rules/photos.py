"""Photos of an activity: how many, and how long what is said of them may be."""

from binakriya.foundation.rules.pictures import SENT_MOST, SIDE_MOST

__all__ = ["ALT_MOST", "CAPTION_MOST", "COUNT_MOST", "SENT_MOST", "SIDE_MOST"]

# Photos of one activity: six pages of the report.
COUNT_MOST = 12
CAPTION_MOST = 200
ALT_MOST = 300
