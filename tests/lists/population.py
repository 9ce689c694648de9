"""The enterprises behind the lists: who owns what, where, since when; with the traps that every set must hold."""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

GAZETTEER = Path(__file__).parents[2] / "src/binakriya/foundation/data/tangsel_kelurahan_kodepos.csv"

WOMEN = (
    "Nurjanah", "Yuliana", "Komariah", "Mardiyah", "Neneng", "Euis", "Rosidah", "Sumiati", "Kartini", "Winarsih",
    "Marlina", "Herawati", "Nuraini", "Sulistyowati", "Rukmini", "Aminah", "Juariah", "Titin", "Yayah", "Purwanti",
    "Ningsih", "Murniati", "Ratnasari", "Fatimah", "Halimah", "Zubaedah", "Lasmi", "Endah",
)  # fmt: skip
MEN = (
    "Supriyadi", "Wawan", "Asep", "Hasan", "Mulyadi", "Sugiarto", "Bambang", "Junaedi", "Rohman", "Subur", "Dadang",
    "Ujang", "Cecep", "Mahmud", "Sarwono", "Kusnadi", "Jamaludin", "Usman", "Tarmizi", "Suparman", "Nurdin", "Achmad",
    "Yusuf", "Iskandar",
)  # fmt: skip
SECOND = (
    "Susanti", "Hidayah", "Anggraini", "Lestari", "Suryadi", "Wibowo", "Saputro", "Nugroho", "Siregar", "Simanjuntak",
    "Nasution", "Hutabarat", "Gunadi", "Prasetyo", "Suhendar", "Mulyana", "Kurniasih", "Puspitasari", "Budiman",
    "Suryaningsih", "Effendi", "Tanjung", "Maulana", "Fauzi", "Yulianti", "Rachmawati", "Handoko", "Sutisna",
    "Hamzah", "Pangestu",
)  # fmt: skip
THIRD = ("Dewi", "Ayu", "Tri", "Nur", "Eko", "Putri", "Adi", "Budi", "Sri", "Dwi")
BIRTHPLACES = (
    "Tangerang",
    "Bogor",
    "Jakarta",
    "Solo",
    "Cirebon",
    "Garut",
    "Medan",
    "Padang",
    "Rangkasbitung",
    "Tasikmalaya",
)
BRANDS = (
    "Mekar Sari", "Cipta Rasa Seni", "Bunga Tanjung", "Sinar Harapan", "Dua Putri", "Rumah Ning", "Kembang Goyang",
    "Lima Jari", "Sari Asih", "Tiga Saudara", "Permata Ibu", "Nusa Indah", "Puspa", "Merak", "Kinanti", "Selaras",
    "Telaga Biru", "Arunika", "Kampoeng Kita", "Jaya Mandiri", "Al-Barokah", "Az-Zahra", "Serumpun", "Gading",
    "Wijaya Kusuma", "Saung Abah", "Kirana", "Maju Bersama", "Teratai", "Bintang Timur", "D'Kriya", "Omah Ati",
    "Sekar Wangi", "Cahaya Fajar", "Pelita", "Ragam Hias",
)  # fmt: skip
STREETS = (
    "Jl. Raya Puspiptek", "Jl. Ciater Tengah", "Jl. Aria Putra", "Jl. Ki Hajar Dewantara", "Jl. H. Jamat",
    "Jl. Rawa Buntu Utara", "Jl. Kemuning III", "Jl. Cempaka", "Jl. Pahlawan Seribu", "Jl. Swadaya", "Gg. Haji Nawi",
    "Gg. Mushola", "Kp. Gunung", "Kp. Dukuh", "Kp. Parung Benying", "Perumahan Reni Jaya Blok AE3",
    "Perum Batan Indah Blok F", "Komplek Pertanian Blok 4", "Villa Pamulang Blok CG2", "Jl. Bhayangkara 1",
    "Jl. Talas II", "Jl. Suka Bakti", "Jl. Masjid Al-Ikhlas",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Craft:
    """A kind of craft: its word in business names, its KBLI 2020 code and title, and what is made."""

    word: str
    kbli: str
    title: str
    wares: tuple[str, ...]


CRAFTS = (
    Craft("Batik", "13134", "Industri Batik", ("kain batik cap", "batik tulis", "kemeja batik", "selendang batik")),
    Craft("Tenun", "13122", "Industri Kain Tenun Ikat", ("kain tenun ikat", "selendang tenun", "taplak tenun")),
    Craft("Bordir", "13912", "Industri Kain Sulaman", ("mukena bordir", "kerudung sulam", "taplak bordir")),
    Craft("Kulit", "15121", "Industri Barang Dari Kulit Dan Kulit Komposisi Untuk Keperluan Pribadi",
          ("dompet kulit", "tas kulit", "gantungan kunci kulit")),
    Craft("Sepatu", "15201", "Industri Alas Kaki Untuk Keperluan Sehari-hari", ("sandal kulit", "sepatu lukis",
    "selop")),
    Craft("Rotan", "16291", "Industri Barang Anyaman Dari Rotan Dan Bambu", ("keranjang rotan", "tudung saji",
    "tempat buah")),
    Craft("Anyaman", "16292", "Industri barang Anyaman Dari Tanaman Bukan Rotan Dan Bambu",
          ("tikar pandan", "tas mendong", "topi pandan")),
    Craft("Ukir", "16293", "Industri Kerajinan Ukiran Dari Kayu Bukan Mebeller", ("ukiran kayu", "kaligrafi kayu",
    "patung kayu")),
    Craft("Keramik", "23932", "Industri Perlengkapan Rumah Tangga Dari Tanah Liat/Keramik", ("vas keramik",
    "mug keramik", "pot hias")),
    Craft("Aksesoris", "32120", "Industri Perhiasan Imitasi dan Barang Sejenis", ("bros", "kalung manik",
    "gelang kayu")),
    Craft("Perak", "32112", "Industri Barang Perhiasan Dari Logam Mulia Untuk Keperluan Pribadi", ("cincin perak",
    "bros perak")),
    Craft("Kertas", "17099", "Industri Barang Dari Kertas Dan Papan Kertas Lainnya YTDL", ("kotak kado",
    "tas kertas semen", "undangan")),
    Craft("Mainan", "32402", "Industri Mainan Anak-anak", ("boneka kain", "mainan kayu edukatif", "boneka jari")),
    Craft("Souvenir", "32903", "Industri Kerajinan YTDL", ("bunga dari limbah plastik", "lampu hias",
    "souvenir pernikahan")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A kelurahan with its kecamatan; ``outside`` says that it is not in South Tangerang."""

    kelurahan: str
    kecamatan: str
    postcode: str
    code: str
    city: str = "Kota Tangerang Selatan"
    outside: bool = False


# Kabupaten Lebak: places that no gazetteer of South Tangerang knows, none of them a homonym of one there.
OUTSIDE = tuple(
    Place(kelurahan, kecamatan, "42300", code, "Kabupaten Lebak", True)
    for kelurahan, kecamatan, code in (
        ("Rangkasbitung Barat", "Rangkasbitung", "360214"),
        ("Muara Ciujung Timur", "Rangkasbitung", "360214"),
        ("Cijoro Lebak", "Rangkasbitung", "360214"),
        ("Kanekes", "Leuwidamar", "360207"),
        ("Bojongmenteng", "Leuwidamar", "360207"),
        ("Sukamekarsari", "Kalanganyar", "360228"),
        ("Aweh", "Kalanganyar", "360228"),
        ("Cikatapis", "Kalanganyar", "360228"),
    )
)


def south_tangerang() -> tuple[Place, ...]:
    """The 54 kelurahan of South Tangerang, spelled as the product's own table spells them."""
    with GAZETTEER.open(encoding="utf-8", newline="") as stream:
        return tuple(
            Place(row["kelurahan"], row["kecamatan"], row["kodepos"], row["kode_kecamatan"].replace(".", ""))
            for row in csv.DictReader(stream)
        )


@dataclass(frozen=True, slots=True)
class Address:
    street: str
    number: int
    rt: int
    rw: int
    place: Place


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    woman: bool
    born: date
    birthplace: str
    nik: str
    phone: str  # national form, 08…
    email: str


@dataclass(frozen=True, slots=True)
class Enterprise:
    """One business of one owner. Money in rupiah: turnover a month, investment once."""

    id: str
    owner: Person
    business: str
    craft: Craft
    wares: tuple[str, ...]
    address: Address
    since: date
    men: int
    women: int
    monthly: int
    investment: int
    nib: str
    former_address: Address | None = None

    @property
    def workers(self) -> int:
        return self.men + self.women


@dataclass(slots=True)
class _Maker:
    rng: random.Random
    places: tuple[Place, ...]
    niks: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    businesses: set[str] = field(default_factory=set)

    def phone(self) -> str:
        while True:
            prefix = self.rng.choice(("0811", "0815", "0818", "0838", "0852", "0856", "0877", "0896"))
            number = f"{prefix}0000{self.rng.randrange(1000, 9999)}"
            if number not in self.phones:
                self.phones.add(number)
                return number

    def person(self, place: Place, *, surname: str | None = None, phone: str | None = None) -> Person:
        rng = self.rng
        woman = rng.random() < 0.62
        while True:
            first = rng.choice(WOMEN if woman else MEN)
            if surname is None and rng.random() < 0.08:
                name = first
            else:
                middle = f" {rng.choice(THIRD)}" if rng.random() < 0.25 else ""
                name = f"{first}{middle} {surname or rng.choice(SECOND)}"
            born = date(1955, 1, 1) + timedelta(days=rng.randrange(0, 365 * 43))
            nik = f"{place.code}{born.day + (40 if woman else 0):02d}{born:%m%y}0000"
            if name not in self.names and nik not in self.niks:
                break
        self.names.add(name)
        self.niks.add(nik)
        email = f"{name.split()[0].lower()}{born:%y%m}@example.com"
        return Person(name, woman, born, rng.choice(BIRTHPLACES), nik, phone or self.phone(), email)

    def address(self, place: Place | None = None) -> Address:
        rng = self.rng
        where = place or rng.choice(self.places)
        return Address(rng.choice(STREETS), rng.randrange(1, 140), rng.randrange(1, 12), rng.randrange(1, 18), where)

    def business(self, craft: Craft, owner: Person) -> str:
        rng = self.rng
        while True:
            brand = rng.choice(BRANDS)
            first = owner.name.split()[0]
            name = rng.choice(
                (
                    f"{brand} {craft.word}", f"{craft.word} {brand}", f"{brand}", f"{brand} Collection", f"UD {brand}",
                    f"CV. {brand}", f"{first} {craft.word}", f"Rumah {craft.word} {brand}", f"{brand} Handycraft",
                    f"KUB {brand}",
                )
            )  # fmt: skip
            plain = name.removeprefix("UD ").removeprefix("CV. ").removeprefix("KUB ").lower()
            if plain not in self.businesses:
                self.businesses.add(plain)
                return name

    def enterprise(self, number: int, *, place: Place | None = None, owner: Person | None = None) -> Enterprise:
        rng = self.rng
        address = self.address(place)
        owner = owner or self.person(address.place)
        craft = rng.choice(CRAFTS)
        alone = rng.random() < 0.2
        men, women = (int(not owner.woman), int(owner.woman)) if alone else (rng.randrange(0, 7), rng.randrange(0, 9))
        return Enterprise(
            id=f"E{number:03d}",
            owner=owner,
            business=self.business(craft, owner),
            craft=craft,
            wares=tuple(rng.sample(craft.wares, min(2, len(craft.wares)))),
            address=address,
            since=date(rng.randrange(1988, 2018), rng.randrange(1, 13), rng.randrange(1, 28)),
            men=men,
            women=women if men + women else 1,
            monthly=rng.choice(
                (500, 750, 1000, 1500, 2000, 2500, 3000, 4500, 6000, 7500, 9000, 12500, 18000, 27500, 60000)
            )
            * 1000,
            investment=rng.choice((500, 1500, 2500, 4000, 7500, 10000, 15000, 25000, 40000, 85000, 120000)) * 1000,
            nib=f"{rng.choice('1289')}{rng.randrange(10**7, 10**8)}0000",
        )


def population(rng: random.Random, count: int, *, outside: int = 0) -> list[Enterprise]:
    """``count`` enterprises, the last ``outside`` of them outside South Tangerang.

    Traps, one or more of each: one owner with two different businesses; two businesses of the same name with different
    owners; members of a family sharing one phone and one address; an owner who moved (former address, same phone).
    """
    if count - outside < 12:
        raise ValueError("a set needs at least twelve enterprises in South Tangerang: the traps take ten")
    maker = _Maker(rng, south_tangerang())
    made: list[Enterprise] = []
    for number in range(1, count + 1):
        place = rng.choice(OUTSIDE) if number > count - outside else None
        made.append(maker.enterprise(number, place=place))

    # One owner, two businesses of different craft (the second at the same or another address).
    first = made[0]
    other = next(craft for craft in CRAFTS if craft.word != first.craft.word)
    second = replace(
        made[1], owner=first.owner, craft=other, wares=other.wares[:2], business=maker.business(other, first.owner),
        address=rng.choice((first.address, made[1].address)),
    )  # fmt: skip
    made[1] = second
    # Same name, different owners, and different crafts in one of two sets.
    made[3] = replace(made[3], business=made[2].business)
    if made[3].address.place == made[2].address.place:
        elsewhere = rng.choice([place for place in maker.places if place.kecamatan != made[2].address.place.kecamatan])
        made[3] = replace(made[3], address=maker.address(elsewhere))
    # A family: one house, one telephone, two people with their own businesses.
    surname = rng.choice(SECOND)
    parent = maker.person(made[4].address.place, surname=surname)
    child = maker.person(made[4].address.place, surname=surname, phone=parent.phone)
    made[4] = replace(made[4], owner=parent, business=maker.business(made[4].craft, parent))
    own = rng.choice([craft for craft in CRAFTS if craft.word != made[4].craft.word])
    made[5] = replace(
        made[5],
        owner=child,
        craft=own,
        wares=own.wares[:2],
        business=maker.business(own, child),
        address=made[4].address,
    )
    # Two who moved, one within the kecamatan or beyond.
    for index in (6, 7):
        made[index] = replace(made[index], former_address=maker.address())
    rng.shuffle(made)
    return [replace(enterprise, id=f"E{number:03d}") for number, enterprise in enumerate(made, start=1)]
