"""Exports opened by LibreOffice: no cell is a formula. Without LibreOffice these tests say so and are left out."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from waqai.publish import export
from waqai.web.api.forms import card_csv
from waqai.web.catalogue.card import Card, Side, Spot
from waqai.web.shelf import Shelf
from waqai.web.wording import tongue

STARTS = ("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "＋")
CALLS = ["1+1", 'HYPERLINK("http://evil.example")', "cmd|' /C calc'!A0", "SUM(A1:A9)", "DDE(1;2;3)"]
FORMULAS = [start + call for start in STARTS for call in CALLS]
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_FORMULA = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}formula"

needs_office = pytest.mark.skipif(OFFICE is None, reason="no LibreOffice: `apt-get install libreoffice-calc-nogui`")


def formula_cells(table: str, folder: Path) -> int:
    """How many cells LibreOffice takes for formulas when it opens the table."""
    (folder / "table.csv").write_text(table, "utf-8", newline="")
    home = f"-env:UserInstallation=file://{folder}/profile"
    command = [str(OFFICE), home, "--headless", "--convert-to", "fods", "--outdir", str(folder), "table.csv"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
    return sum(_FORMULA in cell.attrib for cell in ET.parse(folder / "table.fods").iter())  # noqa: S314  # LibreOffice's own


def written(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


@needs_office
def test_libreoffice_takes_bare_payloads_for_formulas(tmp_path: Path) -> None:
    """The measure measures: the payloads as they are do make formula cells."""
    assert formula_cells(written([[formula] for formula in FORMULAS]), tmp_path) >= 5


@needs_office
def test_no_cell_of_the_public_table_is_a_formula(tmp_path: Path) -> None:
    cards = [
        Card(one, one, one, None, None, one, (Spot(one, 1, area=one, country=one),), (Side(None, one),), grade=one)
        for one in FORMULAS
    ]
    text = "".join(card_csv(tongue("ar"), cards))
    assert len(list(csv.reader(io.StringIO(text)))) == len(FORMULAS) + 1 >= 51
    assert formula_cells(text, tmp_path) == 0


@needs_office
def test_no_cell_of_the_tables_of_incidents_and_events_is_a_formula(shared_client: TestClient, tmp_path: Path) -> None:
    shelf: Shelf = shared_client.app.state.shelf  # type: ignore[attr-defined]
    catalogue = shelf.catalogue
    one = shelf.incident(catalogue, catalogue.ids[-1])
    account = next(account for account in shelf.record.accounts() if account.events)
    event = account.events[0]
    told, read = [], []
    for formula in FORMULAS:
        places = ((formula, None, None),)
        told.append(replace(one, places=places, initiators=(formula,), targets=(formula,), status_by=formula))
        trigger = replace(event.trigger, text=formula)
        read.append(
            replace(account, name=formula, outlet=formula, title=formula, events=(replace(event, trigger=trigger),))
        )
    (tmp_path / "incidents").mkdir()
    (tmp_path / "events").mkdir()
    assert (
        formula_cells("\ufeff" + "\n".join(export.incident_lines("csv", told, [])) + "\n", tmp_path / "incidents") == 0
    )
    assert formula_cells("\ufeff" + "\n".join(export.account_lines("csv", read)) + "\n", tmp_path / "events") == 0
