"""The command that opens the record in a browser."""

from __future__ import annotations

import getpass
from importlib.util import find_spec
from pathlib import Path

import click

from waqai.cli.program import FILE, cli
from waqai.terminal import errors

_APART = "the page is installed apart: pip install 'waqai[page]'"


@cli.command()
@click.argument("record", type=FILE, envvar="WAQAI_RECORD")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", default=8765, show_default=True, help="0: any free one.")
@click.option("--name", default=None, help="Who decides, while there are no accounts.")
@click.option("--known-host", "hosts", multiple=True, help="A further name (name:port) that the page answers to.")
@click.option("--public", is_flag=True, help="Everybody may look: late, and at governorates only.")
@click.option("--delay-hours", default=72, show_default=True, help="How late the public sees what is published.")
@click.option("--outbox", type=click.Path(path_type=Path, file_okay=False), help="Digests go into this folder.")
@click.option("--smtp", metavar="HOST:PORT", help="Digests go to this mail server.")
@click.option("--add-person", metavar="NAME", help="Add an account (asks for a password), and stop.")
@click.option("--role", type=click.Choice(["viewer", "analyst", "admin"]), default="analyst", show_default=True)
def serve(record: Path, add_person: str | None, role: str, name: str | None, **options: object) -> None:
    """Open a record in the browser: the map, the timeline, and every voice beside its words.

    The page listens on this machine only, and prints a link that opens it once. Another address needs
    accounts first. An empty or new record begins with samples to try.

    Examples:
      waqai serve war.waqai
      waqai serve war.waqai --add-person ندى --role admin
      waqai serve war.waqai --host 192.0.2.7 --known-host waqai.example.org:443
    """
    if find_spec("fastapi") is None:
        raise click.ClickException(_APART)
    # Imported here: the web stack takes a second to load, and no other command needs it.
    from waqai.web.people.person import Role  # noqa: PLC0415
    from waqai.web.people.store import People, PeopleError  # noqa: PLC0415
    from waqai.web.serving import UnsafeError, serve_page  # noqa: PLC0415
    from waqai.web.settings import Settings  # noqa: PLC0415

    hosts = frozenset(str(host) for host in options.pop("hosts"))  # type: ignore[attr-defined]  # a tuple of texts
    settings = Settings(record, name=name or getpass.getuser(), hosts=hosts, **options)  # type: ignore[arg-type]
    try:
        if add_person:
            password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
            People(settings.people_file).add(add_person, password, Role(role))
            click.echo(f"{add_person} may sign in as {role}.")
            return
        serve_page(settings, click.echo)
    except PeopleError as error:
        reasons = {"people-short": "the password needs at least 10 characters", "people-exists": "that name exists"}
        raise click.UsageError(reasons[error.reason]) from None
    except UnsafeError as error:
        raise click.UsageError(str(error)) from None


@cli.command()
@click.argument("record", type=FILE, envvar="WAQAI_RECORD")
@click.option("--outbox", type=click.Path(path_type=Path, file_okay=False), help="Write digests into this folder.")
@click.option("--smtp", metavar="HOST:PORT", help="Send digests by this mail server.")
@click.option("--sender", default="waqai@localhost", show_default=True, help="From whom they are.")
@click.option("--at", "known", metavar="NAME:PORT", help="Where the page is, for the links.")
def digest(record: Path, outbox: Path | None, smtp: str | None, sender: str, known: str | None) -> None:
    """Send everybody what is new in the searches that they follow on the page; meant for a scheduler.

    What could not be sent is not forgotten: it goes with the next digest.

    Example:
      waqai digest war.waqai --outbox letters/
      waqai digest war.waqai --smtp mail.example.org:25 --sender waqai@example.org --at waqai.example.org
    """
    if find_spec("fastapi") is None:
        raise click.ClickException(_APART)
    from waqai.web.following.post import send_all  # noqa: PLC0415
    from waqai.web.people.store import People  # noqa: PLC0415
    from waqai.web.settings import Settings  # noqa: PLC0415
    from waqai.web.shelf import Shelf  # noqa: PLC0415

    hosts = frozenset([known] if known else [])
    settings = Settings(record, hosts=hosts, outbox=outbox, smtp=smtp, sender=sender)
    done = send_all(Shelf(settings), People(settings.people_file))
    for failure in done.failures:
        errors(failure)
    click.echo(f"{done.letters} sent, {len(done.failures)} waiting for the next time")
    if done.failures:
        raise click.exceptions.Exit(1)
