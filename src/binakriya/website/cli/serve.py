"""Start the service: the web server and the worker, together."""

import errno
import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
from ipaddress import ip_address
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.utils import timezone

from binakriya.website.cli.problems import Problem
from binakriya.website.tending import (
    forget_old_files,
    forget_old_invitations,
    recalculate_passports,
    requeue_lost_tasks,
    search_duplicates,
)


def prepare() -> None:
    """Bring the database and the static files up to date. Safe to repeat."""
    settings.VAR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    if settings.PRODUCTION:
        call_command("createcachetable", verbosity=0)
    _collect_static()
    typer.echo("Database and static files are up to date.")


def _collect_static() -> None:
    """Hash and compress the static files (some seconds), unless they are as they were."""
    found = sorted(
        (path, storage.size(path), storage.get_modified_time(path).isoformat())
        for finder in get_finders()
        for path, storage in finder.list([])
    )
    now = hashlib.sha256(repr(found).encode()).hexdigest()
    stamp = Path(settings.STATIC_ROOT) / "collected.txt"
    if stamp.exists() and stamp.read_text(encoding="ascii") == now:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now, encoding="ascii")


def tend() -> None:
    """Delete uploaded lists of imports confirmed more than 30 days ago, and forget whom links invited that were revoked
    or ran out as long ago; have duplicates looked for among what registrations added. For a daily timer; the worker
    does it too."""
    typer.echo(f"Files deleted: {forget_old_files(now=timezone.now())}.")
    typer.echo(f"Invitations forgotten: {forget_old_invitations(now=timezone.now())}.")
    typer.echo(f"Offices to search for duplicates: {search_duplicates()}.")
    typer.echo(f"Passports moved: {recalculate_passports(now=timezone.now())}.")


def worker(
    alone: Annotated[bool, typer.Option(help="No other worker runs: take over whatever was left running.")] = False,
) -> None:
    """Do background work (reading lists, finding duplicates, certificates) until interrupted."""
    found = requeue_lost_tasks(now=timezone.now(), alone=alone)
    if found:
        typer.echo(f"Taken over from a lost worker: {found} tasks.")
    forget_old_files(now=timezone.now())
    forget_old_invitations(now=timezone.now())
    search_duplicates()
    recalculate_passports(now=timezone.now())
    call_command("db_worker", interval=0.3, startup_delay=False, reload=False)


def _listening(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=0.5).close()
    except OSError:
        return False
    return True


def _address(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _check_free(host: str, port: int) -> None:
    """Raises Problem when one cannot listen there."""
    try:
        family, kind, *_rest, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as s:
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            s.bind(address)
    except (socket.gaierror, UnicodeError) as error:
        raise Problem(f"{host} is no address that this machine knows. Try: --host 127.0.0.1") from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Problem(f"Port {port} is taken. Choose another: PORT=8001 make run") from error
        if error.errno == errno.EACCES:
            raise Problem(f"Port {port} is for the system alone. Choose one above 1023: PORT=8001 make run") from error
        raise Problem(f"{host} is no address of this machine ({error.strerror}). Try: --host 127.0.0.1") from error


OPEN_TO_OTHERS = (
    "Others reach this server on {host}. Put a proxy in front that receives requests whole before it hands them on "
    "(nginx does, with its usual settings) and speaks HTTPS: a few slow visitors can otherwise hold every thread."
)


def is_local(host: str) -> bool:
    """Whether only this machine reaches the address. A name that is no address counts by where it leads."""
    try:
        found = {str(one[4][0]) for one in socket.getaddrinfo(host, None)}
        return bool(found) and all(ip_address(one.partition("%")[0]).is_loopback for one in found)
    except (OSError, ValueError):
        return False


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", envvar="PORT", min=1, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(help="Web server processes.", min=1, max=64)] = 2,
    threads: Annotated[int, typer.Option(help="Threads a process.", min=1, max=128)] = 4,
    with_worker: Annotated[bool, typer.Option("--worker/--no-worker", help="Also run the worker.")] = True,
) -> None:
    """Serve the web pages and do the background work, until interrupted."""
    _check_free(host, port)
    if not is_local(host):
        typer.secho(OPEN_TO_OTHERS.format(host=host), err=True, fg=typer.colors.YELLOW)
    here = Path(sys.executable).parent
    environment = {**os.environ, "PORT": str(port)}
    children = [
        subprocess.Popen(  # noqa: S603
            [
                str(here / "gunicorn"),
                "binakriya.website.wsgi:application",
                f"--bind={_address(host, port)}",
                f"--workers={workers}",
                f"--threads={threads}",
                "--worker-class=gthread",
                "--preload",
                "--graceful-timeout=10",
                "--log-level=warning",
            ],
            env=environment,
        )
    ]
    if with_worker:
        children.append(
            subprocess.Popen(
                [sys.executable, "-m", "binakriya", "worker", "--alone"],
                env=environment,
            )
        )

    def stop(number: int, frame: FrameType | None) -> None:
        for child in children:
            if child.poll() is None:
                child.terminate()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    for _ in range(200):
        if _listening(host, port) or children[0].poll() is not None:
            break
        time.sleep(0.1)
    if children[0].poll() is None:
        typer.echo(f"Binakriya is ready: http://{_address(host, port)}/")
    # When one of the two ends, end the other: half a service would look like a whole one.
    while all(child.poll() is None for child in children):
        time.sleep(0.3)
    stop(0, None)
    codes = [child.wait() for child in children]
    raise typer.Exit(code=max(abs(c) if c not in (-signal.SIGTERM, -signal.SIGINT) else 0 for c in codes))
