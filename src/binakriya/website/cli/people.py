"""People from the shell: `binakriya people …`. The first administrator of an office comes in this way."""

from dataclasses import asdict
from typing import Annotated

import typer
from django.urls import reverse
from django.utils import timezone

from binakriya.accounts.operations import create_organisation, invite
from binakriya.accounts.queries import organisations, people_page
from binakriya.accounts.rules import Refused, Role, machine
from binakriya.foundation.addresses import public_address
from binakriya.website.cli.problems import Problem, emit

app = typer.Typer(help="People: invite someone by link, list who may come in.", no_args_is_help=True)

_REASONS = {
    "already_invited": "There is an open invitation for this role already. Revoke it on the page /undangan/ first.",
    "email_unreadable": "That is no e-mail address. Write it as name@example.go.id.",
    "email_or_phone": "Give --email or --phone.",
    "name_length": "Names have 1 to 120 characters; an office's up to 200, its short name up to 60. Shorten it.",
    "organisation_kind": "This role is not held for an office. Leave --office out.",
    "organisation_needed": "This role is held for an office. Name it: --office 'Disperindag Tangsel'",
    "phone_unreadable": "The phone number was not understood. Write it as 0812-3456-7890.",
    "short_name_taken": "An office of that name exists.",
}


@app.command("invite")
def invite_person(
    name: Annotated[str, typer.Argument(help="Name of the person.")],
    role: Annotated[Role, typer.Option(help="Role that the link gives.")] = Role.ADMINISTRATOR,
    office: Annotated[str, typer.Option(help="Short name of the office; made when it does not exist.")] = "",
    office_name: Annotated[str, typer.Option(help="Full name of the office, when it is made.")] = "",
    email: Annotated[str, typer.Option(help="E-mail address of the person.")] = "",
    phone: Annotated[str, typer.Option(help="Phone of the person.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the facts as JSON.")] = False,
) -> None:
    """Print a link with which one person makes their account. It opens once, for seven days."""
    by, now = machine("shell"), timezone.now()
    if office and role == Role.MAKER:
        raise Problem(_REASONS["organisation_kind"])
    try:
        office_id = next((o.id for o in organisations(kind="office") if o.short_name == office), None)
        if office and office_id is None:
            office_id = create_organisation(
                kind="office", name=office_name or office, short_name=office, by=by, now=now
            )
        issued = invite(role=role, organisation_id=office_id, name=name, email=email, phone=phone, by=by, now=now)
    except Refused as refused:
        raise Problem(_REASONS[refused.reason]) from refused
    link = public_address(reverse("accounts:accept", kwargs={"token": issued.token}))
    if as_json:
        emit({"invitation": issued.invitation_id, "link": link})
    else:
        typer.echo(link)


@app.command("list")
def list_people(
    text: Annotated[str, typer.Argument(help="Part of a name, or a whole e-mail or phone.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the facts as JSON.")] = False,
) -> None:
    """The people who may come in, with their roles; contacts are masked. Fifty at most."""
    page = people_page(by=machine("shell"), text=text)
    if as_json:
        emit({"total": page.total, "people": [asdict(row) for row in page.rows]})
        return
    for row in page.rows:
        roles = ", ".join(f"{g.role} {g.organisation}".strip() for g in row.grants) or "no role"
        typer.echo(f"{row.name}\t{roles}\t{row.phone} {row.email}{'' if row.is_active else ' (inactive)'}")
