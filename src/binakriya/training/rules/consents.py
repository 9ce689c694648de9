"""What everyone who registers is told, and what they may agree to (purposes of accounts.rules.consent)."""

TOLD = ("programme", "statistics")
ASKED = ("contact", "publish")
