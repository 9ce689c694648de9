"""What follows from an office's names."""

import re

_KIND = re.compile(r"^Pemerintah\s+(?:(?:Daerah|Kota|Kabupaten|Provinsi)\s+)*", re.IGNORECASE)


def city_of(parent: str, name: str) -> str:
    """`Pemerintah Kota Tangerang Selatan` → `Tangerang Selatan`, where letters are dated; else what follows Kota or
    Kabupaten in the office's name, else ""."""
    if parent.strip():
        return _KIND.sub("", parent.strip())
    found = re.search(r"\b(?:Kota|Kabupaten)\s+(.+)$", name)
    return found[1] if found else ""
