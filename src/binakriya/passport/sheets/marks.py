"""Shapes of stages and marks of states: shape, then filling, then word, then colour. In grey they still read."""

from binakriya.foundation.press import Drawn
from binakriya.passport.rules.stages import State

DYES = {"quality": "#4c6b35", "packaging": "#8b5527", "label": "#a07300", "rights": "#34539f", "market": "#a23a44"}
INK, PALE = "#221d18", "#8a7d6c"
_SHAPES = {
    "quality": "M16 3 27.5 9.5V22.5L16 29 4.5 22.5V9.5Z",
    "packaging": "M4.5 4.5H27.5V27.5H4.5Z",
    "label": "M3 16 12 5.5H29V26.5H12Z",
    "rights": "M16 3 27 7V16C27 22.5 22.5 27 16 29.5 9.5 27 5 22.5 5 16V7Z",
    "market": "M16 3.5A12.5 12.5 0 1 1 16 28.5 12.5 12.5 0 1 1 16 3.5Z",
}
_CIRCLE = '<circle cx="16" cy="16" r="11" fill="{fill}" stroke="{line}" stroke-width="2"{more}/>'
_CHECK = '<path d="M10.5 16.5 14.5 20.5 22 12" fill="none" stroke="#fff" stroke-width="3"/>'
_HALF = f'<path d="M16 5A11 11 0 0 0 16 27Z" fill="{INK}"/>'
_LATE = f'<path d="M16 9V18M16 21V24" fill="none" stroke="{INK}" stroke-width="3"/>'
_DASH = f'<path d="M8 16H24" fill="none" stroke="{PALE}" stroke-width="3"/>'


def stage_mark(stage: str, code: int) -> Drawn:
    """`code`: 0 dashed, 1 tinted, 2 filled."""
    dye = DYES[stage]
    dashes = ' stroke-dasharray="3 2.4"' if code == 0 else ""
    fill, shade = ("none", "") if code == 0 else (dye, "" if code == 2 else ' fill-opacity="0.22"')
    return _svg(f'<path d="{_SHAPES[stage]}" fill="{fill}"{shade} stroke="{dye}" stroke-width="2"{dashes}/>')


def state_mark(state: State) -> Drawn:
    if state is State.MET:
        return _svg(_CIRCLE.format(fill=INK, line=INK, more="") + _CHECK)
    if state is State.NOT_APPLICABLE:
        return _svg(_DASH)
    if state is State.NOT_BEGUN:
        return _svg(_CIRCLE.format(fill="none", line=PALE, more=' stroke-dasharray="3 2.4"'))
    return _svg(_CIRCLE.format(fill="none", line=INK, more="") + (_HALF if state is State.IN_WORK else _LATE))


def _svg(inner: str) -> Drawn:
    return Drawn(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{inner}</svg>')
