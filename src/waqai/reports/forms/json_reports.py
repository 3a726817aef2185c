"""JSON: one object a line, a list of objects, or one object; each with its text in a named value."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from waqai.reports.content import Content
from waqai.reports.forms import telegram
from waqai.reports.forms.fields import Columns, listed
from waqai.reports.intake import Arrival, Item, QuarantineError, Refusal, SetAsideError
from waqai.reports.texts import Found, arrival, decoded

MAX_JSON = 256_000_000
_HOLDERS = ("reports", "articles", "items", "data", "results", "posts", "documents")


def read_lines(item: Item) -> Iterator[Item | Refusal]:
    """The objects of a file with one a line; a bad line is quarantined, the others are read."""
    with item.content.open() as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip(b" \t\r\n\0\xef\xbb\xbf"):
                continue
            where = f"{item.where}, line {number}"
            yield _part(item, str(number), where, line.strip(b"\r\n").removeprefix(b"\xef\xbb\xbf"))


def read(item: Item) -> Iterator[Item | Arrival | Refusal]:
    """The reports of a JSON file: a Telegram export, a list, an object with a list, or one object."""
    raw = item.content.whole(MAX_JSON)
    data = parsed(item, raw)
    if isinstance(data, dict) and telegram.is_export(data):
        yield from telegram.read(item, data)
        return
    if isinstance(data, dict):
        held = next((data[name] for name in _HOLDERS if isinstance(data.get(name), list)), None)
        if held is None:
            yield _report(item, data, raw)
            return
        data = held
    if not isinstance(data, list):
        raise SetAsideError("it is JSON and holds no reports: an object, or a list of objects, is wanted")
    for number, row in enumerate(data, 1):
        body = json.dumps(row, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
        yield _part(item, str(number), f"{item.where}, entry {number}", body)


def read_object(item: Item) -> Iterator[Arrival]:
    """The report of one object, as `read` and `read_lines` hand it on."""
    raw = item.content.whole(MAX_JSON)
    data = parsed(item, raw)
    if not isinstance(data, dict):
        raise SetAsideError("not a JSON object")
    yield _report(item, data, raw)


def parsed(item: Item, raw: bytes) -> object:
    """What the JSON says; QuarantineError with line and column where it is broken."""
    text = decoded(item, raw).text.removeprefix("\ufeff")
    try:
        return json.loads(text, strict=False)
    except RecursionError:
        raise QuarantineError("its JSON is nested too deeply") from None
    except ValueError as error:
        raise QuarantineError(f"not valid JSON: {error}") from None


def _part(item: Item, key: str, where: str, body: bytes) -> Item:
    return replace(
        item, name=f"{item.name}/{key}", where=where, content=Content(body), suffix=".json-object", depth=item.depth + 1
    )


def _report(item: Item, row: Mapping[str, object], raw: bytes) -> Arrival:
    columns = Columns([str(name) for name in row], item.wishes.columns)
    text = columns.text(row, "text")
    if text is None:
        raise SetAsideError(f'no text in it: a value named "text" is wanted (or --map text=NAME); it has {listed(row)}')
    known = columns.metadata(row)
    title = known.title
    text = text if title is None or title in text[: len(title) + 200] else f"{title}\n{text}"
    key = columns.text(row, "id")
    named = replace(item, name=key) if key and item.suffix != ".json" else item
    return arrival(named, raw, Found(_clean(text), known))


def _clean(text: str) -> str:
    """The text without lone surrogates, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
