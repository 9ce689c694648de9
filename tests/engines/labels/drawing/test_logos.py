"""SVG logos: shapes come through exactly, everything else is refused with what it is."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binakriya.engines.labels.drawing import LogoRefused, read_svg_logo
from binakriya.engines.labels.drawing.paths import read_path
from binakriya.engines.labels.drawing.shapes import bounds


def svg(inside: str, more: str = 'viewBox="0 0 100 50"') -> bytes:
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {spaces} {more}>{inside}</svg>".encode()


SQUARE = '<rect x="10" y="10" width="20" height="20" fill="#f00"/>'

HOSTILE = {
    "script": svg(SQUARE + "<script>alert(1)</script>"),
    "handler": svg('<rect width="9" height="9" onload="alert(1)"/>'),
    "handler on root": svg(SQUARE, 'viewBox="0 0 9 9" onload="alert(1)"'),
    "foreign object": svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
    "image": svg('<image xlink:href="http://example.org/a.png" width="5" height="5"/>'),
    "use": svg('<use href="#a"/>' + SQUARE),
    "link": svg('<a xlink:href="javascript:alert(1)"><rect width="9" height="9"/></a>'),
    "href on a shape": svg('<path d="M0 0L9 9" xlink:href="file:///etc/passwd"/>'),
    "animation": svg('<rect width="9" height="9"><animate attributeName="x"/></rect>'),
    "style import": svg("<style>@import url(http://example.org/a.css);</style>" + SQUARE),
    "style url": svg('<rect width="9" height="9" style="fill:url(http://example.org/#a)"/>'),
    "style of all": svg("<style>* { fill: red }</style>" + SQUARE),
    "escaped css": svg(r"<style>.a{fill:\75rl(x)}</style>" + SQUARE),
    "gradient": svg('<defs><linearGradient id="a"/></defs>' + SQUARE),
    "paint server": svg('<rect width="9" height="9" fill="url(#a)"/>'),
    "filter": svg('<rect width="9" height="9" filter="url(#a)"/>'),
    "text": svg("<text>Anggrek</text>"),
    "half clear": svg('<rect width="9" height="9" opacity="0.5"/>'),
    "outside": svg('<rect x="9000" width="9" height="9"/>'),
    "entities": b'<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' + svg(SQUARE),
    "external entity": b'<!DOCTYPE svg SYSTEM "http://example.org/x.dtd">' + svg(SQUARE),
    "stylesheet": b'<?xml-stylesheet href="http://example.org/a.css"?>' + svg(SQUARE),
    "huge": svg(SQUARE + "<!-- " + "x" * 400_000 + " -->"),
    "many": svg("<g></g>" * 4000 + SQUARE),
    "deep": svg("<g>" * 60 + SQUARE + "</g>" * 60),
    "numbers without end": svg('<rect x="1e999" width="9" height="9"/>'),
    "endless path": svg('<path d="M0 0 L1e400 0"/>'),
    "no size": svg(SQUARE, ""),
    "no area": svg('<path d="M5 5 L5 5"/>'),
    "nothing": svg(""),
    "html": b"<html><body/></html>",
    "plain svg without namespace": b'<svg viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
    "broken": svg(SQUARE)[:-9],
    "empty": b"",
    "png": b"\x89PNG\r\n\x1a\n" + bytes(40),
    "utf-16 entity": '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>'.encode("utf-16"),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_whatever_is_not_a_plain_shape_is_refused(name: str) -> None:
    with pytest.raises(LogoRefused) as told:
        read_svg_logo(HOSTILE[name])
    assert told.value.field == "logo" and len(told.value.text.id) > 20


def test_shapes_come_through_where_they_stand() -> None:
    logo = read_svg_logo(svg(SQUARE + '<circle cx="60" cy="20" r="10" fill="rgb(0,128,0)"/>'))
    assert [shape.fill for shape in logo.shapes] == ["#ff0000", "#008000"]
    assert (logo.width, logo.height) == pytest.approx((60, 20))
    assert bounds(logo.shapes[0].path) == pytest.approx((0, 0, 20, 20))
    assert bounds(logo.shapes[1].path) == pytest.approx((40, 0, 60, 20))


def test_groups_hand_down_their_look_and_turn_what_is_in_them() -> None:
    drawn = (
        '<g fill="none" stroke="navy" stroke-width="2" transform="translate(50 25) rotate(90) scale(2)">'
        '<line x1="0" y1="0" x2="10" y2="0"/></g>'
        '<style>.k{fill:#0f0;stroke:none}</style><rect class="k" x="0" y="0" width="10" height="10"/>'
    )
    line, square = read_svg_logo(svg(drawn)).shapes
    assert line.stroke == "#000080" and line.fill is None and line.width == pytest.approx(4)
    assert bounds(line.path) == pytest.approx((50, 25, 50, 45))
    assert square.fill == "#00ff00" and square.stroke is None


def test_notes_of_drawing_programs_are_left_out() -> None:
    drawn = (
        '<title>Logo</title><metadata><x xmlns="urn:y"><script/></x></metadata>'
        '<i:note xmlns:i="http://www.inkscape.org/namespaces/inkscape" onload="x"/><defs/>' + SQUARE
    )
    assert len(read_svg_logo(svg(drawn)).shapes) == 1


@pytest.mark.parametrize(
    ("data", "end"),
    [("M1 2h3v4H0V0z", None), ("m1,2l3-4.5.5-.5", (4.5, -3.0)), ("M0 0C1 1 2 2 3 3S5 5 6 6", (6, 6)),
     ("M0 0Q1 1 2 0T4 0", (4, 0)), ("M0 0A5 5 0 0110 0", (10, 0)), ("M0 0 5 5 9 9", (9, 9))],
)  # fmt: skip
def test_path_data_in_its_many_ways(data: str, end: tuple[float, float] | None) -> None:
    path = read_path(data)
    if end is None:
        assert path[-1] == ("Z",)
    else:
        assert path[-1][-2:] == pytest.approx(end)


def test_an_arc_is_a_circle() -> None:
    """Two half circles of radius 5 about (5, 0): every end and middle lies on it."""
    path = read_path("M0 0A5 5 0 0 1 10 0A5 5 0 0 1 0 0Z")
    x, y = 0.0, 0.0
    for _, *numbers in path[1:-1]:
        a, b, c, d, u, v = (float(number) for number in numbers)
        for t in (0.25, 0.5, 0.75, 1.0):
            s = 1 - t
            px = s**3 * x + 3 * s * s * t * a + 3 * s * t * t * c + t**3 * u
            py = s**3 * y + 3 * s * s * t * b + 3 * s * t * t * d + t**3 * v
            assert math.hypot(px - 5, py) == pytest.approx(5, rel=3e-4)
        x, y = u, v


@pytest.mark.parametrize(
    "data", ["L1 1", "M", "M1", "M0 0 X1 1", "M0 0A1 1 0 2 1 5 5", "M0 0z1 1", "M1 1e9", "M0 0;L1 1"]
)
def test_broken_path_data_is_no_path(data: str) -> None:
    with pytest.raises(ValueError):
        read_path(data)


@settings(max_examples=300)
@given(st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.,- e", max_size=60))
def test_any_text_is_a_path_or_refused(data: str) -> None:
    try:
        path = read_path(data)
    except ValueError:
        return
    assert all(math.isfinite(float(value)) for command in path for value in command[1:])


@settings(max_examples=200)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=120).map(lambda inside: svg(inside))))
def test_any_file_is_a_logo_or_refused(data: bytes) -> None:
    try:
        logo = read_svg_logo(data)
    except LogoRefused:
        return
    assert logo.width > 0 and logo.height > 0 and logo.shapes
