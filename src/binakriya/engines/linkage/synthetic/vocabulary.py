"""Words from which synthetic people, businesses and addresses are made. All combinations are invented."""

from __future__ import annotations

from binakriya.engines.linkage.spelling import listed

WOMEN = listed(
    "Siti Sri Dewi Ani Wati Ratna Rahma Lestari Indah Fitri Endang Tuti Lilis Maya Mulyani Hartini Retno "
    "Aisyah Umi Sulastri Yuni Nurul Kartini Sumiati Suryani Yanti Rini Eka Dian Tri Nining Susi Yuliana "
    "Rosita Nani Titin Cucu Euis Neneng Imas Iis Nur Halimah Khadijah Fatimah Aminah Maryam Zahra Laila Salma "
    "Putri Ayu Made Ketut Wayan Komang Rina Rita Rosmawati Desi Novita Yulia Mega Intan Permata Melati Bunga "
    "Sekar Anisa Khoirunnisa Hesti Lina Nia Tini Wiwik Wulan Winarti Sumarni Suparti Ngatinah Sutinah Poniyem "
    "Marsinah Tukinem Juminah Djuariah Martha Yosephine Maria Theresia Veronika Kristina Debora Ruth "
    "Elisabeth Natalia Monika"
)
MEN = listed(
    "Budi Agus Dedi Hendra Joko Slamet Suharto Ujang Wahyu Dwi Tono Iwan Soleh Rudi Sutrisno Bambang Eko Tri "
    "Dian Asep Dadang Cecep Yayat Jajang Ade Ahmad Muhammad Abdul Nur Yusuf Ibrahim Ismail Rahmat Hidayat "
    "Syarif Umar Usman Ali Hasan Husein Fajar Bayu Galih Guntur Teguh Sugeng Suyono Sukarno Sumarno Supardi "
    "Suparman Suroso Wagiman Paijo Mulyono Harjono Tjahyo Djoko Made Ketut Wayan Nyoman Gede Putu Andi Rizal "
    "Ridwan Irfan Taufik Arif Hakim Yohanes Petrus Paulus Markus Lukas Stefanus Antonius Fransiskus Edi Heri "
    "Heru Toni Roni Doni Jono Kusno Darmawan Setyo Anwar Zainal Jamal"
)
FAMILY = listed(
    "Setiawan Firdaus Saputra Permata Nurhayati Gunawan Suryani Wulandari Puspita Astuti Handayani Kurniawan "
    "Hakim Ramadhan Rahayu Wijaya Pertiwi Maulana Kusuma Pratiwi Hidayat Utami Marlina Santoso Susanto "
    "Suryadi Nugroho Wibowo Prasetyo Hartono Purnomo Subagyo Siregar Nasution Lubis Harahap Simanjuntak "
    "Sitompul Panjaitan Sinaga Ginting Tarigan Rusmana Sutisna Komarudin Sopandi Suherman Suhendar Mulyadi "
    "Sunarya Kosasih Iskandar Halim Tanjung Chaniago Koto Yuliani Anggraini Safitri Oktaviani Novianti "
    "Fauziah Lestari Wahyuni Purwanti Sulistyowati Rahmawati Kusumawati Setyaningsih Widyastuti Hapsari "
    "Saraswati Mahendra Pradana Adiputra Darmadi Budiman Sasongko Atmaja Kartawijaya Soemantri Djayadi "
    "Tjandra Salim Mansyur Basri Effendi Zulkarnain Thamrin Syahputra Fadillah Nuraini Khasanah Munawaroh"
)
TITLES_W = ("Ibu", "Bu", "Hj.", "Ny.", "Hj", "IBU")
TITLES_M = ("Bpk.", "Pak", "H.", "Bapak", "H", "Tn.")
DEGREES = ("SE", "S.Pd", "S.Sos", "A.Md.", "ST", "SH", "MM", "S.Ag", "S.Kom", "M.Pd", "SP")
NAME_HEADS = listed(
    "Tunas Cisadane Anggrek Melati Kharisma Kencana Pelangi Cahaya Langit Mandiri Jaya Abadi Barokah Berkah "
    "Amanah Sekar Jagad Nusantara Nyai Putri Asri Cantik Sumber Rejeki Mekar Makmur Sejahtera Lestari Indah "
    "Mulia Kartika Pusaka Warisan Pesona Permata Mutiara Bintang Surya Mentari Purnama Bulan Embun Bukit "
    "Rimba Samudra Pasundan Priangan Parahyangan Galuh Pajajaran Mataram Majapahit Sriwijaya Borneo Swarna "
    "Andalas Jawi Kenanga Mawar Teratai Dahlia Cempaka Flamboyan Kamboja Seruni Wijaya Utama Prima Karya "
    "Cipta Sentosa Harapan Bersama Bunda Ananda Ceria Elok Ayu Manis Rezeki Nirwana Puspa Srikandi Arjuna "
    "Rama Shinta Dewata Garuda Rajawali Merpati Cendrawasih Kaktus Bonsai Sagara Langgeng Tirta Bumi Alam "
    "Hijau Biru Ungu Jingga Saga Zamrud Safir Intan Berlian Pelita Lentera Obor Sinar Fajar Senja Kirana"
)
NAME_PLACES = listed("Serpong Pamulang Ciputat Setu Parahyangan Menteng Pesisir Lembah Kampung Benteng Pasar Muara")
PRODUCTS: dict[str, tuple[str, tuple[str, ...], str]] = {
    # noun in business names: (category, items, KBLI 2020)
    "Batik": (
        "batik",
        ("kain batik tulis", "batik cap", "kemeja batik", "syal batik", "selendang ecoprint", "taplak batik"),
        "13134",
    ),
    "Sulam": (
        "embroidery",
        ("mukena sulam", "kerudung sulam pita", "sarung bantal sulam", "taplak bordir", "tas bordir"),
        "13912",
    ),
    "Rajut": (
        "knitting",
        ("taplak rajut", "sepatu bayi rajut", "boneka rajut", "tas rajut", "topi rajut", "syal rajut"),
        "14302",
    ),
    "Tenun": ("weaving", ("kain tenun", "selendang tenun", "tas tenun", "sarung tenun", "ulos"), "13122"),
    "Tas": (
        "leather",
        ("tas kulit", "dompet kulit", "tas rajut", "ikat pinggang kulit", "gantungan kunci kulit"),
        "15121",
    ),
    "Kayu": (
        "wood",
        ("ukiran kayu", "jam dinding kayu", "talenan", "mainan kayu", "kotak perhiasan kayu", "pigura jati"),
        "16293",
    ),
    "Rotan": (
        "rattan",
        ("keranjang rotan", "kursi rotan mini", "tas rotan", "lampu rotan", "tudung saji rotan"),
        "31002",
    ),
    "Bambu": ("bamboo", ("anyaman bambu", "besek", "lampu bambu", "kap lampu bambu", "sumpit bambu"), "16292"),
    "Anyaman": (
        "wicker",
        ("anyaman mendong", "tas eceng gondok", "keranjang parcel", "tikar pandan", "tas anyaman"),
        "16291",
    ),
    "Pandan": ("wicker", ("topi pandan", "kotak tisu pandan", "tikar pandan", "tas pandan"), "16291"),
    "Keramik": ("ceramics", ("mug keramik", "piring hias keramik", "vas keramik", "guci", "gerabah"), "23932"),
    "Perak": ("jewellery", ("cincin perak", "kalung etnik", "bros", "gelang manik", "anting perak"), "32112"),
    "Lilin": ("candles", ("lilin hias", "lilin aromaterapi", "lilin souvenir"), "20294"),
    "Daur Ulang": (
        "recycled",
        ("tas daur ulang", "dompet kemasan kopi", "bunga plastik kresek", "vas koran bekas"),
        "32909",
    ),
    "Decoupage": ("decoupage", ("dompet decoupage", "tempat tisu decoupage", "tas decoupage", "tempat tisu"), "32909"),
    "Sabun": ("soap", ("sabun herbal", "sabun hias", "sabun susu"), "20231"),
    "Flanel": ("felt", ("boneka flanel", "gantungan kunci flanel", "bros flanel"), "32909"),
    "Lukis": ("painting", ("lukisan kanvas", "kaligrafi", "tas lukis", "payung lukis"), "32909"),
    "Kaca": ("glass", ("lukisan kaca", "gelas hias", "mozaik kaca"), "23129"),
    "Batok": ("shell", ("mangkok batok kelapa", "kancing batok", "tas batok"), "16299"),
    "Bunga": ("flowers", ("buket bunga", "bunga kering", "hantaran", "bunga akrilik"), "32909"),
    "Boneka": ("toys", ("boneka kain", "boneka wisuda", "mainan edukasi"), "32402"),
    "Wayang": ("puppets", ("wayang golek", "wayang kulit", "topeng"), "16293"),
    "Makrame": ("macrame", ("hiasan dinding makrame", "tas makrame", "gantungan pot tali"), "32909"),
    "Snack": ("snacks", ("keripik singkong", "kue kering", "abon", "kacang telur", "rempeyek"), "10794"),
    "Kopi": ("drinks", ("kopi bubuk", "jahe merah", "teh rempah", "jamu"), "10761"),
    # words that `wares` does not know, since every list has some
    "Sapu": ("brooms", ("sapu ijuk", "sapu lantai", "sikat ijuk"), "16299"),
    "Sangkar": ("cages", ("sangkar burung", "sangkar hias", "kandang mini"), "16299"),
    "Kipas": ("fans", ("kipas lipat", "kipas souvenir", "kipas satin"), "32903"),
    "Layangan": ("kites", ("layangan hias", "layangan naga"), "32903"),
    "Terarium": ("terrariums", ("terarium mini", "taman meja"), "32903"),
    "Busana": ("clothing", ("gamis", "kebaya", "kaos sablon", "hijab", "daster"), "14111"),
}
GENERIC = ("Craft", "Collection", "Handmade", "Art", "Kreasi", "Kerajinan", "Galeri", "Handicraft")
STREETS = listed(
    "Kesehatan,Siliwangi,Cendrawasih,Pamulang Permai,Jombang Raya,WR Supratman,Raya Serpong,Ciater Barat,"
    "Buaran Raya,Merpati,Pajajaran,Ceger Raya,Merdeka,Sudirman,Diponegoro,Ahmad Yani,Gatot Subroto,Kartini,"
    "Melati,Mawar,Anggrek,Kenanga,Flamboyan,Cempaka,Dahlia,Teratai,Veteran,Pahlawan,Pemuda,Proklamasi,"
    "Pancasila,Gajah Mada,Hayam Wuruk,Imam Bonjol,Teuku Umar,Cut Nyak Dien,Sisingamangaraja,Hasanuddin,"
    "Pattimura,Dewi Sartika,Otto Iskandardinata,Juanda,Kyai Tapa,Raya Bogor,Pasar Lama,Stasiun,Terminal,"
    "Masjid Agung,Pesantren,Madrasah,Sekolah,Kelapa Dua,Rawa Buaya,Kemuning,Bougenville,Beringin,Cemara,"
    "Akasia,Mahoni,Jati,Meranti,Rambutan,Mangga,Durian,Nangka,Salak,Kutilang,Rajawali,Garuda,Elang,Kasuari,"
    "Nuri",
    ",",
)
LANES = ("Masjid", "H. Saman", "H. Nawi", "Mawar", "Damai", "Swadaya", "Bersama", "Langgar", "Kober", "Pinang")
ESTATES = (
    "Griya Asri",
    "Bukit Nusa Indah",
    "Villa Dago Tol",
    "Taman Sari",
    "Pondok Hijau",
    "Graha Raya",
    "Puri Beta",
    "Reni Jaya",
)
WARD_HEADS = (
    "Pondok",
    "Suka",
    "Karang",
    "Ciputat",
    "Lengkong",
    "Rawa",
    "Kampung",
    "Tanjung",
    "Muara",
    "Cipinang",
    "Jurang",
    "Parigi",
)
WARD_TAILS = listed(
    "Kacang Betung Aren Jaya Mekar Sari Timur Barat Baru Wetan Kulon Gudang Karya Indah Mulya Harja Asih Ilir "
    "Udik Ranji Pucung Jagung Pinang Cabe Maja Sirih Tengah Makmur Tani Agung"
)
CITIES = listed(
    "Tangerang Selatan,Tangerang,Serang,Cilegon,Bogor,Depok,Bekasi,Bandung,Cirebon,Tasikmalaya,Sukabumi,"
    "Pekalongan,Semarang,Surakarta,Yogyakarta,Magelang,Salatiga,Tegal,Surabaya,Malang,Kediri,Madiun,Blitar,"
    "Denpasar,Mataram,Palembang,Padang,Medan,Makassar,Manado",
    ",",
)
