"""What cells about money say: turnover in rupiah a year, investment in rupiah, in the many ways sums are written."""

from __future__ import annotations

import random

from tests.lists.sayings import Mention, Saying, Understood, nothing


def dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def short(amount: int, rng: random.Random) -> str:
    """As people write sums: 500 rb, 2,5 juta, 3jt."""
    if amount < 1_000_000:
        return f"{amount // 1000}{rng.choice((' rb', 'rb', ' ribu'))}"
    millions = f"{amount / 1_000_000:g}".replace(".", rng.choice((",", ".")))
    return f"{millions}{rng.choice((' juta', ' jt', 'jt', ' Juta', ' JT'))}"


def rupiah_text(amount: int, rng: random.Random) -> str:
    text = dotted(amount)
    return rng.choice(
        (
            f"Rp {text}",
            f"Rp. {text}",
            f"Rp.{text},-",
            f"Rp{text}",
            f"{text}",
            f"Rp {text},00",
            f"{text},-",
            f"IDR {text}",
            f"Rp.{text}.-",
            f"Rp {amount:,}",
            f"{amount:,}.00",
            f"Rp. {text},- ",
        )
    )


def _turnover(low: int | None, high: int | None) -> Understood:
    said = {"turnover_year_low": low, "turnover_year_high": high}
    return {column: str(amount) for column, amount in said.items() if amount is not None}


def turnover_month_number(m: Mention) -> Saying:
    amount = m.enterprise.monthly
    return m.rng.choice((amount, float(amount))), _turnover(amount * 12, amount * 12)


def turnover_month_text(m: Mention) -> Saying:
    amount = m.enterprise.monthly
    text = m.rng.choice((rupiah_text(amount, m.rng), short(amount, m.rng), f"Rp {short(amount, m.rng)}",
    f"± {short(amount, m.rng)}",
                         f"{short(amount, m.rng)}-an", f"sekitar {short(amount, m.rng)}",
                         f"Rp. {short(amount, m.rng)},-",
                         f"{short(amount, m.rng)} per bulan", f"~ {short(amount, m.rng)}",
                         f"+/- Rp {short(amount, m.rng)}", f"kurang lebih {short(amount, m.rng)}",
                         f"{short(amount, m.rng)}/bln"))  # fmt: skip
    return text, _turnover(amount * 12, amount * 12)


def turnover_month_range(m: Mention) -> Saying:
    low = m.enterprise.monthly
    high = low * 2
    if low < 1_000_000:
        text = f"{low // 1000} - {high // 1000} ribu"
    else:
        a, b = (f"{amount / 1_000_000:g}".replace(".", ",") for amount in (low, high))
        text = m.rng.choice((f"{a} - {b} juta", f"{a}-{b} jt", f"{a} s/d {b} juta", f"{a} sampai {b} juta",
        f"{a} – {b} juta", f"antara {a} sampai {b} jt", f"{a}jt-{b}jt", f"Rp {dotted(low)} s.d. {dotted(high)}",
        f"Rp {a} juta - Rp {b} juta",
                             f"Rp. {dotted(low)} - Rp. {dotted(high)}"))  # fmt: skip
    return text, _turnover(low * 12, high * 12)


def turnover_month_millions(m: Mention) -> Saying:
    """For a column whose header says that the figures are millions a month."""
    amount = m.enterprise.monthly
    millions = amount / 1_000_000
    text = f"{millions:g}".replace(".", ",")
    return m.rng.choice((int(millions) if millions == int(millions) else millions, text)), _turnover(
        amount * 12, amount * 12
    )


def turnover_year_number(m: Mention) -> Saying:
    amount = m.enterprise.monthly * 12
    return m.rng.choice((amount, dotted(amount))), _turnover(amount, amount)


def turnover_year_thousands(m: Mention) -> Saying:
    amount = m.enterprise.monthly * 12
    return m.rng.choice(
        (amount // 1000, dotted(amount // 1000), f"Rp {amount / 1_000_000:g} juta".replace(".", ","))
    ), _turnover(amount, amount)


def turnover_year_millions(m: Mention) -> Saying:
    amount = m.enterprise.monthly * 12
    return amount // 1_000_000, _turnover(amount, amount)


def turnover_either(m: Mention) -> Saying:
    """The column does not say the period, each cell does."""
    month = m.enterprise.monthly
    a_month, a_year = short(month, m.rng), short(month * 12, m.rng)
    ways = (
        f"{a_month}/bulan",
        f"{a_month} per bulan",
        f"{a_month} sebulan",
        f"{a_year}/tahun",
        f"{a_year} per thn",
        f"Rp {a_month} / bln",
    )
    return m.rng.choice(ways), _turnover(month * 12, month * 12)


turnover_none = nothing("-", None, "", "tidak tentu", "tergantung pesanan", "belum dihitung")

BRACKETS = ((0, 1), (1, 5), (5, 10), (10, 25), (25, 50), (50, None))


def turnover_bracket_english(m: Mention) -> Saying:
    """One of the fixed answers of an English form, millions of rupiah a month."""
    for low, high in BRACKETS:
        if high is None:
            return f"> Rp {low} juta", _turnover(low * 12_000_000, None)
        if m.enterprise.monthly < high * 1_000_000:
            if low == 0:
                return f"< Rp {high} juta", _turnover(None, high * 12_000_000)
            return f"Rp {low} - {high} juta", _turnover(low * 12_000_000, high * 12_000_000)
    raise AssertionError("the last bracket is open")


def investment_number(m: Mention) -> Saying:
    return m.enterprise.investment, {"investment": str(m.enterprise.investment)}


def investment_text(m: Mention) -> Saying:
    amount = m.enterprise.investment
    text = m.rng.choice((rupiah_text(amount, m.rng), short(amount, m.rng), f"Rp {short(amount, m.rng)}"))
    return text, {"investment": str(amount)}


def investment_millions(m: Mention) -> Saying:
    amount = m.enterprise.investment
    millions = amount / 1_000_000
    return m.rng.choice(
        (millions if millions != int(millions) else int(millions), f"{millions:g}".replace(".", ","))
    ), {"investment": str(amount)}
