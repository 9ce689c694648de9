"""Names, numbers and addresses brought to one form."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.engines.linkage import identity, places, wares, words
from binakriya.engines.linkage.spelling import fold_word


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Hj. Boedi Hendra Handajani, S.Pd", "Budi Hendra Handajani"),
        ("H. SUHARTO ASTUTI", "Soeharto Astuti"),
        ("WatiAstuti", "Wati Astuti"),
        ("Bpk. Tjahjo Djoko, A.Md.", "Cahjo Joko"),
        ("Moh. Jusuf", "Muhammad Yusuf"),
        ("Dian L. Ramadhan", "Dian Ramadhan"),
        ("Soleh Suryani SE", "Soleh Suryani"),
        ("Sulastri (Bu Lastri)", "Sulastri"),
    ],
)
def test_owner_names_of_one_person_are_spelt_one_way(written: str, plain: str) -> None:
    assert words.owner_name(written).joined == words.owner_name(plain).joined


def test_a_code_in_the_owner_column_is_no_name() -> None:
    assert words.owner_name("PKBL/834/2018").words == ()


@pytest.mark.parametrize(
    ("written", "core"),
    [
        ("CV Tunas Rotan", "tunas"),
        ('"Tunas Craft"', "tunas"),
        ("Cisadane Batik", "cisadane"),
        ("CisadaneCraft", "cisadane"),
        ("CVLangit Biru Tas", "langitbiru"),
        ("Griya Btk. Lilis", "lilis"),
        ("Griya Kayu Wati Tangsel", "wati"),
        ("Toko Anggrek Kraft (Bu Dian)", "angrek"),
    ],
)
def test_the_core_of_a_business_name_has_no_form_product_or_city(written: str, core: str) -> None:
    assert words.business_name(written).core == core


def test_a_name_of_only_generic_words_is_not_distinctive() -> None:
    assert not words.business_name("Griya Rajut").distinctive
    assert words.business_name("CV Tunas Rotan").distinctive


def test_a_material_decides_before_an_object() -> None:
    made = wares.items(("tas rotan, keranjang rotan dan kursi rotan mini",))
    assert len(made) == 3
    assert wares.categories(tuple(w for item in made for w in item)) == ("rattan",)
    assert wares.categories(("tas",)) == ("bags",)


def test_reused_kbli_codes_say_nothing() -> None:
    assert wares.categories_of_kbli("13134") == wares.categories_of_kbli("13133") == ("batik",)
    assert wares.categories_of_kbli("13912") == ()


def test_nik_date_part() -> None:
    found = identity.nik("367403 4504780012")
    assert found.born == date(1978, 4, 5)  # 45 - 40: a woman
    assert (found.whole, found.first15, found.first12) == ("3674034504780012", "367403450478001", "367403450478")


@pytest.mark.parametrize("damaged", ["3,67403E+15", "0000000000000000", "-", "12", "3674033213780012"[:13]])
def test_useless_nik_is_missing(damaged: str) -> None:
    assert identity.nik(damaged) == identity.NO_NIK


def test_nik_with_zeroed_end_keeps_what_is_left() -> None:
    last = identity.nik("3674034504780010")
    assert last.first15 == "367403450478001"
    lost = identity.nik("3674034504780000")
    assert (lost.whole, lost.first15, lost.first12, lost.serial_lost) == ("", "", "367403450478", True)


def test_implausible_birth_date_leaves_only_digits() -> None:
    found = identity.nik("3674033513780012")  # month 13
    assert (found.whole, found.born, found.digits) == ("", None, "3674033513780012")


@pytest.mark.parametrize("written", ["+6281200002392", "0812-0000-2392", "62 812 00002392", "81200002392"])
def test_phones_lose_country_and_trunk(written: str) -> None:
    assert identity.phone(written) == "81200002392"


@pytest.mark.parametrize(
    "written",
    ["Jl. WR Supratman No.33 RT 08/RW 01", "jln WR Supratman 33 rt8 rw1", "Jalan WR Supratman no 33 RT.008/001"],
)
def test_streets_written_differently(written: str) -> None:
    assert places.street(written) == places.Street("urusupratman".replace("uru", "wr"), "33", "8", "1")


def test_a_block_belongs_to_the_street() -> None:
    found = places.street("Perum Griya Asri Blok C2 No.43 RT 01/RW 01")
    assert (found.name, found.number, found.rt, found.rw) == ("griiaasriblokc2", "43", "1", "1")


@given(st.text(max_size=60))
def test_normalising_takes_any_text(text: str) -> None:
    words.owner_name(text)
    words.business_name(text, text)
    identity.nik(text)
    identity.phone(text)
    places.street(text)
    places.area(text)
    wares.items((text,))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=20))
def test_folding_twice_is_folding_once(word: str) -> None:
    once = fold_word(word)
    assert len(once) <= len(word)
    assert fold_word(once) == once or len(fold_word(once)) < len(once)
