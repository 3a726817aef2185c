"""Texts that want to be more than text: in every field of a report and of a decision."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import client_of, secret_of
from waqai import asking, session
from waqai.record.store import Record
from waqai.reports.files import find
from waqai.reports.index import Index
from waqai.reports.model import Metadata
from waqai.web.settings import Settings

SCRIPTS = [
    "<script>boom()</script>",
    '"><img src=x onerror=boom()>',
    "'><svg onload=boom()>",
    "</title><script>boom()</script>",
    "</textarea><script>boom()</script>",
    "{{ 7*7 }}{% include 'x' %}",
    "javascript:boom()",
    "<a href=javascript:boom()>x</a>",
    "<iframe srcdoc='<script>boom()</script>'>",
    "<style>@import 'http://evil.example'</style>",
    "<meta http-equiv=refresh content='0;url=http://evil.example'>",
    "<base href=http://evil.example>",
    "<form action=http://evil.example><button>",
    "--><script>boom()</script>",
    "]]><script>boom()</script>",
    "<math><mi xlink:href=javascript:boom()>",
    "<details open ontoggle=boom()>",
    "<input autofocus onfocus=boom()>",
    "<body onload=boom()>",
    "<object data=javascript:boom()>",
    "<link rel=stylesheet href=http://evil.example>",
    "hx-get='http://evil.example' hx-trigger='load'",
    "<div hx-on:load='boom()'>",
    "&lt;script&gt;boom()&lt;/script&gt;",
    "%3Cscript%3Eboom()%3C/script%3E",
]
TURNERS = [
    *("\u202e", "\u202d", "\u202a", "\u202b", "\u2066", "\u2067", "\u2068", "\u202c", "\u2069", "\u200e", "\u200f"),
    *("\u061c", "\u200b", "\u200c", "\u200d", "\ufeff", "\u2060", "\u00ad", "\u0000", "\u0007", "\u001b[31m"),
    *("\u2028", "\u2029", "\u0085", "\U000e0041"),
]
PAYLOADS = [*SCRIPTS, *(f"قبل{turner}بعد abc 123" for turner in TURNERS)]
STORY = "قُتل ثلاثة مدنيين في قصف على بلدة مراط بريف دير الزور، بحسب {payload}، ونفى مصدر في {payload} ذلك."


class Reader(HTMLParser):
    """What a browser would make of a page: elements that act, attributes that act, text with its marks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.acting: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What acts is noted, but for what is ours."""
        given = {name: value or "" for name, value in attrs}
        ours = given.get("src", given.get("href", given.get("action", ""))).startswith(("/", "?", "#"))
        if tag in {"script", "link", "form", "img"} and not (ours or given.get("srcset")):
            self.acting.append(f"{tag} {given}")
        if tag in {"style", "iframe", "object", "embed", "base", "math", "template"}:
            self.acting.append(tag)
        for name, value in given.items():
            leads = name in {"href", "src", "action", "formaction", "data", "xlink:href", "srcset", "content"}
            runs = leads and value.strip().lower().startswith("javascript:")
            if name.startswith("on") or name == "style" or runs:
                self.acting.append(f"{tag} {name}={value}")
            if name.startswith("hx-") and "evil" in value:
                self.acting.append(f"{tag} {name}={value}")
            if name in {"title", "aria-label", "alt", "placeholder"}:
                self.text.append(value)

    def handle_data(self, data: str) -> None:
        """Text is kept."""
        self.text.append(data)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record in which every field of every report is a payload."""
    folder = tmp_path_factory.mktemp("hostile")
    reports = folder / "reports"
    reports.mkdir()
    index = {}
    for number, payload in enumerate(PAYLOADS):
        (reports / f"r{number}.txt").write_text(STORY.format(payload=payload) + "\n" + payload * 2, "utf-8")
        index[f"r{number}"] = Metadata(payload, payload, payload, f"javascript:boom()//{number}")
    path = folder / "hostile.db"
    run = session.Run(asking.desk(Index(index), None, Record(path, create=True)))
    for source in find([reports]):
        for _ in run.source(source):
            pass
    return path


@pytest.fixture(scope="module")
def pages(hostile: Path) -> dict[str, str]:
    """Every page of that record."""
    with client_of(Settings(hostile, token="once", name="<script>boom()</script>")) as client:
        client.get("/ar/?token=once")
        found = client.get("/api/v1/incidents?limit=500").json()["incidents"]
        names = {name for one in found for name in one["reports"]}
        paths = [f"/{lang}/{rest}" for lang in ("ar", "en") for rest in ("", "review?queue=weak", "following", "bring")]
        paths += [f"/ar/incident/{one['id']}" for one in found] + [f"/en/report/{name}" for name in names]
        paths += [f"/ar/?{urlencode({'q': payload, 'source': payload})}" for payload in SCRIPTS]
        return {path: client.get(path).text for path in paths}


def test_nothing_in_a_page_acts_but_ours(pages: dict[str, str]) -> None:
    assert len(pages) > 60
    for path, page in pages.items():
        reader = Reader()
        reader.feed(page)
        assert reader.acting == [], path
        assert "49" not in page or "7*7" not in path


def test_what_turns_text_around_is_shown_and_does_not_act(pages: dict[str, str]) -> None:
    turning = {turner for turner in TURNERS if len(turner) == 1 and turner not in "\u0000\u0007\u0085"}
    for path, page in pages.items():
        reader = Reader()
        reader.feed(page)
        assert not turning & set("".join(reader.text)), path
    assert sum("U+202E" in page for page in pages.values()) >= 1


@pytest.mark.parametrize("payload", SCRIPTS)
def test_decisions_are_text_too(record: Path, payload: str) -> None:
    with client_of(Settings(record, token="once", name=payload)) as client:
        client.get("/ar/?token=once")
        name = client.get("/api/v1/incidents?limit=1").json()["incidents"][0]["id"]
        fields = {"secret": secret_of(client), "seen": "0", "act": "accept", "one": name, "reason": payload}
        assert client.post("/ar/review", data=fields).status_code == 200
        reader = Reader()
        reader.feed(client.get(f"/ar/incident/{name}").text)
        assert reader.acting == []
        assert payload in "".join(reader.text)


STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋")
FORMULAS = [f"{start}1+1" for start in ("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "＋")]
CALLS = ["HYPERLINK(0)", "cmd|' /C calc'!A0", "IMPORTXML(1)", "DDE(1)", "SUM(A1:A9)"]


@pytest.mark.parametrize("formula", [start[:-3] + call for start in FORMULAS for call in CALLS])
def test_no_cell_of_an_export_is_a_formula(formula: str) -> None:
    from waqai.web.api.forms import card_csv  # noqa: PLC0415
    from waqai.web.catalogue.card import Card, Side, Spot  # noqa: PLC0415
    from waqai.web.wording import tongue  # noqa: PLC0415

    spots, sides = (Spot(formula, 1),), (Side(None, formula),)
    card = Card(formula, formula, formula, None, None, formula, spots, sides, grade=formula)
    text = "".join(card_csv(tongue("ar"), [card])).lstrip("\ufeff")
    for row in csv.reader(io.StringIO(text)):
        assert not any(cell.lstrip(" \ufeff").startswith(STARTS) for cell in row)


def test_files_with_hostile_names_are_only_files(client: TestClient, tmp_path: Path) -> None:
    names = ["../../etc/passwd.txt", "/abs.txt", "..\\..\\win.txt", "<img src=x onerror=boom()>.txt", ".hidden.txt"]
    files = [("files", (name, STORY.format(payload="شهود").encode(), "text/plain")) for name in names]
    answer = client.post("/ar/bring", data={"secret": secret_of(client)}, files=files)
    for _ in range(200):
        if 'data-running="no"' in answer.text:
            break
        answer = client.get(answer.url.path)
    reader = Reader()
    reader.feed(answer.text)
    assert reader.acting == []
    assert 'data-running="no"' in answer.text
    assert json.dumps(str(tmp_path)) not in answer.text
