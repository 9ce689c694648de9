"""The facts of the reference event of 16 November 2018, as they are publicly known, and made-up participants."""

import datetime as dt

from binakriya.foundation.press.letterheads import Letterhead
from binakriya.foundation.press.words import Phrase
from binakriya.training.documents.facts import (
    ActivityFacts,
    Counts,
    Employment,
    Exports,
    Group,
    LegalBasis,
    Official,
    Opening,
    Practitioner,
    Problem,
    Spending,
    TestResult,
)
from binakriya.training.documents.invitation import Session
from binakriya.training.documents.parts import Contact, Signatory
from binakriya.training.documents.ticket import Ticket

DAY = dt.date(2018, 11, 16)
NOW = dt.datetime(2018, 11, 16, 17, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))
CITY = "Tangerang Selatan"
VENUE = "Resto Kampung Anggrek, Jalan Buaran, Serpong"
NOTICE = Phrase(
    "Data contoh: nama peserta, usaha, dan nilai adalah rekaan.",
    "Sample data: names of participants, enterprises and scores are made up.",
)
LETTERHEAD = Letterhead(
    government=Phrase("Pemerintah Kota Tangerang Selatan", "City Government of South Tangerang"),
    office=Phrase("Dinas Perindustrian dan Perdagangan", "Office of Industry and Trade"),
    short=Phrase("Disperindag Kota Tangerang Selatan", "Disperindag of South Tangerang"),
    city=Phrase(CITY, "South Tangerang"),
)
MAYOR = Official("Airin Rachmi Diany", Phrase("Wali Kota Tangerang Selatan", "the Mayor of South Tangerang"))
ASSISTANT = Official(
    "Retno Prawati",
    Phrase("ASDA II (asisten bidang ekonomi dan pembangunan)", "ASDA II (assistant for economy and development)"),
)
HEAD = Official("Maya Mardiana", Phrase("kepala dinas", "head of the office"))
DIVISION = Official(
    "Ferry Fayacun", Phrase("kepala bidang industri dan perdagangan", "head of the division of industry and trade")
)
BBKK = Phrase(
    "Balai Besar Kimia dan Kemasan (BBKK), Kementerian Perindustrian",
    "Center for Chemicals and Packaging (BBKK), Ministry of Industry",
)
TRISAKTI = Phrase(
    "Fakultas Seni Rupa dan Desain, Universitas Trisakti", "Faculty of Art and Design, Universitas Trisakti"
)
SESSIONS = (
    Session(Phrase("Pembukaan", "Opening"), DAY, dt.time(9), dt.time(9, 30), "Retno Prawati", "ASDA II"),
    Session(Phrase("Mutu produk", "Product quality"), DAY, dt.time(9, 30), dt.time(12), "Sidik Herman", BBKK),
    Session(
        Phrase("Standar kemasan", "Packaging standards"), DAY, dt.time(13), dt.time(15), "Virginia S. Setiadi", TRISAKTI
    ),
)
FACTS = ActivityFacts(
    title=Phrase(
        "Pelatihan dan Pembinaan IKM Kerajinan Kota Tangerang Selatan: Mutu Produk dan Standar Kemasan",
        "Training and Development of Handicraft IKM of South Tangerang: Product Quality and Packaging Standards",
    ),
    organiser=Phrase(
        "Dinas Perindustrian dan Perdagangan Kota Tangerang Selatan",
        "The Office of Industry and Trade (Dinas Perindustrian dan Perdagangan) of South Tangerang",
    ),
    organiser_short="Disperindag Kota Tangerang Selatan",
    city=CITY,
    starts=DAY,
    venue=VENUE,
    starts_at=dt.time(9),
    ends_at=dt.time(15),
    opened=Opening(ASSISTANT, MAYOR),
    head_of_office=HEAD,
    head_of_division=DIVISION,
    practitioners=(
        Practitioner("Sidik Herman", BBKK, Phrase("Mutu produk", "Product quality")),
        Practitioner("Virginia S. Setiadi", TRISAKTI, Phrase("Standar kemasan", "Packaging standards")),
    ),
    groups=(
        Group("ASIPA", Phrase("asosiasi industri kreatif", "creative industry association"), 24, 20, 19),
        Group("IPEMI", Phrase("pengusaha muslimah", "Muslim businesswomen"), 22, 18, 18),
        Group("IWAPI", Phrase("pengusaha perempuan", "businesswomen"), 14, 12, 12),
    ),
    participants_stated=Phrase("puluhan IKM dan kelompok IKM", "dozens of IKM and groups of IKM"),
    counts=Counts(seated=60, attended=50, enterprises=49, certificates=48),
    tests=TestResult(people=48, before=55.25, after=81.5),
    hours=6,
    aims=(
        Phrase(
            "meningkatkan mutu dari hulu sampai hilir, dari produk sampai kemasan",
            "raise quality from upstream to downstream, from product to packaging",
        ),
        Phrase("bersaing di dalam dan di luar negeri", "compete at home and abroad"),
        Phrase("menstandarkan kemasan", "standardise packaging"),
        Phrase(
            "mendorong perolehan hak (“paten”) agar produk diterima pasar",
            "obtain rights (“patent”) so that the market accepts the product",
        ),
        Phrase("menambah pendapatan melalui E-SMART", "gain more income through E-SMART"),
        Phrase("menjadi cikal bakal DEKRANASDA di kota ini", "be the seed of a DEKRANASDA in the city"),
    ),
    employment=Employment(
        units=696_000,
        workers=1_320_000,
        period=Phrase("akhir 2017", "the end of 2017"),
        publisher=Phrase("pemberitaan kegiatan, 16 November 2018", "press report of the activity, 16 November 2018"),
        swapped_in_press=True,
    ),
    exports=Exports(
        year=2017,
        usd_million=776,
        usd_million_before=747,
        publisher=Phrase("Kementerian Perindustrian", "Ministry of Industry"),
        announced_percent=3.8,
    ),
    legal_bases=(LegalBasis("Peraturan Pemerintah Nomor 29 Tahun 2018 tentang Pemberdayaan Industri", "M"),),
    sessions=SESSIONS,
    spending=(
        Spending(Phrase("Konsumsi", "Catering"), 6_000_000, 5_450_000),
        Spending(Phrase("Honorarium narasumber", "Fees"), 4_000_000, 4_000_000),
    ),
    problems=(
        Problem(
            Phrase("Beberapa peserta datang terlambat", "Some participants came late"),
            Phrase("materi awal dibagikan dalam bentuk cetak", "the first material was handed out in print"),
        ),
    ),
    notice=NOTICE,
    zone="WIB",
)
CONTACT = Contact("Ferry Fayacun", Phrase("kepala bidang industri dan perdagangan", "head of the division"))
SIGN_HEAD = Signatory(
    Phrase("Kepala Dinas Perindustrian dan Perdagangan", "Head of the Office of Industry and Trade"), "Maya Mardiana"
)
SIGN_DIVISION = Signatory(
    Phrase("Kepala Bidang Industri dan Perdagangan", "Head of the Division of Industry and Trade"), "Ferry Fayacun"
)
SYNTHETIC = (
    "Siti Rohmah",
    "Raden Ajeng Siti Rohmahwati Kusumaningrum Hadiningrat Putri A",
    "Ahmad Fauzi",
    "Dewi Lestari",
)
TICKET = Ticket(
    "Siti Rohmah",
    FACTS.title,
    DAY,
    VENUE,
    "BK1:00112233445566778899",
    "482913",
    "Disperindag Kota Tangerang Selatan",
    "Anyaman Setu Lestari",
    dt.time(9),
    dt.time(15),
    zone="WIB",
)
