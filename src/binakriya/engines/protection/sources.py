"""Where the formulas and constants come from, and how firm that makes them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    citation: str
    firmness: str  # A, B or C, as in `calculation`; "" for what was measured or declared


SOURCES: dict[str, Source] = {
    "given": Source("as measured or declared", ""),
    "geometry": Source("geometry", "A"),
    "mechanics": Source("mechanics (standard gravity 9.80665 m/s²)", "A"),
    "statistics": Source("maximum likelihood and least squares, textbook statistics", "A"),
    "mckee": Source(
        "McKee, Gander, Wachuta, Compression strength formula for corrugated boxes, Paperboard Packaging 48 (1963); "
        "simplified form as given by Westpak and in Urbanik & Frank, Wood and Fiber Science 38 (2006)",
        "A",
    ),
    "mckee_tops": Source(
        "McKee with unrounded exponents 0.4924 and 0.5076 (TOPS Pro manual, Stacking Strength; treeDiM StackBuilder, "
        "TreeDim.EdgeCrushTest)",
        "A",
    ),
    "mckee_stiffness": Source("McKee with bending stiffness and height (treeDiM StackBuilder, McKeeFormula)", "B"),
    "fibre_box": Source(
        "Fibre Box Handbook, compression loss multipliers (also printed by Rich Box, Target Compression Formula)", "A"
    ),
    "printing": Source("printed-area coefficients (treeDiM StackBuilder, PrintCoefDictionary)", "B"),
    "short_storage": Source("stock coefficients for up to three days (treeDiM StackBuilder, StockCoefDictionary)", "B"),
    "tops": Source("TOPS Pro manual, Stacking Strength: flute direction and overhang in inches", "B"),
    "stackbuilder_boards": Source("measured boards (treeDiM StackBuilder, CardboardQualityData.xml)", "B"),
    "flutes": Source("usual flute calipers, two printers' tables", "A"),
    "crease": Source("a 90° crease takes half the caliper", "B"),
    "fefco_0201": Source("blank of FEFCO 0201 from inside size, glue joint 30 mm", "B"),
    "item222": Source(
        "NMFC Item 222 / UFC Rule 41, edge crush and burst by gross weight, as printed by Boxes.ca, Eco Box and CS "
        "Packaging",
        "B",
    ),
    "ista_1a": Source("ISTA 1A drop heights (QC in Asia; papertestmachine.com)", "A"),
    "ista_2a": Source("ISTA 2A drop heights (QC in Asia; papertestmachine.com)", "A"),
    "ista_3a": Source("ISTA 3A drop heights, general knowledge; only the overview (classes) was read", "C"),
    "stress_energy": Source(
        "stress-energy method (Burgess, Consolidation of cushion curves, Packaging Technology and Science 3, 1990)", "B"
    ),
    "cushion_factor": Source("cushion factor: thickness = C · drop height / G", "A"),
    "creep": Source("Package Design Guide for ETHAFOAM, step 4: creep of 10 % is the practical upper limit", "B"),
    "kerstner": Source("Kerstner's rule for cushion buckling, from general knowledge; the source was not read", "C"),
    "bearing_area": Source("bearing area = weight / static stress (Repco, How to use dynamic cushion curves)", "A"),
    "fragility_bands": Source("usual fragility bands (Package Design Guide, step 1; Gemstar, Foam cushioning)", "B"),
    "dixon_mood": Source(
        "Dixon & Mood, A method for obtaining and analyzing sensitivity data, JASA 43 (1948) 109-126", "B"
    ),
    "dixon_mood_narrow": Source("0.53 times the step where the staircase is too narrow (ISO 12107, seen quoted)", "B"),
    "dixon_mood_error": Source("standard error (6s + d)/(7·√N), Dixon & Mood 1948, from general knowledge", "C"),
    "probit": Source("probit regression, maximum likelihood (as Hamada, Mang & Hoff, Quality Engineering 2019)", "A"),
    "half_sine": Source("velocity change of a half-sine pulse: ΔV = (2/π)·G·g·τ", "A"),
    "din55474": Source("DIN 55474 as printed by THOMAR and in Calculation based on DIN 55474", "A"),
    "din55474_one": Source("DIN 55474, value printed by THOMAR alone", "B"),
    "din55474_c": Source(
        "DIN 55474, factor for hygroscopic packing aids: 80 g/kg air-dry (THOMAR), 120 (Süd-Chemie, 20 units a kg), "
        "140 when the moisture is not known (Calculation based on DIN 55474)",
        "B",
    ),
    "barrier": Source("water vapour through PE-LD 0.2 mm and aluminium composite (THOMAR; trockenmittel.ch)", "A"),
    "buck": Source(
        "saturation vapour pressure after Buck (1996); agrees with THOMAR's and silicagel.de's tables to four figures",
        "A",
    ),
    "mould": Source(
        "mould from 75 to 80 % RH (GDV Container Handbook: container-dry wood is 12-15 % water, 70-75 % RH); spruce in "
        "a container kept clean below 93 % (Kržišnik et al., Maderas 20, 2018)",
        "B",
    ),
    "silica_rule": Source("silicagel.de rule of thumb: grams of water times ten is grams of desiccant", "B"),
    "ppwr": Source(
        "Regulation (EU) 2025/40, Article 24, as summarised by four secondary sources; the law itself was not read, "
        "the method of counting is due by 12 February 2028",
        "B",
    ),
    "carrier": Source("volumetric divisor of the carrier, see the row", "B"),
    "assumption": Source("assumption from general knowledge; to be calibrated by the office", "C"),
}


def cite(code: str) -> str:
    """The citation of a code; free text (an office's own source) stands for itself."""
    source = SOURCES.get(code)
    return source.citation if source else code


def firmness_of(code: str) -> str:
    """A free text is one source read."""
    source = SOURCES.get(code)
    return source.firmness if source else "B"
