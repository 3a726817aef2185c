"""Every form of report is read; what is broken in it is named, and the rest is read all the same."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.reports import made
from tests.reports.made import BODY, FIRST, TITLE
from waqai.reports.files import Source, read_source
from waqai.reports.intake import Arrival, Ending, Refusal, Wishes
from waqai.reports.model import Metadata

ROW = {
    "id": "7",
    "النص": BODY,
    "العنوان": TITLE,
    "المصدر": "المدار",
    "التاريخ": "2022-01-06",
    "الرابط": "https://a.example/1",
}


def take(folder: Path, name: str, raw: bytes, wishes: Wishes | None = None) -> list[Arrival | Refusal]:
    path = folder / name
    path.write_bytes(raw)
    return list(read_source(Source(path, path.stem), wishes))


def one(folder: Path, name: str, raw: bytes, wishes: Wishes | None = None) -> Arrival:
    (found,) = take(folder, name, raw, wishes)
    assert isinstance(found, Arrival), found
    return found


def csv_of(rows: list[dict[str, str]], mark: str = ",") -> bytes:
    quoted = [[f'"{value}"' for value in values] for values in (rows[0], *(row.values() for row in rows))]
    return "\ufeff".encode() + "\r\n".join(mark.join(line) for line in quoted).encode()


GOOD = {
    "a.txt": f"{TITLE}\n{BODY}".encode(),
    "a.html": made.page().encode(),
    "a.htm": made.page().replace("utf-8", "windows-1256").encode("windows-1256"),
    "page in text.txt": made.page().encode(),
    "a.json": json.dumps({"text": BODY, "title": TITLE}).encode(),
    "list.json": json.dumps([{"text": BODY, "title": TITLE}]).encode(),
    "a.jsonl": json.dumps({"text": BODY, "title": TITLE}).encode() + b"\n",
    "a.csv": csv_of([ROW]),
    "semicolons.csv": csv_of([ROW], ";"),
    "a.xlsx": made.xlsx([list(ROW), list(ROW.values())]),
    "a.rss": made.rss(),
    "a.xml": made.rss(),
    "result.json": made.telegram([made.message(text=[f"{TITLE}\n", {"type": "bold", "text": BODY}])]),
    "a.eml": made.mail(),
    "a.mbox": b"From x@y Thu Jan  6 10:30:00 2022\n" + made.mail(),
    "a.docx": made.docx(f"{TITLE}\n{BODY}"),
    "a.warc": b"".join(made.warc([made.page().encode()], packed=False)),
    "a.warc.gz": b"".join(made.warc([made.page().encode()])),
    "a.zip": made.zipped({"نشرة/خبر.html": made.page().encode()}),
    "a.txt.gz": gzip.compress(f"{TITLE}\n{BODY}".encode()),
    "nested.zip": made.zipped({"inner.zip": made.zipped({"a.docx": made.docx(f"{TITLE}\n{BODY}")})}),
}


@pytest.mark.parametrize("name", GOOD)
def test_every_form_gives_the_same_text(name: str, tmp_path: Path) -> None:
    arrival = one(tmp_path, name, GOOD[name])
    assert arrival.report.text.split() == f"{TITLE}\n{BODY}".split()
    assert len(arrival.report.id) == 64


def test_front_matter_is_taken_off_and_heeded(tmp_path: Path) -> None:
    raw = f"---\noutlet: المدار\nالتاريخ: 8 تموز 2021\nurl: https://a.example/1#x\nmood: x\n---\n{BODY}"
    report = one(tmp_path, "a.txt", raw.encode()).report
    assert report.metadata == Metadata("المدار", None, None, "https://a.example/1", date(2021, 7, 8))
    assert report.text == BODY
    assert "its date is none" in one(tmp_path, "b.txt", raw.replace("8 تموز 2021", "أمس").encode()).note


def test_rows_of_a_table_know_their_outlet_and_day(tmp_path: Path) -> None:
    for name in ("a.csv", "a.xlsx"):
        report = one(tmp_path, name, GOOD[name]).report
        assert (report.name, report.metadata.outlet, report.published) == ("7", "المدار", date(2022, 1, 6))
        assert report.metadata.url == "https://a.example/1"


def test_columns_may_be_mapped_and_must_be_there(tmp_path: Path) -> None:
    raw = made.xlsx([["ملاحظات", "يوم"], [BODY, datetime(2022, 1, 6, tzinfo=UTC).replace(tzinfo=None)]])
    report = one(tmp_path, "a.xlsx", raw, Wishes({"text": "ملاحظات", "published": "يوم"})).report
    assert report.published == date(2022, 1, 6)
    (unmapped,) = take(tmp_path, "b.xlsx", raw)
    assert isinstance(unmapped, Refusal)
    assert "--map text=NAME" in unmapped.reason
    (wrong,) = take(tmp_path, "c.xlsx", raw, Wishes({"text": "x"}))
    assert isinstance(wrong, Refusal)
    assert "'ملاحظات'" in wrong.reason


@pytest.mark.parametrize(("days", "wanted"), [(["03/04/2022", "25/04/2022"], 4), (["03/04/2022", "04/25/2022"], 3)])
def test_a_column_of_days_is_read_one_way(days: list[str], wanted: int, tmp_path: Path) -> None:
    rows = [{"text": BODY, "date": day} for day in days]
    first = take(tmp_path, "a.csv", csv_of(rows))[0]
    assert isinstance(first, Arrival)
    assert first.report.published is not None
    assert first.report.published.month == wanted


def test_a_reaction_is_no_edit_and_a_forward_is_credited(tmp_path: Path) -> None:
    said = made.message(5, edited="2022-01-07T00:00:00", edited_unixtime="1641513600", forwarded_from="قناة أخرى")
    silent = [{"id": 1, "type": "service", "text": ""}, made.message(2, text=""), made.message(3, text="قصير")]
    found = take(tmp_path, "result.json", made.telegram([*silent, said]))
    assert [getattr(one, "ending", None) for one in found] == [Ending.SET_ASIDE, None]
    arrival = found[1]
    assert isinstance(arrival, Arrival)
    assert arrival.series == "telegram:77/5"
    assert arrival.report.metadata.outlet == "قناة المدار"
    assert arrival.report.metadata.agencies == ("قناة أخرى",)
    assert arrival.report.metadata.time == datetime(2022, 1, 6, 7, 30, tzinfo=UTC)


def test_mails_know_their_subject_sender_and_time(tmp_path: Path) -> None:
    box = b"".join(b"From x\n" + made.mail(number=n) + b"\n" for n in (1, 2))
    found = [arrival for arrival in take(tmp_path, "a.mbox", box) if isinstance(arrival, Arrival)]
    assert [arrival.series for arrival in found] == [f"mail:<{n}@almadar.example>" for n in (1, 2)]
    known = found[0].report.metadata
    assert (known.outlet, known.title, known.published) == ("Almadar Alerts", TITLE, date(2022, 1, 6))
    assert known.time == datetime.fromisoformat("2022-01-06T10:30:00+03:00")


def test_a_cut_archive_names_the_record_and_reads_the_others(tmp_path: Path) -> None:
    first, second, third = made.warc([made.page(title=f"{TITLE} {n}").encode() for n in range(3)])
    found = take(tmp_path, "a.warc.gz", first + second[:-40] + third)
    assert [type(one) for one in found] == [Arrival, Refusal, Arrival]
    assert isinstance(found[1], Refusal)
    assert found[1].ending == Ending.QUARANTINED
    assert f"at byte {len(first):,}" in found[1].item.where
    plain = made.warc([made.page().encode()] * 2, packed=False)
    cut = take(tmp_path, "a.warc", plain[0] + plain[1][:-100])
    assert isinstance(cut[1], Refusal)
    assert "cut short" in cut[1].reason


@pytest.mark.parametrize(("label", "real"), [("utf-8", "windows-1256"), ("windows-1256", "utf-8")])
def test_a_wrong_label_misleads_nobody(label: str, real: str, tmp_path: Path) -> None:
    feed = made.rss(encoding=real).replace(f'encoding="{real}"'.encode(), f'encoding="{label}"'.encode())
    assert FIRST in one(tmp_path, "a.rss", feed).report.text
    assert FIRST in one(tmp_path, "a.html", made.page().replace("utf-8", label).encode(real)).report.text
    assert (
        FIRST
        in one(
            tmp_path, "a.eml", made.mail(charset=real).replace(f"charset={real}".encode(), f"charset={label}".encode())
        ).report.text
    )


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.zip", GOOD["a.zip"][:-30], "damaged or cut ZIP"),
        ("a.docx", GOOD["a.docx"][: len(GOOD["a.docx"]) // 2], "damaged Word file"),
        ("a.xlsx", GOOD["a.xlsx"][:400], "not a readable workbook"),
        ("a.json", b'{"text": "', "not valid JSON"),
        ("deep.json", b"[" * 200_000, "nested too deeply"),
        ("a.rss", made.rss().replace(b"<rss", b'<!DOCTYPE x [<!ENTITY a "b">]><rss'), "declares entities"),
        ("a.gz", gzip.compress(b"a" * 50_000_000), "bomb"),
        ("a.zip", made.zipped({"a.txt": b"a" * 50_000_000}), "bomb"),
        ("a.pdf", b"%PDF-1.7 broken", "damaged PDF"),
        ("a.txt", " ".join(word[::-1] for word in f"{BODY} {BODY}".split()).encode(), "order of letters"),
    ],
    ids=range(10),
)
def test_what_may_be_a_report_is_quarantined_with_its_reason(name: str, raw: bytes, said: str, tmp_path: Path) -> None:
    (found,) = take(tmp_path, name, raw)
    assert isinstance(found, Refusal)
    assert found.ending == Ending.QUARANTINED
    assert said in found.reason


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.zip", made.zipped({}), "without files"),
        ("a.rss", made.rss([]), "without entries"),
        ("links.txt", b"https://a.example/1\n", "waqai watch"),
        ("a.json", b"[]", "nothing in it"),
        ("a.json", b'{"x": 1}', 'a value named "text"'),
        ("a.html", b"<html><body><script>x()</script></body></html>", "drawn by a script"),
        ("a.png", b"\x89PNG\r\n\x1a\n....", "a picture"),
        ("result.json", made.telegram([]), "without any message"),
    ],
    ids=range(8),
)
def test_what_is_no_report_is_set_aside_with_its_reason(name: str, raw: bytes, said: str, tmp_path: Path) -> None:
    (found,) = take(tmp_path, name, raw)
    assert isinstance(found, Refusal)
    assert found.ending == Ending.SET_ASIDE
    assert said in found.reason


def test_one_bad_line_or_member_spoils_no_other(tmp_path: Path) -> None:
    good = json.dumps({"text": BODY}).encode()
    lines = take(tmp_path, "a.jsonl", b"\n".join([good, b"{", b"", good.replace(b"\\u", b"\\u", 1)]))
    assert [type(found) for found in lines] == [Arrival, Refusal, Arrival]
    files = {"1.txt": BODY.encode(), "2.txt": b"a" * 50_000_000, "../../3.html": made.page().encode()}
    members = take(tmp_path, "a.zip", made.zipped(files))
    assert [type(found) for found in members] == [Arrival, Refusal, Arrival]
    assert isinstance(members[2], Arrival)
    assert members[2].report.name == "a/3"


def test_a_teaser_says_so(tmp_path: Path) -> None:
    assert "teaser" in one(tmp_path, "a.rss", made.rss([{"text": f"{FIRST[:80]} …"}])).note
