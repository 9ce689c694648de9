"""Where the formulas and constants come from, and how firm that makes them."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Source:
    citation: str
    firmness: str  # A, B or C, as in `calculation`; "" for what was measured or declared
    indonesian: str


SOURCES: dict[str, Source] = {
    "given": Source(
        "as measured or declared",
        "",
        "diukur atau ditetapkan",
    ),
    "geometry": Source(
        "geometry",
        "A",
        "geometri",
    ),
    "mechanics": Source(
        "mechanics (standard gravity 9.80665 m/s²)",
        "A",
        "mekanika (gravitasi baku 9,80665 m/s²)",
    ),
    "statistics": Source(
        "maximum likelihood and least squares, textbook statistics",
        "A",
        "kemungkinan maksimum dan kuadrat terkecil, buku ajar statistika",
    ),
    "mckee": Source(
        "McKee, Gander, Wachuta, Compression strength formula for corrugated boxes, Paperboard Packaging 48 (1963); "
        "simplified form as given by Westpak and in Urbanik & Frank, Wood and Fiber Science 38 (2006)",
        "A",
        "McKee, Gander, Wachuta, Compression strength formula for corrugated boxes, Paperboard Packaging 48 (1963); "
        "bentuk sederhana menurut Westpak dan Urbanik & Frank, Wood and Fiber Science 38 (2006)",
    ),
    "mckee_tops": Source(
        "McKee with unrounded exponents 0.4924 and 0.5076 (TOPS Pro manual, Stacking Strength; treeDiM StackBuilder, "
        "TreeDim.EdgeCrushTest)",
        "A",
        "McKee dengan pangkat tanpa pembulatan 0,4924 dan 0,5076 (manual TOPS Pro, Stacking Strength; treeDiM "
        "StackBuilder, TreeDim.EdgeCrushTest)",
    ),
    "mckee_stiffness": Source(
        "McKee with bending stiffness and height (treeDiM StackBuilder, McKeeFormula)",
        "B",
        "McKee dengan kekakuan lentur dan tinggi (treeDiM StackBuilder, McKeeFormula)",
    ),
    "fibre_box": Source(
        "Fibre Box Handbook, compression loss multipliers (also printed by Rich Box, Target Compression Formula)",
        "A",
        "Fibre Box Handbook, pengali penurunan kuat tekan (juga dicetak Rich Box, Target Compression Formula)",
    ),
    "printing": Source(
        "printed-area coefficients (treeDiM StackBuilder, PrintCoefDictionary)",
        "B",
        "koefisien luas cetakan (treeDiM StackBuilder, PrintCoefDictionary)",
    ),
    "short_storage": Source(
        "stock coefficients for up to three days (treeDiM StackBuilder, StockCoefDictionary)",
        "B",
        "koefisien simpan sampai tiga hari (treeDiM StackBuilder, StockCoefDictionary)",
    ),
    "tops": Source(
        "TOPS Pro manual, Stacking Strength: flute direction and overhang in inches",
        "B",
        "manual TOPS Pro, Stacking Strength: arah alur dan bagian yang menjorok, dalam inci",
    ),
    "stackbuilder_boards": Source(
        "measured boards (treeDiM StackBuilder, CardboardQualityData.xml)",
        "B",
        "karton yang diukur (treeDiM StackBuilder, CardboardQualityData.xml)",
    ),
    "flutes": Source(
        "usual flute calipers, two printers' tables",
        "A",
        "tebal alur yang lazim, tabel dua percetakan",
    ),
    "crease": Source(
        "a 90° crease takes half the caliper",
        "B",
        "lipatan 90° memakan setengah tebal karton",
    ),
    "fefco_0201": Source(
        "blank of FEFCO 0201 from inside size, glue joint 30 mm",
        "B",
        "lembar FEFCO 0201 dari ukuran dalam, lidah lem 30 mm",
    ),
    "item222": Source(
        "NMFC Item 222 / UFC Rule 41, edge crush, burst and puncture by gross weight and size, as printed by Boxes.ca, "
        "Eco Box, CS Packaging and iPack",
        "B",
        "NMFC Item 222 / UFC Rule 41, tekan tepi, jebol, dan tusuk menurut berat kotor dan ukuran, seperti dicetak "
        "Boxes.ca, Eco Box, CS Packaging, dan iPack",
    ),
    "ista_1a": Source(
        "ISTA 1A drop heights (QC in Asia; papertestmachine.com)",
        "A",
        "tinggi jatuh ISTA 1A (QC in Asia; papertestmachine.com)",
    ),
    "ista_2a": Source(
        "ISTA 2A drop heights (QC in Asia; papertestmachine.com)",
        "A",
        "tinggi jatuh ISTA 2A (QC in Asia; papertestmachine.com)",
    ),
    "ista_3a": Source(
        "ISTA 3A drop heights, general knowledge; only the overview (classes) was read",
        "C",
        "tinggi jatuh ISTA 3A, pengetahuan umum; hanya ikhtisar kelasnya yang dibaca",
    ),
    "stress_energy": Source(
        "stress-energy method (Burgess, Consolidation of cushion curves, Packaging Technology and Science 3, 1990)",
        "B",
        "metode tegangan-energi (Burgess, Consolidation of cushion curves, Packaging Technology and Science 3, 1990)",
    ),
    "cushion_factor": Source(
        "cushion factor: thickness = C · drop height / G",
        "A",
        "faktor bantalan: tebal = C · tinggi jatuh / G",
    ),
    "creep": Source(
        "Package Design Guide for ETHAFOAM, step 4: creep of 10 % is the practical upper limit",
        "B",
        "Package Design Guide for ETHAFOAM, langkah 4: mulur 10 % batas atas dalam praktik",
    ),
    "kerstner": Source(
        "Kerstner's rule for cushion buckling, from general knowledge; the source was not read",
        "C",
        "aturan Kerstner untuk tekuk bantalan, pengetahuan umum; sumbernya belum dibaca",
    ),
    "bearing_area": Source(
        "bearing area = weight / static stress (Repco, How to use dynamic cushion curves)",
        "A",
        "luas tumpu = berat / tegangan statis (Repco, How to use dynamic cushion curves)",
    ),
    "fragility_bands": Source(
        "usual fragility bands (Package Design Guide, step 1; Gemstar, Foam cushioning)",
        "B",
        "golongan kerapuhan yang lazim (Package Design Guide, langkah 1; Gemstar, Foam cushioning)",
    ),
    "dixon_mood": Source(
        "Dixon & Mood, A method for obtaining and analyzing sensitivity data, JASA 43 (1948) 109-126",
        "B",
        "Dixon & Mood, A method for obtaining and analyzing sensitivity data, JASA 43 (1948) 109-126",
    ),
    "dixon_mood_narrow": Source(
        "0.53 times the step where the staircase is too narrow (ISO 12107, seen quoted)",
        "B",
        "0,53 kali langkah bila tangganya terlalu sempit (ISO 12107, dibaca sebagai kutipan)",
    ),
    "dixon_mood_error": Source(
        "standard error (6s + d)/(7·√N), Dixon & Mood 1948, from general knowledge",
        "C",
        "galat baku (6s + d)/(7·√N), Dixon & Mood 1948, pengetahuan umum",
    ),
    "probit": Source(
        "probit regression, maximum likelihood (as Hamada, Mang & Hoff, Quality Engineering 2019)",
        "A",
        "regresi probit, kemungkinan maksimum (seperti Hamada, Mang & Hoff, Quality Engineering 2019)",
    ),
    "half_sine": Source(
        "velocity change of a half-sine pulse: ΔV = (2/π)·G·g·τ",
        "A",
        "perubahan kecepatan denyut setengah sinus: ΔV = (2/π)·G·g·τ",
    ),
    "din55474": Source(
        "DIN 55474 as printed by THOMAR and in Calculation based on DIN 55474",
        "A",
        "DIN 55474 seperti dicetak THOMAR dan dalam Calculation based on DIN 55474",
    ),
    "din55474_one": Source(
        "DIN 55474, value printed by THOMAR alone",
        "B",
        "DIN 55474, nilai yang hanya dicetak THOMAR",
    ),
    "din55474_c": Source(
        "DIN 55474, factor for hygroscopic packing aids: 80 g/kg air-dry (THOMAR), 120 (Süd-Chemie, 20 units a kg), "
        "140 when the moisture is not known (Calculation based on DIN 55474)",
        "B",
        "DIN 55474, faktor bahan bantu kemas yang menyerap air: 80 g/kg kering udara (THOMAR), 120 (Süd-Chemie, 20 "
        "unit per kg), 140 bila kadar airnya tidak diketahui (Calculation based on DIN 55474)",
    ),
    "barrier": Source(
        "water vapour through PE-LD 0.2 mm and aluminium composite (THOMAR; trockenmittel.ch)",
        "A",
        "uap air yang menembus PE-LD 0,2 mm dan komposit aluminium (THOMAR; trockenmittel.ch)",
    ),
    "buck": Source(
        "saturation vapour pressure after Buck (1996); agrees with THOMAR's and silicagel.de's tables to four figures",
        "A",
        "tekanan uap jenuh menurut Buck (1996); cocok dengan tabel THOMAR dan silicagel.de sampai empat angka",
    ),
    "mould": Source(
        "mould from 75 to 80 % RH (GDV Container Handbook: container-dry wood is 12-15 % water, 70-75 % RH); spruce "
        "in a container kept clean below 93 % (Kržišnik et al., Maderas 20, 2018)",
        "B",
        "jamur mulai 75–80 % RH (GDV Container Handbook: kayu kering peti kemas berkadar air 12–15 %, 70–75 % RH); "
        "cemara dalam peti kemas bersih di bawah 93 % (Kržišnik dkk., Maderas 20, 2018)",
    ),
    "silica_rule": Source(
        "silicagel.de rule of thumb: grams of water times ten is grams of desiccant",
        "B",
        "aturan praktis silicagel.de: gram air kali sepuluh menjadi gram pengering",
    ),
    "ppwr": Source(
        "Regulation (EU) 2025/40, Article 24, as summarised by four secondary sources; the law itself was not read, "
        "the method of counting is due by 12 February 2028",
        "B",
        "Peraturan (UE) 2025/40, Pasal 24, menurut ringkasan empat sumber sekunder; naskahnya sendiri belum dibaca, "
        "cara menghitungnya ditetapkan paling lambat 12 Februari 2028",
    ),
    "carrier": Source(
        "volumetric divisor of the carrier, see the row",
        "B",
        "pembagi berat volume kurir, lihat barisnya",
    ),
    "memory": Source(
        "from memory; the source was not read",
        "C",
        "dari ingatan, sumbernya belum dibaca",
    ),
    "assumption": Source(
        "assumption from general knowledge; to be calibrated by the office",
        "C",
        "anggapan dari pengetahuan umum, untuk diganti kantor dengan ukurannya sendiri",
    ),
}


def cite(code: str, language: Literal["id", "en"] = "en") -> str:
    """The citation of a code; free text (an office's own source) stands for itself. Titles stay as printed."""
    source = SOURCES.get(code)
    if source is None:
        return code
    return source.indonesian if language == "id" else source.citation


def firmness_of(code: str) -> str:
    """A free text is one source read."""
    source = SOURCES.get(code)
    return source.firmness if source else "B"
