"""The facts of the reference event, as data. What the report does not say is marked as made up for the demo."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

JAKARTA = timezone(timedelta(hours=7), "WIB")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2018 in South Tangerang."""
    return datetime(2018, 11, day, hour, minute, tzinfo=JAKARTA)


DAY = date(2018, 11, 16)
SLUG = "pembinaan-mutu-dan-standar-kemasan-2018-11-16"
PROGRAMME = "Pembinaan IKM Kerajinan 2018"
TITLE = "Pelatihan dan Pembinaan IKM Kerajinan: Mutu Produk dan Standar Kemasan"
TITLE_EN = "Training and Development of Handicraft IKM: Product Quality and Packaging Standards"
VENUE = "Resto Kampung Anggrek, Jalan Buaran, Serpong"
QUOTA = 60
SUMMARY = (
    "Sehari bersama praktisi kemasan dan desain: mutu produk, standar kemasan, hak, dan pasar. "
    "Untuk IKM kerajinan Kota Tangerang Selatan."
)

ASSOCIATIONS: dict[str, str] = {
    "ASIPA": "Asosiasi Industri Kreatif Pamulang",
    "IPEMI": "Ikatan Pengusaha Muslimah Indonesia",
    "IWAPI": "Ikatan Wanita Pengusaha Indonesia",
}
# Which association sent which list.
LISTS: tuple[tuple[str, str], ...] = (("1-asipa.xlsx", "ASIPA"), ("2-ipemi.csv", "IPEMI"), ("3-iwapi.xls", "IWAPI"))
SEATS: dict[str, int] = {"ASIPA": 22, "IPEMI": 20, "IWAPI": 18}

OFFICIALS: dict[str, dict[str, str]] = {
    "opened_by": {
        "name": "Retno Prawati",
        "position": "ASDA II (asisten bidang ekonomi dan pembangunan)",
        "position_en": "ASDA II (assistant for economy and development)",
    },
    "on_behalf_of": {
        "name": "Airin Rachmi Diany",
        "position": "Wali Kota Tangerang Selatan",
        "position_en": "the Mayor of South Tangerang",
    },
    "head_of_office": {
        "name": "Maya Mardiana",
        "position": "Kepala Dinas Perindustrian dan Perdagangan",
        "position_en": "Head of the Office of Industry and Trade",
    },
    "head_of_division": {
        "name": "Ferry Fayacun",
        "position": "Kepala Bidang Industri dan Perdagangan",
        "position_en": "Head of the Division of Industry and Trade",
    },
}
PRACTITIONERS: tuple[dict[str, Any], ...] = (
    {
        "name": "Sidik Herman",
        "institution": "Balai Besar Kimia dan Kemasan (BBKK), Kementerian Perindustrian",
        "institution_en": "Center for Chemicals and Packaging (BBKK), Ministry of Industry",
        "topic": "Standar kemasan",
        "topic_en": "Packaging standards",
    },
    {
        "name": "Virginia S. Setiadi",
        "institution": "Fakultas Seni Rupa dan Desain, Universitas Trisakti",
        "institution_en": "Faculty of Art and Design, Universitas Trisakti",
        "topic": "Mutu dan desain produk",
        "topic_en": "Product quality and design",
    },
)


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """The day's order is made up for the demo: the news report names topics and people, not hours."""

    title: str
    title_en: str
    starts: datetime
    ends: datetime
    takes_attendance: bool
    practitioner: str = ""


SESSIONS: tuple[PlannedSession, ...] = (
    PlannedSession("Pembukaan", "Opening", at(16, 9), at(16, 9, 30), False),
    PlannedSession(
        "Mutu dan desain produk",
        "Product quality and design",
        at(16, 9, 30),
        at(16, 11, 45),
        True,
        "Virginia S. Setiadi",
    ),
    PlannedSession("Standar kemasan", "Packaging standards", at(16, 13), at(16, 15, 15), True, "Sidik Herman"),
)

AIMS: list[dict[str, str]] = [
    {
        "id": "meningkatkan mutu dari hulu sampai hilir, dari produk sampai kemasan",
        "en": "raise quality from upstream to downstream, from product to packaging",
    },
    {"id": "bersaing di dalam dan di luar negeri", "en": "compete at home and abroad"},
    {"id": "menstandarkan kemasan", "en": "standardise packaging"},
    {
        "id": "mendorong perolehan hak (“paten”) agar produk diterima pasar",
        "en": "obtain rights (“patent”) so that the market accepts the product",
    },
    {"id": "menambah pendapatan melalui E-SMART", "en": "gain more income through E-SMART"},
    {"id": "menjadi cikal bakal DEKRANASDA di kota ini", "en": "be the seed of a DEKRANASDA in the city"},
]
PARTICIPANTS = {"id": "puluhan IKM dan kelompok IKM", "en": "dozens of IKM and groups of IKM"}
LEGAL_BASES: list[dict[str, str]] = [
    {
        "id": "Peraturan Pemerintah Nomor 29 Tahun 2018 tentang Pemberdayaan Industri",
        "en": "Government Regulation 29/2018 on the Empowerment of Industry",
        "firmness": "S",
    }
]
FIGURES: dict[str, Any] = {
    "employment": {
        "units": 696_000,
        "workers": 1_320_000,
        "period": {"id": "akhir 2017", "en": "the end of 2017"},
        "publisher": {
            "id": "pemberitaan kegiatan, 16 November 2018",
            "en": "press report of the activity, 16 November 2018",
        },
        "swapped_in_press": True,
    },
    "exports": {
        "year": 2017,
        "usd_million": 776,
        "usd_million_before": 747,
        "publisher": {"id": "Kementerian Perindustrian", "en": "Ministry of Industry"},
        "announced_percent": 3.8,
    },
}
NOTICE = {
    "id": "Data contoh: nama peserta, usaha, jadwal, dan nilai adalah rekaan.",
    "en": "Sample data: names of participants, enterprises, hours and scores are made up.",
}
MATERIALS = ["Lembar ukur produk", "Contoh kotak dan karton", "Lembar uji awal dan uji akhir"]
