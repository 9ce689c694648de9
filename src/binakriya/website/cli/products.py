"""Products: `binakriya products …`."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer
from django.utils import timezone

from binakriya.accounts.rules import Actor, Refused
from binakriya.products import operations
from binakriya.products.queries import pages as known
from binakriya.products.queries import product_for_packing, products_for_packing
from binakriya.products.queries.listing import EXPORT_HEAD, Wanted, export_rows, products_page
from binakriya.products.queries.lists import list_page
from binakriya.products.queries.packing import ProductForPacking
from binakriya.products.rules.facts import How, Measured, ProductFacts, Size
from binakriya.products.rules.measures import Quantity, parse
from binakriya.products.words import LACKS, reason_of
from binakriya.registry.queries import find_enterprises
from binakriya.website.cli.problems import Problem, emit
from binakriya.website.cli.shared import Acting, AsJson, Out, acting, lines, read_file, told, write_rows

app = typer.Typer(help="Products: list, show, add, import and export them.", no_args_is_help=True)

ProductId = Annotated[str, typer.Argument(help="Id of the product: binakriya products list")]


@contextmanager
def _told() -> Iterator[None]:
    """Also what the room's operations refuse, in its words."""
    with told():
        try:
            yield
        except Refused as refused:
            raise Problem(reason_of(refused)) from refused


def _id(text: str, option: str) -> UUID:
    try:
        return UUID(text.strip())
    except ValueError as error:
        raise Problem(f"{option}: “{text}” is no id. Look it up: binakriya products list") from error


def _facts(one: ProductForPacking) -> dict[str, Any]:
    """Lengths in mm, mass in g, as numbers; the evidence in short."""
    drops = one.evidence.drops if one.evidence else None
    return {
        **{
            k: v
            for k, v in asdict(one).items()
            if k not in ("evidence", "length_mm", "breadth_mm", "height_mm", "mass_g")
        },
        "size_mm": one.size_mm,
        "mass_g": float(one.mass_g) if one.mass_g is not None else None,
        "evidence": None
        if one.evidence is None
        else {
            "declared_g": one.evidence.declared_g,
            "method": drops.method if drops else "declared",
            "critical_mm": drops.critical_mm if drops else None,
            "interval_mm": [drops.low_mm, drops.high_mm] if drops else None,
        },
    }


def _wanted(text: str, lacks: str) -> Wanted:
    if lacks and lacks not in LACKS:
        raise Problem(f"--lacks is one of: {', '.join(LACKS)}.")
    return Wanted(text=text, lacks=lacks)


Text = Annotated[str, typer.Option(help="Only products found by these words.")]
Lacks = Annotated[str, typer.Option(help="Only those without: ukuran, massa, foto or bukti.")]


@app.command("list")
def list_products(
    text: Text = "",
    lacks: Lacks = "",
    page: Annotated[int, typer.Option(min=1, help="Page of the list, 25 a page.")] = 1,
    who: Acting = "",
    as_json: AsJson = False,
) -> None:
    """The products by name, with the size and mass of their first variant."""
    by = acting(who)
    with _told():
        found = products_page(by=by, wanted=_wanted(text, lacks), number=page)
        if as_json:
            ids = [row.id for row in found.rows]
            emit([_facts(one) for one in products_for_packing(by=by, product_ids=ids)])
            return
    lines((row.id, row.name, row.maker, row.material, row.size, row.mass) for row in found.rows)


@app.command("show")
def show(product: ProductId, who: Acting = "", as_json: AsJson = False) -> None:
    """One product: each variant, and what is known of its fragility."""
    by, product_id = acting(who), _id(product, "product")
    with _told():
        page = known.product_page(product_id=product_id, by=by, today=timezone.localdate())
        if as_json:
            variants = [product_for_packing(variant_id=v.id, by=by) for v in page.variants]
            emit(
                {
                    "variants": [_facts(v) for v in variants if v],
                    "fragility": _fragility(page),
                    "photos": len(page.photos),
                }
            )
            return
    lines([(page.head.name, page.head.maker, page.material)])
    lines((v.name, v.size, v.mass, v.who, v.on, v.how) for v in page.variants)
    if page.fragility:
        f = page.fragility
        typer.echo(f"{f.g:g} G ({f.band}), {'assumed' if f.assumed else 'tested'}, firmness {f.firmness}")


def _fragility(page: known.ProductPage) -> dict[str, Any] | None:
    return asdict(page.fragility) if page.fragility else None


def _side(text: str, quantity: Quantity, option: str) -> Any:
    try:
        return parse(text, quantity).value
    except Refused as refused:
        raise Problem(f"{option}: {reason_of(refused)}") from refused


def _measured(size: str, mass: str, shape: str, by: Actor) -> Measured | None:
    if not size:
        if mass:
            raise Problem("--mass needs --size: a mass alone makes no box. Give both, as --size 220x140x90 --mass 850")
        return None
    sides = [part for part in size.lower().replace("×", "x").split("x") if part.strip()]
    if len(sides) != (2 if shape == "cylinder" else 3):
        raise Problem("--size is LENGTHxBREADTHxHEIGHT, as 220x140x90; with --shape cylinder DIAMETERxHEIGHT.")
    values = [_side(part, "length", "--size") for part in sides]
    if shape == "cylinder":
        values = [values[0], values[0], values[1]]
    return Measured(
        Size(shape, *values),
        _side(mass, "mass", "--mass") if mass else None,
        by.label,
        timezone.localdate(),
        How.STATED,
    )


def _maker(name: str, by: Actor) -> UUID:
    try:
        return UUID(name)
    except ValueError:
        found = find_enterprises(text=name, office_id=by.office_id, limit=2)
    if len(found) != 1:
        raise Problem(
            f"{name} is no one enterprise of the office of who acts. Name its id, or act as its officer: --as"
        )
    return found[0].id


@app.command("add")
def add(
    name: Annotated[str, typer.Argument(help="Name of the product.")],
    maker: Annotated[str, typer.Option(help="Name or id of the enterprise that makes it.")],
    material: Annotated[str, typer.Option(help="What it is made of, as keramik, rotan, kayu.")],
    size: Annotated[str, typer.Option(help="Outside, as 220x140x90 (mm), or with units: 22cmx14cmx9cm.")] = "",
    mass: Annotated[str, typer.Option(help="In grams, or with a unit: 0,85kg.")] = "",
    shape: Annotated[str, typer.Option(help="box, cylinder or irregular.")] = "box",
    form: Annotated[str, typer.Option(help="plain, thin, protruding, joined or massive.")] = "plain",
    sku: Annotated[str, typer.Option(help="The maker's own code.")] = "",
    who: Acting = "",
    as_json: AsJson = False,
) -> None:
    """Add a product with its first variant."""
    by = acting(who)
    measured = _measured(size, mass, shape, by)
    with _told():
        made = operations.add_product(
            maker_id=_maker(maker, by),
            facts=ProductFacts(name, material, form=form),
            measured=measured,
            sku=sku,
            by=by,
            now=timezone.now(),
        )
        found = product_for_packing(product_id=made, by=by)
    if as_json and found:
        emit(_facts(found))
        return
    typer.echo(f"{made}")


@app.command("import")
def import_list(
    file: Annotated[Path, typer.Argument(help="CSV or workbook with the products of a class.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be written; the list is discarded.")
    ] = False,
    who: Acting = "",
    as_json: AsJson = False,
) -> None:
    """Read a list and write the rows that are understood. Acts for the office of the one who acts: --as."""
    by = acting(who)
    if by.office_id is None:
        raise Problem("A list belongs to an office. Act as one of its officers: --as")
    data = read_file(file)
    now = timezone.now()
    with _told():
        made = operations.add_list(data=data, name=file.name, by=by, now=now)
        page = list_page(list_id=made, by=by)
        if dry_run or not page.ready:
            operations.discard_list(list_id=made, by=by, now=now)
            count = 0
        else:
            written = operations.write_list(list_id=made, by=by, now=now)
            count = written.added + written.mended
    rows = [asdict(row) for row in page.rows]
    if as_json:
        emit({"list": str(made), "rows": rows, "ready": page.ready, "written": count})
        return
    for row in page.rows:
        told = [f"{column}: {why}" for column, why in (*row.problems, *row.lacks)]
        lines([(row.number, row.name, row.maker, row.size, row.mass, "; ".join((*told, row.note)))])
    typer.echo(f"{count} products written, {len(rows) - count} rows left out.")


@app.command("export")
def export(text: Text = "", lacks: Lacks = "", out: Out = None, who: Acting = "", as_json: AsJson = False) -> None:
    """Print the products as CSV that no spreadsheet takes for formulas, or as JSON: one row a variant, mm and g."""
    by = acting(who)
    with _told():
        rows = list(export_rows(by=by, wanted=_wanted(text, lacks)))
        operations.note_export(count=len(rows), form="json" if as_json else "csv", by=by, now=timezone.now())
    write_rows(EXPORT_HEAD, rows, out=out, as_json=as_json)
    if out is not None:
        typer.echo(f"{len(rows)} variants written to {out}.")
