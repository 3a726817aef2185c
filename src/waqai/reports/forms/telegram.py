"""Exports of Telegram Desktop (`result.json`): each message with text is a report of its channel."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from waqai.reports.content import Content
from waqai.reports.facts.instants import from_unix, instant
from waqai.reports.intake import Arrival, Ending, Item, Refusal, SetAsideError
from waqai.reports.model import Metadata
from waqai.reports.texts import Found, arrival


def is_export(data: Mapping[str, Any]) -> bool:
    """Whether the object is one exported chat, or an export of many."""
    chats = data.get("chats")
    if isinstance(chats, dict) and isinstance(chats.get("list"), list):
        return True
    messages = data.get("messages")
    if not isinstance(messages, list):
        return False
    said = [message for message in messages[:20] if isinstance(message, dict)]
    return not messages or any("date_unixtime" in message or {"id", "type"} <= message.keys() for message in said)


def read(item: Item, data: Mapping[str, Any]) -> Iterator[Arrival | Refusal]:
    """One input for each message; service messages and pictures without words are no inputs."""
    chats = data["chats"]["list"] if "chats" in data else [data]
    number = 0
    for chat in chats:
        if not isinstance(chat, dict) or not isinstance(chat.get("messages"), list):
            continue
        for message in chat["messages"]:
            if isinstance(message, dict) and message.get("type", "message") == "message" and words(message.get("text")):
                number += 1
                yield _message(item, chat, message)
    if not number:
        raise SetAsideError("a Telegram export without any message that has words")


def words(text: object) -> str:
    """The message's words: a string, or a list of strings and of objects with a text each."""
    pieces = text if isinstance(text, list) else [text]
    said = (piece.get("text") if isinstance(piece, dict) else piece for piece in pieces)
    return "".join(piece for piece in said if isinstance(piece, str)).strip()


def _message(item: Item, chat: Mapping[str, Any], message: Mapping[str, Any]) -> Arrival | Refusal:
    key = str(message.get("id", ""))
    channel = str(chat.get("id") or chat.get("name") or item.name)
    raw = json.dumps(message, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
    part = replace(
        item,
        name=f"{item.name}/{key}",
        where=f"{item.where}, message {key}",
        content=Content(raw),
        suffix=".telegram",
        series=f"telegram:{channel}/{key}",
        known=item.known.filled(Metadata(outlet=_named(chat.get("name")))),
        depth=item.depth + 1,
    )
    try:
        return one(part, message, raw)
    except SetAsideError as error:
        return Refusal(part, Ending.SET_ASIDE, str(error), raw)


def read_message(item: Item) -> Iterator[Arrival]:
    """The report of one message that was kept alone."""
    raw = item.content.whole(8_000_000)
    yield one(item, json.loads(raw), raw)


def one(item: Item, message: Mapping[str, Any], raw: bytes) -> Arrival:
    """The report of the message. `edited` is no edit: a mere reaction sets it; texts are compared instead."""
    day = from_unix(message.get("date_unixtime", "")) or instant(str(message.get("date", "")))
    forwarded = _named(message.get("forwarded_from"))
    known = Metadata(
        byline=_named(message.get("author")),
        published=day.day if day else None,
        time=day.time if day else None,
        agencies=(forwarded,) if forwarded else (),
    )
    return arrival(item, raw, Found(words(message.get("text")), known))


def _named(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
