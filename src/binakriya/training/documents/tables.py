"""Tables that the report draws from the facts."""

from binakriya.foundation.press.words import (
    Language,
    date_words,
    hours_between,
    number,
    percent,
    rupiah,
    say,
)
from binakriya.training.documents.facts import ActivityFacts, differing_days
from binakriya.training.documents.parts import Block, Table

HEADS = {
    "id": {
        "schedule": ("No.", "Waktu", "Acara atau materi", "Narasumber"),
        "practitioners": ("No.", "Nama", "Lembaga", "Materi"),
        "groups": ("Kelompok", "Mendapat tempat (orang)", "Hadir (orang)", "Usaha"),
        "spending": ("Uraian", "Anggaran", "Realisasi", "Serapan"),
        "total": "Jumlah",
        "ungrouped": "Tanpa asosiasi",
        "schedule_caption": "Rangkaian acara",
        "groups_caption": "Peserta menurut kelompok",
        "spending_caption": "Anggaran dan realisasi",
    },
    "en": {
        "schedule": ("No.", "Time", "Session", "Led by"),
        "practitioners": ("No.", "Name", "Institution", "Subject"),
        "groups": ("Group", "Given a seat (people)", "Present (people)", "Enterprises"),
        "spending": ("Item", "Budget", "Spent", "Share"),
        "total": "Total",
        "ungrouped": "No association",
        "schedule_caption": "Programme",
        "groups_caption": "Participants by group",
        "spending_caption": "Budget and spending",
    },
}


def schedule_table(facts: ActivityFacts, language: Language) -> tuple[Block, ...]:
    if not facts.sessions:
        return ()
    heads, several = HEADS[language], differing_days(facts.sessions)
    rows = []
    for at, one in enumerate(facts.sessions, 1):
        when = hours_between(one.starts, one.ends, language, facts.zone)
        if several or not when:
            when = ", ".join(part for part in (date_words(one.day, language), when) if part)
        who = ", ".join(part for part in (one.practitioner, say(one.institution, language)) if part)
        rows.append((str(at), when, say(one.title, language), who or "–"))
    caption = str(heads["schedule_caption"])
    return (Table(tuple(heads["schedule"]), tuple(rows), caption, (0.4, 1.4, 2.4, 2.4), (0,)),)


def practitioners_table(facts: ActivityFacts, language: Language) -> tuple[Block, ...]:
    if not facts.practitioners:
        return ()
    rows = tuple(
        (str(at), one.name, say(one.institution, language), say(one.topic, language) or "–")
        for at, one in enumerate(facts.practitioners, 1)
    )
    return (Table(tuple(HEADS[language]["practitioners"]), rows, "", (0.4, 1.5, 2.6, 2), (0,)),)


def groups_table(facts: ActivityFacts, language: Language) -> tuple[Block, ...]:
    """Only when some count is known; an unknown one is a dash. With those of no association it adds up to all."""
    heads = HEADS[language]
    groups = facts.groups + ((facts.ungrouped,) if facts.ungrouped else ())
    if not facts.groups or all((one.seated, one.attended, one.enterprises) == (None, None, None) for one in groups):
        return ()

    def shown(value: int | None) -> str:
        return "–" if value is None else number(value, language)

    rows = []
    for one in groups:
        full = say(one.full, language)
        name = str(heads["ungrouped"]) if one is facts.ungrouped else f"{one.name} ({full})" if full else one.name
        rows.append((name, shown(one.seated), shown(one.attended), shown(one.enterprises)))
    counts, caption = facts.counts, str(heads["groups_caption"])
    whole = (counts.seated, counts.attended, counts.enterprises)
    total = (str(heads["total"]), *map(shown, whole)) if whole != (None, None, None) else ()
    return (Table(tuple(heads["groups"]), tuple(rows), caption, (3, 1.3, 1.2, 1), (1, 2, 3), total),)


def spending_table(facts: ActivityFacts, language: Language) -> tuple[Block, ...]:
    if not facts.spending:
        return ()
    heads = HEADS[language]

    def line(name: str, budget: int, spent: int) -> tuple[str, str, str, str]:
        share = percent(spent * 100 / budget, language, 1) if budget else "–"
        return name, rupiah(budget, language), rupiah(spent, language), share

    rows = tuple(line(say(one.item, language), one.budget, one.spent) for one in facts.spending)
    budget, spent = sum(one.budget for one in facts.spending), sum(one.spent for one in facts.spending)
    total = line(str(heads["total"]), budget, spent)
    caption = str(heads["spending_caption"])
    return (Table(tuple(heads["spending"]), rows, caption, (3, 1.5, 1.5, 1.2), (1, 2, 3), total),)
