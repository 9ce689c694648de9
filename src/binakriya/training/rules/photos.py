"""Photos of an activity: which pictures are taken, and how large they are kept."""

# What a camera or a phone saves; anything else is refused, whatever its name says.
PICTURES = ("JPEG", "PNG", "WEBP")
# Bytes as sent: a phone's largest photo is about 12 MB.
SENT_MOST = 15 * 1024 * 1024
# Points as sent: a small file may unpack to gigabytes.
POINTS_MOST = 60_000_000
# Points of the longer side as kept: 160 mm on paper at 250 points an inch.
SIDE_MOST = 1600
# Photos of one activity: six pages of the report.
COUNT_MOST = 12
CAPTION_MOST = 200
ALT_MOST = 300
