"""The commands: one for each stage and for each question. Results go to stdout, all else to stderr."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

import click

from waqai.cli import chains, decisions, gazetteer, incidents, keeping, page, reader, reports, watch
from waqai.cli.program import cli
from waqai.record.database import RecordError
from waqai.reference.places import PlacesError
from waqai.terminal import errors

# Importing a module of commands adds them to the program.
__all__ = [
    "chains",
    "cli",
    "decisions",
    "gazetteer",
    "incidents",
    "keeping",
    "main",
    "page",
    "reader",
    "reports",
    "watch",
]


def main() -> None:
    """The program: what goes wrong outside of it is one line, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = cli.main(prog_name="waqai", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (RecordError, PlacesError) as error:
        errors(f"waqai: {error}")
        code = 2
    except (click.Abort, KeyboardInterrupt):
        errors("stopped; what was read so far is kept if there is a record")
        code = 130
    except BrokenPipeError:
        # The reader of our output went away (`| head`); Python must not complain of it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        errors(f"waqai: {error}; what was kept before is safe: run the same command again")
        code = 2
    sys.exit(code)
