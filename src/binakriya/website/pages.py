"""What the home page shows. The rooms' queries give the parts; `home_page` in views/home.py gathers them."""

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Moment:
    """A session of today. state: done, now, or '' (to come)."""

    starts_at: dt.datetime
    title: str
    by: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class GroupCount:
    label: str
    present: int
    expected: int


@dataclass(frozen=True, slots=True)
class Today:
    """The activity that runs today; else the next one, or the last one when `is_over`. `seats` of `quota` are taken;
    `unanswered`: invitations."""

    title: str
    place: str
    href: str
    starts_at: dt.datetime
    runs_today: bool
    moments: tuple[Moment, ...] = ()
    present: int = 0
    expected: int = 0
    groups: tuple[GroupCount, ...] = ()
    scanner_href: str = ""
    attendance_href: str = ""
    is_over: bool = False
    quota: int = 0
    seats: int = 0
    waiting: int = 0
    unanswered: int = 0


@dataclass(frozen=True, slots=True)
class Task:
    """Something that needs attention. tone: bad (late), warn (due), info (to be reviewed)."""

    title: Text
    note: Text
    href: str
    icon: str = "info"
    tone: str = "info"


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure: `change` over `period` ("sejak 1 Agu"), `bad` when the change is a bad one."""

    label: Text
    value: int
    unit: Text = ""
    change: int | None = None
    period: Text = ""
    bad: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """So many of `whole` enterprises say this; `href` lists those that don't."""

    label: Text
    met: int
    href: str = ""


@dataclass(frozen=True, slots=True)
class Data:
    """How complete the registry is: `worst` is the bar with the fewest."""

    whole: int
    bars: tuple[Bar, ...]

    @property
    def worst(self) -> Bar:
        return min(self.bars, key=lambda bar: bar.met)


@dataclass(frozen=True, slots=True)
class SetUpStep:
    """A step of an office that begins. `href` "" where the actor may not take it: then `note` says who may."""

    title: Text
    note: Text
    href: str
    done: bool
    deed: Text = ""


@dataclass(frozen=True, slots=True)
class SetUp:
    steps: tuple[SetUpStep, ...]

    @property
    def done(self) -> int:
        return sum(step.done for step in self.steps)

    @property
    def whole(self) -> int:
        return len(self.steps)

    @property
    def next(self) -> SetUpStep | None:
        """The first step that the actor may take."""
        return next((step for step in self.steps if not step.done and step.href), None)


@dataclass(frozen=True, slots=True)
class Result:
    """An activity in a row of the table: people who held a seat and who came; `paper`: the page of its report."""

    title: str
    place: str
    day: dt.date
    seats: int
    quota: int
    present: int
    href: str
    over: bool
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a short list: a registration, a ticket, an upcoming activity."""

    title: str
    note: Text
    href: str
    badge: Text = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class HomePage:
    """Officers: set_up while the office begins, then today, tasks, tiles, data, results. The leadership: tiles,
    results, data. Makers: next_step, own. Visitors: upcoming."""

    set_up: SetUp | None = None
    data: Data | None = None
    results: tuple[Result, ...] = ()

    today: Today | None = None
    tasks: tuple[Task, ...] = ()
    tasks_total: int = 0
    tiles: tuple[Tile, ...] = ()
    own: tuple[Row, ...] = ()
    upcoming: tuple[Row, ...] = ()
    next_step: Task | None = None


@dataclass(frozen=True, slots=True)
class SearchGroup:
    """What one room found for a search."""

    label: Text
    icon: str
    rows: tuple[Row, ...]
    total: int
    all_href: str = ""


@dataclass(frozen=True, slots=True)
class SearchPage:
    text: str
    groups: tuple[SearchGroup, ...] = ()

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)
