"""The figures: `binakriya statistics …`."""

from dataclasses import asdict
from typing import Annotated, Any, get_args
from uuid import UUID

import typer

from binakriya.accounts.queries import organisations
from binakriya.accounts.rules import Deed, NotAllowed, check_may
from binakriya.statistics.queries import MAPPED, Level, Overview, Value, overview
from binakriya.statistics.rules.groups import ALL_GROUPS
from binakriya.website.cli.problems import Problem, emit
from binakriya.website.cli.shared import Acting, AsJson, acting, lines, told

app = typer.Typer(help="Figures: tiles, the map, the national series.", no_args_is_help=True)

Office = Annotated[
    str,
    typer.Option(help="Short name of the office (default: all together, with what tells of few enterprises hidden)."),
]
Year = Annotated[int, typer.Option(help="Only activities that begin in this year; of one office alone.")]
Group = Annotated[
    str, typer.Option(help=f"Only enterprises of these wares ({', '.join(ALL_GROUPS)}); of one office alone.")
]


def _office(name: str, who: str) -> UUID | None:
    """Whose figures: the named office's, the acting person's own, or None for all together."""
    by = acting(who)
    with told():
        check_may(by, Deed.STATISTICS_READ)
        if not name:
            return by.office_id
        found = [o for o in organisations(kind="office") if name.casefold() in (o.short_name.casefold(), str(o.id))]
        if len(found) != 1:
            names = ", ".join(o.short_name for o in organisations(kind="office")) or "none yet"
            raise Problem(f"Which office? Name one with --office; there are: {names}.")
        if not by.system and by.office_id != found[0].id:
            raise NotAllowed("office")
        return found[0].id


def _overview(office: str, who: str, **asked: Any) -> Overview:
    office_id = _office(office, who)
    if office_id is None and (asked.get("year") or asked.get("group")):
        raise Problem("Years and wares are told of one office alone. Name it: --office")
    if asked.get("group", "") not in ("", *ALL_GROUPS):
        raise Problem(f"There are no wares {asked['group']}. Choose one of {', '.join(ALL_GROUPS)}: --group")
    with told():
        return overview(office_id=office_id, public=office_id is None, **asked)


def _shown(value: Value) -> str:
    return "hidden" if value.value is None else str(value.value)


@app.command()
def tiles(year: Year = 0, group: Group = "", office: Office = "", who: Acting = "", as_json: AsJson = False) -> None:
    """The figures at the top of the page: enterprises, workers, trained, certificates."""
    page = _overview(office, who, year=year, group=group)
    if as_json:
        emit({"where": page.where, "tiles": [{"code": t.code, **asdict(t.value)} for t in page.tiles]})
        return
    lines((t.code, t.words.name, _shown(t.value)) for t in page.tiles)


@app.command()
def series(as_json: AsJson = False) -> None:
    """The national series of craft exports and employment, each with publisher, basis and source."""
    page = _overview("", "")
    if as_json:
        emit(
            {
                "exports": [asdict(row) for row in page.exports],
                "employment": [asdict(row) for row in page.employment],
                "years_without_full_figure": page.gaps,
                "conflicting_years": page.conflicting_years,
            }
        )
        return
    lines(("exports", r.year, f"USD {r.usd_million} m", r.publisher, r.basis, r.source) for r in page.exports)
    lines(("employment", r.year, r.units, r.workers, r.scope, r.source) for r in page.employment)


@app.command("map")
def map_command(
    indicator: Annotated[str, typer.Option(help=f"What to show: {', '.join(MAPPED)}.")] = "enterprises",
    level: Annotated[str, typer.Option(help=f"By which regions: {', '.join(get_args(Level))}.")] = "kecamatan",
    year: Year = 0,
    group: Group = "",
    office: Office = "",
    who: Acting = "",
    as_json: AsJson = False,
) -> None:
    """One indicator by region, as the map shows it."""
    if indicator not in MAPPED:
        raise Problem(f"There is no indicator {indicator}. Choose one of {', '.join(MAPPED)}: --indicator")
    if level not in get_args(Level):
        raise Problem(f"There is no level {level}. Choose one of {', '.join(get_args(Level))}: --level")
    page = _overview(office, who, indicator=indicator, level=level, year=year, group=group)
    if as_json:
        emit(
            {
                "where": page.where,
                "indicator": page.indicator,
                "level": page.level,
                "places": [
                    {"code": p.code, "name": p.name, "within": p.within, **asdict(p.value)} for p in page.places
                ],
                "year": page.year,
                "group": page.group,
                "groups": {bar.code: bar.value for bar in page.groups.bars} if page.groups else None,
                "elsewhere": asdict(page.elsewhere) if page.elsewhere else None,
            }
        )
        return
    lines((p.code, p.name, p.within, _shown(p.value)) for p in page.places)
