"""Each form of output: the codebook's, lines of JSON, spreadsheets, the table, one incident in full."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest

from tests.incidents.build import (
    SHELLING,
    account,
    by,
    event,
    gazetteer,
    killed,
    voice,
    weapon,
    when,
    where,
    words,
)
from waqai.claims.model import Account, Stance, Tally
from waqai.incidents.join import Joined, join
from waqai.publish import export, show, table
from waqai.publish.coded import coded
from waqai.publish.filters import Filter
from waqai.publish.safe import safe
from waqai.publish.spreadsheet import _safe

FULL = account(
    "a",
    event(
        initiators=(by("iran_backed_militias", "مرصد", Stance.SUSPECTS),),
        targets=(by("us_forces"),),
        weapons=(weapon("drone", 2),),
        casualties=(killed(2, 4, voice="مصدر", group="جنود"),),
        outcome=("intercepted",),
        voices=(voice("مرصد"),),
    ),
    replace(event(2, SHELLING), responds_to=("e1",), response_words=words("رداً على")),
)
OTHER = account("b", event(casualties=(killed(9),), damage="material"))


FIRST_CODED = {
    "id": "e1",
    "background": False,
    "trigger": "هجوم",
    "event_type": "Explosions/Remote violence",
    "sub_event_type": "Air/drone strike",
    "date": {"start": "2023-05-17", "end": "2023-05-17", "precision": "day"},
    "places": [{"text": "حقل الورد", "role": "site", "within": None}],
    "geo_precision": None,
    "initiators": [
        {
            "text": "iran_backed_militias",
            "actor": "iran_backed_militias",
            "according_to": "مرصد",
            "stance": "suspects",
        }
    ],
    "targets": [{"text": "us_forces", "actor": "us_forces"}],
    "weapons": [{"text": "سلاح", "class": "drone", "count": 2}],
    "casualties": [
        {
            "kind": "killed",
            "low": 2,
            "high": 4,
            "group": "جنود",
            "text": "قتلى",
            "according_to": "مصدر",
        }
    ],
    "damage": "unknown",
    "outcome": ["intercepted"],
    "sources": [{"text": "مرصد", "stance": "asserts"}],
    "responds_to": [],
}


def both() -> Joined:
    return join([FULL, OTHER], gazetteer())


def test_coded_is_the_codebooks_format() -> None:
    told = replace(FULL, tallies=(Tally(words("الثاني"), 2, approximate=False, what="هجوم", since=date(2023, 1, 1)),))
    row = coded(told)
    assert json.loads(json.dumps(row)) == row
    assert {key: row[key] for key in ("report", "outlet", "published", "title")} == {
        "report": "a",
        "outlet": "صحيفة a",
        "published": "2023-05-18",
        "title": "عنوان",
    }
    assert row["events"][0] == FIRST_CODED
    assert row["events"][1]["responds_to"] == ["e1"]
    assert row["tallies"][0]["since"] == "2023-01-01"


def test_incidents_have_the_fields_of_the_scorer() -> None:
    found = both()
    rows = [json.loads(line) for line in export.incident_lines("jsonl", found.incidents, found.links)]
    row = next(row for row in rows if row["reports"] == ["a", "b"])
    assert row["incident"].startswith("WQ-")
    assert row["date"] == {"start": "2023-05-17", "end": "2023-05-17", "precision": "day"}
    assert row["places"] == [{"name": "حقل الورد", "lat": 35.0, "lon": 40.0}]
    assert row["killed"] == {"low": 2, "best": 9, "high": 9}
    assert row["initiators"] == ["iran_backed_militias"]
    assert [one["field"] for one in row["disagreements"]] == ["killed", "outcome"]
    answer = next(row for row in rows if row["responds_to"])
    assert answer["responds_to"] == [
        {"incident": row["incident"], "stated": True, "text": "رداً على", "said_by": ["صحيفة a"]}
    ]


def test_events_carry_their_words_spans_and_rules() -> None:
    rows = [json.loads(line) for line in export.account_lines("jsonl", [FULL])]
    assert len(rows) == 2
    assert rows[0]["report"] == "a"
    assert rows[0]["event"]["trigger"] == {"text": "هجوم", "start": 10, "end": 14, "rule": "test.rule"}


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\0=1+1", "＝1+1", "\ufeff=1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert str(_safe(cell)).startswith("'")


def test_csv_reads_back() -> None:
    named = replace(FULL, name="=cmd|' /C calc'!A0", title='فيه "اقتباس"، وفاصلة\nوسطر')
    lines = list(export.account_lines("csv", [named, OTHER]))
    rows = list(csv.DictReader(io.StringIO("\n".join(lines))))
    assert [row["event"] for row in rows] == ["e1", "e2", "e1"]
    assert rows[0]["report"] == "'=cmd|' /C calc'!A0"
    assert rows[0]["casualties"] == "killed 2-4 قتلى"
    found = both()
    rows = list(csv.DictReader(io.StringIO("\n".join(export.incident_lines("csv", found.incidents, ())))))
    assert {row["killed_best"] for row in rows} == {"9", ""}
    assert {row["lat"] for row in rows} == {"35.0"}


def test_the_table_has_a_line_an_incident_and_one_for_each_version() -> None:
    found = both()
    lines = [line.plain for line in table.lines(found.incidents, found.links)]
    row = next(line for line in lines if "intercepted" in line)
    assert "iran_backed_militias (suspects)" in row
    assert "killed 9 (2-9)" in row
    assert row.endswith("حقل الورد (مرصد، صحيفة b)")
    assert "    iran_backed_militias (suspects): مرصد" in lines
    assert "    killed: 9: صحيفة b" in lines
    assert "    killed: 2-4: صحيفة a ← مصدر" in lines
    assert "    outcome: hit: صحيفة b" in lines
    assert f"    answers {next(i.id for i in found.incidents if i.killed[0])}" in lines
    assert lines[-1] == "2 incidents, 1 with disagreement"
    assert [line.plain for line in table.lines([], [])] == ["no incidents"]


def test_an_incident_is_shown_with_every_voice_and_its_words() -> None:
    found = both()
    incident = next(one for one in found.incidents if len(one.reports) == 2)
    text = "قبل قليل: هجوم وقع ليلاً ولم يصل إلى هدفه كما قال مرصد"
    shown = "\n".join(line.plain for line in show.lines(incident, found, {"a": text}.get))
    for wanted in (
        "rival tolls (0.8):",
        "reported by 2 independent sources in 2 reports",
        "graded   ",
        "a/e1 = b/e1:",
        "هجوم وقع ليلاً",
        "killed     2-4 [0:4] test.rule «قتلى» ← مصدر",
        "by         iran_backed_militias (suspects) [0:20] test.rule «iran_backed_militias» ← مرصد",
        "site       rose [0:9]",
        "answered by",
    ):
        assert wanted in shown


def test_filters() -> None:
    told: Account = account(
        "c",
        event(when=when("2023-05-17")),
        event(2, when=when("2023-06-01", "2023-06-30"), places=(where("قرية الياسمين", "village"),)),
        event(3, SHELLING, when=when(None), initiators=(by("russia"),)),
    )
    incidents = join([told], gazetteer()).incidents

    def kept(wanted: Filter) -> list[str]:
        return sorted(one.events[0][-2:] for one in incidents if wanted.keeps(one))

    assert kept(Filter()) == ["e1", "e2", "e3"]
    assert kept(Filter(since=date(2023, 6, 15))) == ["e2"]
    assert kept(Filter(until=date(2023, 6, 1))) == ["e1", "e2"]
    assert kept(Filter(place="الياسَمين")) == ["e2"]
    assert kept(Filter(kind="SHELLING")) == ["e3"]
    assert kept(Filter(actor="russia")) == ["e3"]
    assert kept(Filter(disagreeing=True)) == []


def test_text_from_reports_cannot_command_the_terminal() -> None:
    assert safe("هجوم\x1b[2J\u202eنص\u2069\r\nآخر\0") == "هجوم [2Jنص  آخر"
