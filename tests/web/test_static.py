from __future__ import annotations

import gzip
import hashlib
import json

import pytest
from fastapi.testclient import TestClient

from waqai.web.rendering import STATIC

LOCK = json.loads((STATIC / "vendor.lock.json").read_text("utf-8"))
SHEETS = sorted((STATIC / "css").glob("*.css"))


@pytest.mark.parametrize("name", LOCK)
def test_files_of_others_are_as_published(name: str) -> None:
    body = (STATIC / name).read_bytes()
    published = gzip.decompress(body) if name.endswith(".gz") else body
    assert hashlib.sha256(published).hexdigest() == LOCK[name]["sha256"]


def test_every_file_of_others_is_locked() -> None:
    here = {p.relative_to(STATIC).as_posix() for home in ("vendor", "fonts") for p in (STATIC / home).iterdir()}
    assert here == set(LOCK)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_sheets_know_no_left_and_no_right(sheet: str) -> None:
    text = (STATIC / "css" / sheet).read_text("utf-8")
    for word in (
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "text-align: left",
        "text-align: right",
    ):
        assert word not in text


def test_the_page_carries_little() -> None:
    assert sum(p.stat().st_size for p in STATIC.rglob("*") if p.is_file()) < 3_000_000


def test_nothing_but_our_files_is_served(shared_client: TestClient) -> None:
    for path in ("/static/../settings.py", "/static/%2e%2e/app.py", "/static/vendor.lock.json5", "/static//etc/passwd"):
        assert shared_client.get(path).status_code == 404
