from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from waqai import asking, session
from waqai.record.store import Record
from waqai.reports.files import find
from waqai.web.app import make_app
from waqai.web.bringing import samples
from waqai.web.settings import Settings

OTHERS = ("[desktop-en", "[phone-ar")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """`make test` tries Arabic at desk and English on a phone; `make check` (WAQAI_BROWSER=all) all four."""
    if os.environ.get("WAQAI_BROWSER") == "all":
        return
    left = [item for item in items if "browser.py" in item.nodeid and any(o in item.name for o in OTHERS)]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("samples") / "samples.db"
    folder, known = samples()
    run = session.Run(asking.desk(known, None, Record(path, create=True)))
    for source in find([folder]):
        assert all(result.account for result in run.source(source))
    return path


@pytest.fixture
def record(sample_record: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_record, tmp_path / "war.db"))


def client_of(settings: Settings) -> TestClient:
    return TestClient(make_app(settings), base_url=f"http://{settings.host}:{settings.port}")


@pytest.fixture(scope="session")
def shared_client(sample_record: Path) -> Iterator[TestClient]:
    """A page that tests only look at."""
    with client_of(Settings(sample_record, token="once", name="ندى")) as client:
        client.get("/ar/?token=once")
        yield client


@pytest.fixture
def client(record: Path) -> Iterator[TestClient]:
    """A page of its own for a test that changes something."""
    with client_of(Settings(record, token="once", name="ندى")) as client:
        client.get("/ar/?token=once")
        yield client


def secret_of(client: TestClient, path: str = "/ar/bring") -> str:
    text = client.get(path).text
    return text.partition('data-secret="')[2].partition('"')[0]
