"""Mail: .eml, .mbox and saved pages in MIME (.mhtml). The body is the report; attachments are read in turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import PurePosixPath

from waqai.reports.content import Content
from waqai.reports.decoding import decode
from waqai.reports.facts.instants import instant
from waqai.reports.forms.markup import plain_text
from waqai.reports.forms.pages import page
from waqai.reports.intake import Arrival, Ending, Item, QuarantineError, Refusal, SetAsideError
from waqai.reports.model import Metadata
from waqai.reports.texts import Found, arrival, note

MAX_MESSAGE = 32_000_000
_ATTACHED = frozenset({".docx", ".html", ".htm", ".txt", ".pdf", ".zip", ".csv", ".xlsx", ".json", ".eml"})
_PAGE = frozenset({".mhtml", ".mht"})


def read_mbox(item: Item) -> Iterator[Item | Refusal]:
    """The messages of a mailbox, one by one."""
    lines: list[bytes] = []
    number, size, blank = 0, 0, True
    with item.content.open() as stream:
        for line in stream:
            if blank and line.startswith(b"From "):
                if number:
                    yield _part(item, number, b"".join(lines), size)
                number, lines, size = number + 1, [], 0
            else:
                size += len(line)
                if size <= MAX_MESSAGE:
                    lines.append(line[1:] if line.startswith(b">From ") else line)
            blank = not line.strip()
    if number == 0:
        raise SetAsideError("a mailbox without messages")
    yield _part(item, number, b"".join(lines), size)


def _part(item: Item, number: int, raw: bytes, size: int) -> Item | Refusal:
    part = replace(
        item, name=f"{item.name}/{number}", where=f"{item.where}, message {number}", content=Content(raw),
        suffix=".eml", depth=item.depth + 1,
    )  # fmt: skip
    if size > MAX_MESSAGE:
        return Refusal(part, Ending.QUARANTINED, f"a message of more than {MAX_MESSAGE:,} bytes")
    return part


def read(item: Item) -> Iterator[Item | Arrival | Refusal]:
    """The report in the message's body, then its attachments that can hold reports."""
    raw = item.content.whole(MAX_MESSAGE)
    try:
        message = message_from_bytes(raw, _class=EmailMessage, policy=policy.default)
        attached = list(_attachments(item, message))
        body = _body(message)
        known, identity = _known(message), _header(message, "Message-ID")
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise QuarantineError(f"a broken mail message: {error}") from None
    named = replace(item, series=item.series or (f"mail:{identity}" if identity else None))
    try:
        yield _report(named, raw, body, known)
    except SetAsideError as error:
        if not attached:
            raise
        yield Refusal(item, Ending.SET_ASIDE, f"{error} (its attachments are read)", raw)
    yield from attached


def _report(item: Item, raw: bytes, body: tuple[bytes, bool] | None, known: Metadata) -> Arrival:
    if body is None:
        raise SetAsideError("a mail without a text")
    payload, is_page = body
    found = decode(payload, item.wishes.encoding)
    if found is None:
        raise SetAsideError("binary: its body is no text in any encoding that Waqai knows")
    how = Found("", encoding=found.encoding, note=note(found))
    if item.suffix in _PAGE:
        told = page(found.text, known.url, how)
        return arrival(item, raw, replace(told, known=told.known.filled(replace(known, byline=None, outlet=None))))
    text = plain_text(found.text) if is_page else found.text.replace("\r\n", "\n")
    if known.title and known.title not in text[: len(known.title) + 200]:
        text = f"{known.title}\n{text}"
    return arrival(item, raw, replace(how, text=text, known=known))


def _body(message: EmailMessage) -> tuple[bytes, bool] | None:
    """The bytes of the text, and whether they are a page; plain text goes first."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return None
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return None
    is_page = part.get_content_type() == "text/html"
    if not payload.strip() and not is_page:
        other = message.get_body(("html",))
        payload = other.get_payload(decode=True) if other is not None else payload
        is_page = other is not None
    return (payload, is_page) if isinstance(payload, bytes) else None


def _known(message: EmailMessage) -> Metadata:
    day = instant(_header(message, "Date") or "")
    name, address = parseaddr(_header(message, "From") or "")
    return Metadata(
        outlet=name or address or None,
        title=_header(message, "Subject"),
        url=_header(message, "Snapshot-Content-Location"),
        published=day.day if day else None,
        time=day.time if day else None,
    )


def _header(message: EmailMessage, name: str) -> str | None:
    """The header on one line. One with raw bytes instead of encoded words is decoded by its evidence."""
    value = message.get(name)
    if value is None:
        return None
    words = " ".join(str(value).split())
    if any("\udc80" <= letter <= "\udcff" for letter in words):
        found = decode(words.encode("utf-8", "surrogateescape"))
        words = found.text if found else words.encode("utf-8", "replace").decode("utf-8")
    return words or None


def _attachments(item: Item, message: EmailMessage) -> Iterator[Item]:
    for number, part in enumerate(message.iter_attachments(), 1):
        name = part.get_filename() or f"attachment {number}"
        suffix = PurePosixPath(name).suffix.lower()
        payload = part.as_bytes() if part.is_multipart() else part.get_payload(decode=True)
        if suffix in _ATTACHED and item.suffix not in _PAGE and isinstance(payload, bytes):
            yield replace(
                item, name=f"{item.name}/{number}", where=f"{item.where}, attachment {number}", suffix=suffix,
                content=Content(payload), series=None, depth=item.depth + 1,
            )  # fmt: skip
