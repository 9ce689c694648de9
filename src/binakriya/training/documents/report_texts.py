"""Default texts of the activity report, written from the facts; each may be edited as plain text.

Empty lines part paragraphs, lines beginning "- " are list items.
"""

from typing import Any

from binakriya.foundation.press.words import Language, number, plural, rupiah, say, sentence
from binakriya.training.documents import sentences as say_that
from binakriya.training.documents.facts import ActivityFacts

HEADINGS = {
    "id": {
        "introduction": "Pendahuluan",
        "background": "Latar belakang",
        "legal_basis": "Dasar hukum",
        "aims": "Maksud dan tujuan",
        "targets": "Sasaran",
        "implementation": "Pelaksanaan kegiatan",
        "time_place": "Waktu dan tempat",
        "activities": "Rangkaian kegiatan",
        "practitioners": "Narasumber",
        "results": "Hasil kegiatan",
        "spending": "Realisasi anggaran",
        "problems": "Kendala dan penyelesaian",
        "closing": "Penutup",
        "conclusions": "Kesimpulan",
        "recommendations": "Rekomendasi",
        "preface": "Kata pengantar",
        "approval": "Lembar pengesahan",
        "annex_attendance": "Daftar hadir",
        "annex_materials": "Materi",
        "annex_photos": "Foto kegiatan",
        "annex_letters": "Surat undangan",
        "annex_certificates": "Sertifikat yang diterbitkan",
    },
    "en": {
        "introduction": "Introduction",
        "background": "Background",
        "legal_basis": "Legal basis",
        "aims": "Purpose and aims",
        "targets": "Target groups",
        "implementation": "Implementation",
        "time_place": "Time and place",
        "activities": "Course of the activity",
        "practitioners": "Practitioners",
        "results": "Results",
        "spending": "Spending",
        "problems": "Problems and solutions",
        "closing": "Closing",
        "conclusions": "Conclusions",
        "recommendations": "Recommendations",
        "preface": "Preface",
        "approval": "Approval",
        "annex_attendance": "Attendance list",
        "annex_materials": "Materials",
        "annex_photos": "Photos",
        "annex_letters": "Letters of invitation",
        "annex_certificates": "Certificates issued",
    },
}
WORDS: dict[str, dict[str, Any]] = {
    "id": {
        "report": "Laporan pelaksanaan kegiatan",
        "number": "Nomor",
        "approval": "Lembar pengesahan",
        "prepared": "Disusun oleh:",
        "approved": "Disahkan oleh:",
        "preface": "Kata pengantar",
        "contents": "Daftar isi",
        "annexes": "Lampiran",
        "annex": "Lampiran",
        "chapter": "Bab",
        "page": "Halaman",
        "date": "Hari, tanggal",
        "time": "Waktu",
        "venue": "Tempat",
        "organiser": "Penyelenggara",
        "none": "Tidak ada yang dilampirkan.",
        "present_head": ("No.", "Nama", "Usaha", "Kelompok", "Keterangan"),
        "material_head": ("No.", "Materi"),
        "letter_head": ("No.", "Nomor surat", "Tanggal", "Kepada"),
        "issued_head": ("No.", "Nomor sertifikat", "Nama", "Usaha"),
    },
    "en": {
        "report": "Activity report",
        "number": "Number",
        "approval": "Approval",
        "prepared": "Prepared by:",
        "approved": "Approved by:",
        "preface": "Preface",
        "contents": "Contents",
        "annexes": "Annexes",
        "annex": "Annex",
        "chapter": "Chapter",
        "page": "Page",
        "date": "Date",
        "time": "Time",
        "venue": "Place",
        "organiser": "Organiser",
        "none": "Nothing is annexed.",
        "present_head": ("No.", "Name", "Enterprise", "Group", "Note"),
        "material_head": ("No.", "Material"),
        "letter_head": ("No.", "Letter", "Date", "Addressee"),
        "issued_head": ("No.", "Certificate", "Name", "Enterprise"),
    },
}
# The texts an officer may edit, in the order of the report.
REPORT_KEYS = (
    *("approval", "preface", "background", "legal_basis", "aims", "targets", "time_place", "activities"),
    *("practitioners", "results", "spending", "problems", "conclusions", "recommendations"),
)


def report_texts(facts: ActivityFacts, language: Language = "id") -> dict[str, str]:
    """The default text of every key of REPORT_KEYS."""
    texts = _indonesian(facts) if language == "id" else _english(facts)
    return {key: texts[key] for key in REPORT_KEYS}


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _sentences(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _list(lead: str, items: list[str]) -> str:
    return _paragraphs(lead, "\n".join(f"- {sentence(item)}" for item in items))


def _figures(facts: ActivityFacts, language: Language) -> str:
    return _paragraphs(
        _sentences(say_that.employment(facts, language), say_that.exports(facts, language)),
        _sentences(say_that.swapped(facts, language), say_that.sources(facts, language)),
    )


def _legal(facts: ActivityFacts, language: Language) -> list[str]:
    return [say_that.marked(say(one.text, language), one.firmness, language) for one in facts.legal_bases]


def _target_list(facts: ActivityFacts, language: Language) -> list[str]:
    targets = [say(one, language) for one in facts.targets]
    for group in facts.groups:
        if not group.invited:
            continue
        full = say(group.full, language)
        targets.append(f"{group.name} ({full})" if full else group.name)
    return targets


def _indonesian(facts: ActivityFacts) -> dict[str, str]:
    language: Language = "id"
    title, short = say(facts.title, language), say(facts.organiser_short, language)
    aims = [say(one, language) for one in facts.aims]
    stated = say(facts.participants_stated, language) or "IKM binaan"
    problems = [
        f"{sentence(say(one.problem, language))} Penyelesaian: {say(one.solution, language)}"
        if say(one.solution, language)
        else say(one.problem, language)
        for one in facts.problems
    ]
    taught = say_that.practitioners(facts, language)
    spent = sum(one.spent for one in facts.spending)
    budget = sum(one.budget for one in facts.spending)
    hours = f"Kegiatan berlangsung selama {number(facts.hours)} jam pelajaran (JP)." if facts.hours is not None else ""
    results = _sentences(say_that.participants(facts, language), say_that.attendance(facts, language))
    return {
        "approval": f"Laporan pelaksanaan kegiatan {title}, {say_that.dates(facts, language)}, di "
        f"{say(facts.venue, language)}, disusun dan disahkan sebagai pertanggungjawaban pelaksanaan kegiatan.",
        "preface": _paragraphs(
            "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa atas terlaksananya "
            f"{title}. Laporan ini disusun sebagai pertanggungjawaban pelaksanaan kegiatan dan sebagai bahan "
            "evaluasi untuk pembinaan selanjutnya.",
            "Kami mengucapkan terima kasih kepada narasumber, peserta, dan semua pihak yang telah membantu "
            "pelaksanaan kegiatan ini. Semoga laporan ini bermanfaat.",
        ),
        "background": _paragraphs(_figures(facts, language), say_that.held(facts, language)),
        "legal_basis": _list("Kegiatan ini dilaksanakan berdasarkan:", _legal(facts, language))
        if facts.legal_bases
        else "Dasar hukum belum dicatat.",
        "aims": _list("Tujuan kegiatan yang disampaikan:", aims) if aims else "Tujuan kegiatan belum dicatat.",
        "targets": _list(
            f"Sasaran kegiatan adalah {stated}{', antara lain:' if _target_list(facts, language) else '.'}",
            _target_list(facts, language),
        ),
        "time_place": hours,
        "activities": _sentences(
            say_that.opened(facts, language), say_that.leaders(facts, language), say_that.course(facts, language)
        )
        or "Rangkaian kegiatan belum dicatat.",
        "practitioners": taught or "Narasumber belum dicatat.",
        "results": _paragraphs(
            results,
            say_that.tests(facts, language) or "Uji sebelum dan sesudah kegiatan tidak dicatat.",
            say_that.certificates(facts, language),
        ),
        "spending": f"Anggaran kegiatan {rupiah(budget)}, realisasi {rupiah(spent)}."
        if facts.spending
        else "Realisasi anggaran belum dicatat.",
        "problems": _list("", problems) if problems else "Tidak ada kendala yang dicatat.",
        "conclusions": _paragraphs(
            f"{sentence(f'{title} terlaksana pada {say_that.dates(facts, language)}')} "
            f"{_sentences(say_that.attendance(facts, language), say_that.certificates(facts, language))}".strip(),
            say_that.aims(facts, language),
        ),
        "recommendations": _list(
            "",
            [
                "mendampingi peserta dalam menerapkan materi di tempat usahanya",
                f"mencatat penerapan oleh peserta pada bulan ketiga dan keenam sesudah kegiatan, oleh {short}",
            ],
        ),
    }


def _english(facts: ActivityFacts) -> dict[str, str]:
    language: Language = "en"
    title, short = say(facts.title, language), say(facts.organiser_short, language)
    aims = [say(one, language) for one in facts.aims]
    stated = say(facts.participants_stated, language) or "small and medium craft enterprises (IKM)"
    problems = [
        f"{sentence(say(one.problem, language))} Solution: {say(one.solution, language)}"
        if say(one.solution, language)
        else say(one.problem, language)
        for one in facts.problems
    ]
    spent = sum(one.spent for one in facts.spending)
    budget = sum(one.budget for one in facts.spending)
    hours = ""
    if facts.hours is not None:
        whole = facts.hours if isinstance(facts.hours, int) else 2
        lasted = (
            plural(1, "training hour", "training hours")
            if whole == 1
            else f"{number(facts.hours, 'en')} training hours"
        )
        hours = f"The activity lasted {lasted} (JP)."
    results = _sentences(say_that.participants(facts, language), say_that.attendance(facts, language))
    return {
        "approval": f"The report of “{title}”, {say_that.dates(facts, language)}, at {say(facts.venue, language)}, was "
        "prepared and approved as the account of the activity.",
        "preface": _paragraphs(
            f"This report gives an account of “{title}” and serves to evaluate and improve further support.",
            "We thank the practitioners, the participants and all who helped to carry out the activity.",
        ),
        "background": _paragraphs(_figures(facts, language), say_that.held(facts, language)),
        "legal_basis": _list("The activity rests on:", _legal(facts, language))
        if facts.legal_bases
        else "The legal basis has not been recorded.",
        "aims": _list("The stated aims of the activity were to:", aims) if aims else "The aims have not been recorded.",
        "targets": _list(
            f"The activity was meant for {stated}{', among them:' if _target_list(facts, language) else '.'}",
            _target_list(facts, language),
        ),
        "time_place": hours,
        "activities": _sentences(
            say_that.opened(facts, language), say_that.leaders(facts, language), say_that.course(facts, language)
        )
        or "The course of the activity has not been recorded.",
        "practitioners": say_that.practitioners(facts, language) or "The practitioners have not been recorded.",
        "results": _paragraphs(
            results,
            say_that.tests(facts, language) or "Tests before and after the activity were not recorded.",
            say_that.certificates(facts, language),
        ),
        "spending": f"The budget of the activity was {rupiah(budget, language)}; {rupiah(spent, language)} was spent."
        if facts.spending
        else "The spending has not been recorded.",
        "problems": _list("", problems) if problems else "No problems were recorded.",
        "conclusions": _paragraphs(
            f"{sentence(f'“{title}” took place on {say_that.dates(facts, language)}')} "
            f"{_sentences(say_that.attendance(facts, language), say_that.certificates(facts, language))}".strip(),
            say_that.aims(facts, language),
        ),
        "recommendations": _list(
            "",
            [
                "coach the participants as they apply what they learnt in their workshops",
                f"record what participants apply three and six months after the activity, by {short}",
            ],
        ),
    }
