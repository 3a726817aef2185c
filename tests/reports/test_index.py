"""The index: what is known of reports, and what is wrong with a line, by file and line."""

from __future__ import annotations

import itertools
from datetime import date, datetime
from pathlib import Path

import pytest

from waqai.reports.index import read_index
from waqai.reports.model import Metadata


def test_what_is_missing_or_null_is_not_known(tmp_path: Path) -> None:
    path = tmp_path / "index.jsonl"
    path.write_text(
        '{"report": "a", "outlet": "المدار", "published": "2022-01-06", "title": "خبر", "url": "https://x.example"}\n'
        '\n{"report": "b", "outlet": null, "published": null}\r\n'
        '{"report": "c", "published": "2022-01-06T23:30:00+03:00", "byline": ""}',
        "utf-8-sig",
    )
    index = read_index(path)
    assert index.complaints == ()
    assert index.of("a") == Metadata("المدار", "خبر", None, "https://x.example", date(2022, 1, 6))
    assert index.of("b") == Metadata()
    late = datetime.fromisoformat("2022-01-06T23:30:00+03:00")
    assert index.of("folder/c") == Metadata(published=date(2022, 1, 6), time=late)
    assert index.of("d") is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not valid JSON"),
        ("[1]", "not a JSON object"),
        ("{}", 'no "report"'),
        ('{"report": 3}', 'no "report"'),
        ('{"report": "x", "published": "أمس"}', '"published" is no date'),
        ('{"report": "x", "published": 20220106}', '"published" is no date'),
        ('{"report": "x", "title": ["a"]}', '"title" is not a text'),
        ("[" * 100_000, "not valid JSON"),
        ('{"report": "good", "outlet": "آخر"}', "listed twice"),
    ],
    ids=itertools.count(),
)
def test_a_bad_line_is_named_and_the_others_are_kept(line: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "index.jsonl"
    path.write_text(f'{{"report": "good"}}\n{line}\n{{"report": "last"}}\n', "utf-8")
    index = read_index(path)
    assert len(index.complaints) == 1
    assert index.complaints[0].startswith(f"{path}:2: ")
    assert said in index.complaints[0]
    assert set(index.known) == {"good", "last"}
