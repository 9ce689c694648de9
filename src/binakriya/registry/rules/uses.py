"""What contacts of enterprises are used for, and what each use rests on (UU 27/2022 Article 20; decision 0009).

The office's own task is a public service: it asks for no consent. News and handing contacts to others do.
"""

OWN_TASK = "tugas"
# Use → the purpose of consent that it needs (accounts.rules.consent).
USE_NEEDS: dict[str, str] = {"kabar": "contact", "mitra": "referral"}


def may_be_used(decisions: list[bool | None]) -> bool:
    """Whether contacts may be used: someone who cares for the enterprise said yes and nobody said no. None: that person
    was never asked."""
    return any(d is True for d in decisions) and not any(d is False for d in decisions)
