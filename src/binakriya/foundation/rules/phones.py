"""Telephone numbers: kept as E.164 (`+6281234567890`), shown the way Indonesians write them."""

import phonenumbers

REGION = "ID"


def e164(text: str, *, region: str = REGION) -> str | None:
    """`0812-3456-7890`, `62812…`, `+62 812 …` → `+6281234567890`; None when it is no possible number.

    A number without a country code is read as one of `region`. Emergency and short numbers are not accepted.
    """
    kept = "".join(c for c in text.strip() if c.isdigit() or c == "+")
    if not kept or "+" in kept[1:]:
        return None
    # Often written without the plus: 62812… would otherwise be read as a national number.
    if kept.startswith("62") and len(kept) >= 10:
        kept = f"+{kept}"
    # Spreadsheets eat the leading zero: 812… is a mobile number.
    elif kept.startswith("8") and region == REGION and 9 <= len(kept) <= 12:
        kept = f"0{kept}"
    try:
        number = phonenumbers.parse(kept, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    # The longest and shortest of E.164 and of what anybody is reached by.
    return written if 8 <= len(written) <= 16 else None


def is_too_short(number: str) -> bool:
    """Whether an E.164 number lacks digits: it could be dialled within a town at best."""
    parsed = phonenumbers.parse(number)
    return not phonenumbers.is_valid_number(parsed) and len(str(parsed.national_number)) < 9


def is_in_use(number: str) -> bool:
    """Whether numbers of this form are given out at all, so that a message can reach it."""
    return phonenumbers.is_valid_number(phonenumbers.parse(number))


def national(number: str) -> str:
    """`+6281234567890` → `0812-3456-7890`; other countries keep their code; what is no number comes back unchanged."""
    try:
        parsed = phonenumbers.parse(number, REGION)
    except phonenumbers.NumberParseException:
        return number
    form = (
        phonenumbers.PhoneNumberFormat.NATIONAL
        if parsed.country_code == 62
        else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    return phonenumbers.format_number(parsed, form)
