"""The words of rubrics on screen: states, what is wrong at which place, reasons of refusal, lines of the ledger."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from binakriya.accounts.rules import Refused
from binakriya.foundation.words import Word
from binakriya.products.words import language, material_word, reason_of
from binakriya.quality.rules.rubrics import Place, Problem, Rubric
from binakriya.quality.rules.rubrics.states import REPLACED

__all__ = ["language", "material_word", "place_words", "problem_words", "reason_words", "refusal"]

STATES: dict[str, tuple[Word, str]] = {
    "draft": (_("Draf"), "warn"),
    "published": (_("Diterbitkan"), "ok"),
    "retired": (_("Dipensiunkan"), ""),
}
PARTS: dict[str, Word] = {"criteria": _("Kriteria"), "gates": _("Syarat mutlak"), "defects": _("Jenis cacat")}
SAID: dict[str, Word] = {
    "title": _("Judul"),
    "about": _("Untuk apa"),
    "materials": _("Bahan"),
    "techniques": _("Teknik"),
    "scale": _("Skala"),
    "sources": _("Sumber"),
    "order_criteria": _("Urutan kriteria"),
    "order_gates": _("Urutan syarat mutlak"),
    "order_defects": _("Urutan jenis cacat"),
    "weight": _("Bobot"),
    "why": _("Alasan bobot"),
    "help": _("Cara menilai"),
    "words": _("Bunyi syarat"),
    "test": _("Cara menguji"),
    "paper": _("Dokumen yang membuktikan"),
    "causes": _("Penyebab"),
}
CHANGES: dict[str, tuple[Word, str]] = {
    "added": (_("Baru"), "ok"),
    "removed": (_("Dihapus"), "bad"),
    "changed": (_("Berubah"), "info"),
}
_PLACES: dict[str, Word] = {
    "schema": _("schema"),
    "title": _("judul"),
    "about": _("untuk apa"),
    "materials": _("bahan"),
    "techniques": _("teknik"),
    "scale": _("skala"),
    "sources": _("sumber"),
    "key": _("kunci"),
    "weight": _("bobot"),
    "why": _("alasan bobot"),
    "help": _("cara menilai"),
    "words": _("bunyi"),
    "test": _("cara menguji"),
    "paper": _("dokumen"),
    "firmness": _("tanda sumber"),
    "causes": _("penyebab"),
    "score": _("nilai"),
    "photo": _("foto"),
    "text": _("tulisan"),
    "least": _("terendah"),
    "most": _("tertinggi"),
    "levels": _("tingkat"),
    "criteria": _("kriteria"),
    "gates": _("syarat mutlak"),
    "defects": _("jenis cacat"),
    "id": _("bahasa Indonesia"),
    "en": _("bahasa Inggris"),
}
_PROBLEMS: dict[str, Word] = {
    "not_utf8": _("Berkas tidak terbaca sebagai tulisan UTF-8. Simpan lagi sebagai UTF-8."),
    "not_json": _("Berkas bukan JSON yang utuh. Kesalahan di baris %(line)s, kolom %(column)s."),
    "not_a_table": _("Harus berupa objek {…}."),
    "not_a_list": _("Harus berupa daftar […]."),
    "not_text": _("Harus berupa tulisan dalam tanda kutip."),
    "not_a_number": _("Harus berupa bilangan bulat."),
    "out_of_range": _("Harus dari %(least)s sampai %(most)s."),
    "too_long": _("Terlalu panjang. Paling banyak %(most)s huruf."),
    "too_many": _("Terlalu banyak. Paling banyak %(most)s."),
    "unknown_name": _("Nama ini tidak dikenal. Hapus, atau periksa ejaannya."),
    "bad_key": _("Kunci hanya boleh huruf kecil a–z, angka, dan tanda hubung."),
    "unknown_firmness": _("Tanda sumber harus S, M, atau kosong."),
    "other_schema": _("Bukan berkas rubrik, atau dari versi lain. Yang terbaca: %(wanted)s."),
    "scale_order": _("Nilai tertinggi harus lebih besar dari terendah, paling jauh %(most)s."),
    "bad_photo": _("Bukan tanda foto."),
    "empty": _("Masih kosong. Isi."),
    "twice": _("“%(word)s” ada dua kali. Ubah salah satu."),
    "no_criteria": _("Belum ada kriteria. Tambahkan."),
    "weights_sum": _("Jumlah bobot %(sum)s %%. Harus tepat %(wanted)s %%."),
    "no_weight": _("Belum berbobot. Isi sedikitnya 1 %%."),
    "few_levels": _("Butuh sedikitnya %(least)s tingkat yang berpatokan."),
    "off_scale": _("Di luar skala %(least)s sampai %(most)s."),
    "not_ascending": _("Nilai tingkat harus naik dari atas ke bawah."),
    "ends_missing": _("Nilai %(least)s dan %(most)s harus punya patokan."),
    "unknown_paper": _("“%(paper)s” bukan jenis dokumen yang dikenal."),
}
_REASONS: dict[str, Word] = {
    "rubric_state": _("Versi itu tidak dalam keadaan yang dapat diubah begitu. Muat ulang halaman."),
    "rubric_stale": _(
        "Orang lain mengubah bagian ini selagi Anda menulis. Isian Anda masih ada di sini dan belum tersimpan. "
        "Periksa isi terakhir, lalu simpan lagi bila isian Anda yang dipakai."
    ),
    "no_draft": _("Tidak ada draf. Mulai draf baru dari halaman rubrik."),
    "no_office": _("Akun Anda tidak bekerja untuk dinas mana pun, jadi rubriknya tidak punya pemilik."),
    "no_starter": _("Rubrik bawaan itu tidak ada."),
    "title_needed": _("Tulis judul rubriknya."),
    "reason_needed": _("Tulis alasannya."),
    "part_gone": _("Bagian itu sudah dihapus. Yang lain tetap."),
    "part_there": _("Sudah ada bagian dengan nama itu. Pakai nama lain."),
    "weights_sum": _("Jumlah bobot %(sum)s %%. Harus tepat %(wanted)s %%, dan tiap kriteria sedikitnya 1 %%."),
    "photos_full": _("Foto rubrik ini sudah 120. Buat rubrik lain untuk foto berikutnya."),
}
LEDGER_ACTIONS: dict[str, Word] = {
    "quality.rubric_adopted": _("Memakai rubrik bawaan"),
    "quality.rubric_begun": _("Memulai rubrik"),
    "quality.rubric_taken_in": _("Membaca rubrik dari berkas"),
    "quality.rubric_drafted": _("Memulai draf rubrik"),
    "quality.rubric_changed": _("Mengubah draf rubrik"),
    "quality.rubric_taken_back": _("Mengurungkan perubahan draf rubrik"),
    "quality.rubric_published": _("Menerbitkan rubrik"),
    "quality.rubric_retired": _("Memensiunkan rubrik"),
    "quality.rubric_restored": _("Memulihkan versi rubrik"),
    "quality.rubric_discarded": _("Membuang draf rubrik"),
    "quality.rubric_photo_added": _("Menambah foto tingkat rubrik"),
    "quality.rubric_photo_removed": _("Menghapus foto tingkat rubrik"),
}
LEDGER_KINDS: dict[str, Word] = {"quality.rubric": _("Rubrik mutu")}
LEDGER_FIELDS: dict[str, Word] = {
    "version": _("Versi"),
    "criteria": _("Kriteria"),
    "starter": _("Rubrik bawaan"),
    "based_on": _("Berdasar versi"),
    "digest": _("Sidik isi"),
    "part": _("Bagian"),
    "score": _("Nilai"),
}


def refusal(refused: Refused) -> str:
    """Why an operation refused, in words."""
    word = _REASONS.get(refused.reason)
    return str(word) % refused.params if word is not None else reason_of(refused)


def reason_words(reason: str) -> str:
    """Why a version is retired: what somebody wrote, or the version that came in its place (“→ 2”)."""
    if reason.startswith(REPLACED):
        return _now("diganti versi %(n)s") % {"n": reason.removeprefix(REPLACED)}
    return reason


def problem_words(problem: Problem) -> str:
    return str(_PROBLEMS[problem.reason]) % problem.params


def place_words(place: Place, rubric: Rubric | None = None) -> str:
    """Such as “Kriteria 3 (Pewarnaan), tingkat 2, nilai”; "" for the whole. Counted from one."""
    said: list[str] = []
    for at, step in enumerate(place):
        if isinstance(step, int):
            name = _named(rubric, place[0], step) if at == 1 else ""
            said[-1] += f" {step + 1}" + (f" ({name})" if name else "")
        elif step == "id" and at:
            continue
        else:
            said.append(str(_PLACES.get(step, step)))
    text = ", ".join(said)
    return text[:1].upper() + text[1:]


def _named(rubric: Rubric | None, part: str | int, at: int) -> str:
    if rubric is None or part not in PARTS:
        return ""
    there = getattr(rubric, str(part))
    return there[at].title[language()] if at < len(there) else ""
