"""What the passport on paper says, by code: (Indonesian, English)."""

from binakriya.foundation.press import Language

TEXTS: dict[str, tuple[str, str]] = {
    "page": ("Halaman", "Page"),
    "kind": ("Paspor produk", "Product passport"),
    "title": ("Paspor {name}", "Passport of {name}"),
    "sample": ("Data contoh: pembuat dan produk rekaan", "Sample data: maker and product are invented"),
    "printed": ("Dicetak {when} oleh {who}", "Printed {when} by {who}"),
    "version": ("Syarat versi {v}", "Criteria version {v}"),
    "standing": ("Keadaan pada {when}", "As it stood on {when}"),
    "qr": ("Pindai untuk keadaan hari ini", "Scan for how it stands today"),
    "qr.alt": ("Kode QR ke halaman publik {address}", "QR code to the public page {address}"),
    "steps": ("Langkah berikutnya", "Next steps"),
    "steps.none": ("Semua syarat terpenuhi. Tidak ada langkah yang menunggu.", "All criteria are met. No step waits."),
    "minutes": ("sekitar {n} menit", "about {n} minutes"),
    "criterion": ("Syarat", "Criterion"),
    "state": ("Keadaan", "State"),
    "evidence": ("Bukti", "Evidence"),
    "count": ("{met} dari {whole} terpenuhi", "{met} of {whole} met"),
    "count.none": ("Tidak ada syarat bagi produk ini", "Asks nothing of this product"),
    "stage.quality": ("Mutu", "Quality"),
    "stage.packaging": ("Kemasan", "Packaging"),
    "stage.label": ("Label dan kepatuhan", "Label and compliance"),
    "stage.rights": ("Hak", "Rights"),
    "stage.market": ("Pasar", "Market"),
    "state.not_begun": ("Belum mulai", "Not begun"),
    "state.in_work": ("Berjalan", "Under way"),
    "state.met": ("Terpenuhi", "Met"),
    "state.expired": ("Habis masanya", "Expired"),
    "state.not_applicable": ("Tidak berlaku", "Not applicable"),
    "until": ("berlaku sampai {when}", "valid until {when}"),
    "ended": ("berlaku sampai {when}, sesudah itu habis", "was valid until {when}"),
    "by_rule": ("Bukan untuk produk seperti ini", "Not for such a product"),
    "recorded": ("Tercatat", "On record"),
    "none": ("Belum ada", "None yet"),
    "photos": ("{n} foto", "Photos: {n}"),
    "helper.self": ("dapat dikerjakan sendiri", "on one's own"),
    "helper.class": ("dibantu di kelas", "with help in class"),
    "helper.office": ("dibantu dinas", "with the office"),
    "helper.assessor": ("bersama penilai mutu", "with a quality assessor"),
    "helper.packaging": ("dibantu rumah kemasan", "with the packaging house"),
    "helper.laboratory": ("lewat laboratorium", "through a laboratory"),
    "helper.rights": ("dibantu klinik HKI dinas", "with the office's IP clinic"),
}


def tell(code: str, language: Language, **values: object) -> str:
    """The text of a code, filled. KeyError for a code that is not in the table."""
    words = TEXTS[code][0 if language == "id" else 1]
    return words.format(**values) if values else words
