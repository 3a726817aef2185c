"""Commands for a user's own places."""

from __future__ import annotations

from pathlib import Path

import click

from waqai.cli.program import FILE, cli
from waqai.publish.safe import safe
from waqai.reference import places as gazetteer
from waqai.reference.places import importing, local
from waqai.terminal import errors

_SHOWN = 50


@cli.group()
def places() -> None:
    """Places that the shipped gazetteer does not have.

    \b
    Example:
      waqai places import SY.zip alternateNamesV2.zip --record war.waqai
    """  # noqa: D301  click reads the control character


@places.command("import")
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option(
    "--record", type=FILE, envvar="WAQAI_RECORD", required=True, help="The record beside which they are kept."
)
def import_places(files: tuple[Path, ...], record: Path) -> None:
    """Import places for a record: GeoNames dumps, OCHA p-code tables, or a CSV of your own.

    They are kept beside the record, in RECORD.places.csv, and known whenever that record is read into.
    A bad row is named with its line and left out, the others are kept; importing a file twice changes nothing.

    Examples:
      waqai places import SY.zip alternateNamesV2.zip --record war.waqai
      waqai places import syr_admin4.csv --record war.waqai
      waqai places import mine.csv --record war.waqai

    A CSV of your own has the columns name_ar, lat, lon, and may have aliases_ar (split by |), name_en, kind,
    country (SY), parent (an id of the gazetteer) and id.
    """
    gazetteer.use(None)
    target = local.beside(record)
    try:
        done = importing.run(files, target, gazetteer.load())
    except gazetteer.PlacesError as error:
        raise click.ClickException(f"{safe(str(error))}; nothing was changed") from None
    for line in done.faults[:_SHOWN]:
        errors(safe(line))
    if len(done.faults) > _SHOWN:
        errors(f"... and {len(done.faults) - _SHOWN} more rows left out")
    errors(done.summary(target))
    if not done.rows:
        raise click.exceptions.Exit(1)
