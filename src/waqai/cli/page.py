"""The command that opens the record in a browser."""

from __future__ import annotations

import getpass
from importlib.util import find_spec
from pathlib import Path

import click

from waqai.cli.program import FILE, cli


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
        raise click.ClickException("the page is installed apart: pip install 'waqai[page]'")
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
