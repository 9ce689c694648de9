import csv
import io

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from binakriya.foundation.rules.exports import as_written, csv_lines, safe_cell, workbook_file


@given(st.sampled_from("=+-@\t\r\n＝"), st.text(max_size=20), st.sampled_from(["", " ", "   "]))
def test_no_text_begins_like_a_formula(first: str, rest: str, space: str) -> None:
    assert str(safe_cell(f"{space}{first}{rest}")).startswith("'")


def test_numbers_stay_numbers_and_plain_text_is_untouched() -> None:
    assert safe_cell(-5) == -5
    assert safe_cell(4.3) == 4.3
    assert safe_cell("Batik Sari") == "Batik Sari"
    assert safe_cell(None) == ""


@given(
    st.lists(
        st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"))), max_size=5
    )
)
def test_a_file_is_read_back_row_for_row(rows: list[list[str]]) -> None:
    text = "".join(csv_lines(rows))
    read = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert read == [[str(safe_cell(c)) for c in row] for row in rows]


FORBIDDEN = [*map(chr, [*range(9), 0x0B, 0x0C, *range(0x0E, 0x20)]), "\ud800", "\udfff", "\ufdd0", "\ufffe", "\uffff"]
FORBIDDEN += ["\U0001fffe", "\U0010ffff", "\u202e", "\u2066"]


def test_no_character_breaks_a_file() -> None:
    rows = [[f"Usaha {c}{n}", n] for n, c in enumerate(FORBIDDEN)]
    clean = [[f"Usaha {n}", n] for n in range(len(FORBIDDEN))]
    with workbook_file(rows, title="Usaha") as file:
        assert [list(row) for row in load_workbook(file).active.iter_rows(values_only=True)] == clean  # type: ignore[union-attr]
    assert "".join(csv_lines(rows)).encode() == "".join(csv_lines(clean)).encode()


def test_control_characters_do_not_reach_a_workbook() -> None:
    assert safe_cell("Bu \x07Lonceng\x1b[31m") == "Bu Lonceng[31m"


@given(st.text(alphabet="'=+-@ aB1\t"))
def test_a_text_that_was_put_out_safely_is_read_back_as_itself(text: str) -> None:
    out = str(safe_cell(text))
    assert as_written(out) == text
    assert not out.lstrip(" ").startswith(("=", "+", "-", "@", "\t"))
