"""Single sentences that report and press release share. Each says a fact, or is empty when the fact is absent."""

from binakriya.foundation.press.words import (
    Language,
    date_words,
    day_and_date,
    hours_between,
    joined,
    number,
    percent,
    plural,
    say,
    scaled,
    usd_millions,
)
from binakriya.training.documents.facts import ActivityFacts, Official, Practitioner, attendance_share


def dates(facts: ActivityFacts, language: Language) -> str:
    """Jumat, 16 November 2018; several days with "sampai dengan"."""
    if facts.ends is None or facts.ends == facts.starts:
        return day_and_date(facts.starts, language)
    until = "sampai dengan" if language == "id" else "to"
    return f"{date_words(facts.starts, language)} {until} {date_words(facts.ends, language)}"


def times(facts: ActivityFacts, language: Language) -> str:
    hours = hours_between(facts.starts_at, facts.ends_at, language, facts.zone)
    return f"pukul {hours}" if hours and language == "id" else hours


def named(official: Official, language: Language) -> str:
    """Maya Mardiana, Kepala Dinas …"""
    role = say(official.role, language)
    return f"{official.name}, {role}" if role else official.name


def held(facts: ActivityFacts, language: Language) -> str:
    organiser, short = say(facts.organiser, language), say(facts.organiser_short, language)
    who = f"{organiser} ({short})" if short and short != organiser else organiser
    title, venue = say(facts.title, language), say(facts.venue, language)
    if language == "id":
        return f"{who} menyelenggarakan {title} pada {dates(facts, language)} di {venue}."
    return f"{who} held “{title}” on {dates(facts, language)} at {venue}."


def opened(facts: ActivityFacts, language: Language) -> str:
    if facts.opened is None:
        return ""
    by, other = facts.opened.by, facts.opened.on_behalf_of
    if language == "id":
        text = f"Kegiatan dibuka oleh {named(by, language)}"
        return f"{text}, mewakili {say(other.role, language)}, {other.name}." if other else f"{text}."
    text = f"The activity was opened by {named(by, language)}"
    return f"{text}, on behalf of {say(other.role, language)}, {other.name}." if other else f"{text}."


def leaders(facts: ActivityFacts, language: Language) -> str:
    """Who heads the office and the division; it does not say that they were present."""
    heads = [one for one in (facts.head_of_office, facts.head_of_division) if one]
    if not heads:
        return ""
    if language == "id":
        said = joined([f"{one.name} selaku {say(one.role, language)}" for one in heads], language)
        return f"Penyelenggara kegiatan dipimpin oleh {said}."
    said = joined([f"{one.name} as {say(one.role, language)}" for one in heads], language)
    return f"The organiser is led by {said}."


def teacher(one: Practitioner, language: Language) -> str:
    place = say(one.institution, language)
    return f"{one.name} ({place})" if place else one.name


def course(facts: ActivityFacts, language: Language) -> str:
    """The sessions, in their order."""
    titles = [say(one.title, language) for one in facts.sessions]
    if not titles:
        return ""
    if language == "id":
        return f"Rangkaian kegiatan terdiri atas {number(len(titles))} sesi: {joined(titles, language, '; ')}."
    return f"The activity had {plural(len(titles), 'session', 'sessions')}: {joined(titles, language, '; ')}."


def practitioners(facts: ActivityFacts, language: Language) -> str:
    if not facts.practitioners:
        return ""
    who = joined([teacher(one, language) for one in facts.practitioners], language)
    if language == "id":
        return f"Narasumber kegiatan adalah {who}."
    noun = "practitioner was" if len(facts.practitioners) == 1 else "practitioners were"
    return f"The {noun} {who}."


def participants(facts: ActivityFacts, language: Language) -> str:
    """Who came, by attendance; before anyone's is recorded, who was invited."""
    names = joined([one.name for one in facts.groups if one.attended], language)
    stated = say(facts.participants_stated, language)
    if not stated and not names and all(one.attended is None for one in facts.groups):
        asked = joined([one.name for one in facts.groups if one.invited], language)
        if not asked:
            return ""
        return f"Anggota {asked} diundang." if language == "id" else f"Members of {asked} were invited."
    if language == "id":
        if stated:
            return f"Kegiatan diikuti {stated}, antara lain {names}." if names else f"Kegiatan diikuti {stated}."
        return f"Kegiatan diikuti anggota {names}." if names else ""
    if stated:
        return f"{stated[:1].upper()}{stated[1:]} took part, among them {names}." if names else f"{stated} took part."
    return f"Members of {names} took part." if names else ""


def attendance(facts: ActivityFacts, language: Language) -> str:
    """With a seat, present, enterprises, as far as recorded."""
    counts, share = facts.counts, attendance_share(facts.counts)
    if counts.attended is None:
        return ""
    if language == "id":
        text = f"Tercatat {number(counts.attended)} orang hadir"
        if share is not None and counts.seated is not None:
            text += f" dari {number(counts.seated)} orang yang mendapat tempat ({percent(share, language, 0)})"
        return f"{text}, mewakili {number(counts.enterprises)} usaha." if counts.enterprises is not None else f"{text}."
    text = f"{plural(counts.attended, 'person was', 'people were')} recorded as present"
    if share is not None and counts.seated is not None:
        text += f" of {number(counts.seated, 'en')} given a seat ({percent(share, language, 0)})"
    if counts.enterprises is not None:
        text += f", from {plural(counts.enterprises, 'enterprise', 'enterprises')}"
    return f"{text}."


def tests(facts: ActivityFacts, language: Language) -> str:
    result = facts.tests
    if result is None:
        return ""
    before, after = number(result.before, language, 1), number(result.after, language, 1)
    top = number(result.maximum, language)
    if language == "id":
        return (
            f"Rata-rata nilai uji sebelum kegiatan {before} dan sesudah kegiatan {after}, dari nilai tertinggi {top} "
            f"({number(result.people)} peserta yang mengikuti kedua uji)."
        )
    return (
        f"The mean test score was {before} before the training and {after} after it, out of {top} "
        f"({plural(result.people, 'participant', 'participants')} who took both tests)."
    )


def certificates(facts: ActivityFacts, language: Language) -> str:
    many = facts.counts.certificates
    if many is None:
        return ""
    if language == "id":
        return f"Sertifikat diterbitkan untuk {number(many)} orang."
    return f"Certificates were issued to {plural(many, 'person', 'people')}."


def aims(facts: ActivityFacts, language: Language) -> str:
    """The stated aims in one sentence, as reported speech."""
    stated = [say(one, language) for one in facts.aims]
    if not stated:
        return ""
    if language == "id":
        return f"Tujuan kegiatan yang disampaikan adalah {joined(stated, language, '; ')}."
    return f"The stated aims were to {joined(stated, language, '; ')}."


def employment(facts: ActivityFacts, language: Language) -> str:
    found = facts.employment
    if found is None:
        return ""
    units, workers, period = scaled(found.units, language), scaled(found.workers, language), say(found.period, language)
    if language == "id":
        return f"Pada {period} tercatat {units} unit usaha kerajinan yang mempekerjakan {workers} tenaga kerja."
    return f"At {period}, {units} craft units employed {workers} workers."


def exports(facts: ActivityFacts, language: Language) -> str:
    found = facts.exports
    if found is None:
        return ""
    now, before = usd_millions(found.usd_million, language), usd_millions(found.usd_million_before, language)
    change = percent(abs(found.growth_percent), language)
    year, last = found.year, found.year - 1
    up = found.growth_percent >= 0
    told = "" if found.announced_percent is None else percent(found.announced_percent, language)
    if language == "id":
        text = f"Ekspor kerajinan Indonesia pada {year} mencapai {now}, {'naik' if up else 'turun'} {change} "
        return f"{text}dari {before} pada {last}{f' (diumumkan {told})' if told else ''}."
    text = f"Indonesia’s craft exports reached {now} in {year}, {'up' if up else 'down'} {change} "
    return f"{text}from {before} in {last}{f' (announced as {told})' if told else ''}."


def swapped(facts: ActivityFacts, language: Language) -> str:
    """The note on a press report that printed units and workers the wrong way round."""
    found = facts.employment
    if found is None or not found.swapped_in_press:
        return ""
    units, workers = scaled(found.units, language), scaled(found.workers, language)
    if language == "id":
        return (
            "Pemberitaan tentang kegiatan ini memuat jumlah unit usaha dan jumlah tenaga kerja secara tertukar. "
            f"Yang benar: {units} unit usaha mempekerjakan {workers} tenaga kerja."
        )
    return (
        "The press report of this activity printed the numbers of units and of workers the wrong way round. "
        f"Units employ workers: {units} units, {workers} workers."
    )


def marked(text: str, firmness: str, language: Language) -> str:
    """The text, with the mark of what is still to be verified."""
    return f"{text} ({'perlu dicek' if language == 'id' else 'to be verified'})" if firmness == "M" else text


def sources(facts: ActivityFacts, language: Language) -> str:
    """Publisher and period of the national figures."""
    told = []
    if facts.employment:
        subject = "jumlah unit usaha dan tenaga kerja" if language == "id" else "units and workers"
        source = f"{say(facts.employment.publisher, language)}, {say(facts.employment.period, language)}"
        told.append(f"{subject}: {marked(source, facts.employment.firmness, language)}")
    if facts.exports:
        subject = "ekspor" if language == "id" else "exports"
        span = f"{facts.exports.year - 1}–{facts.exports.year}"
        source = f"{say(facts.exports.publisher, language)}, {span}"
        told.append(f"{subject}: {marked(source, facts.exports.firmness, language)}")
    if not told:
        return ""
    return f"{'Sumber angka' if language == 'id' else 'Sources of the figures'}: {'; '.join(told)}."
