"""Which form an input has: by what it holds first, by what its name claims second."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from types import MappingProxyType

from waqai.reports.decoding import decode
from waqai.reports.forms import (
    address_lists,
    feeds,
    json_reports,
    mail,
    pages,
    pdf,
    plain_texts,
    tables,
    telegram,
    web_archives,
    word,
    zips,
)
from waqai.reports.inflate import members
from waqai.reports.intake import Arrival, Item, Refusal, SetAsideError

Form = Callable[[Item], Iterator[Item | Arrival | Refusal]]

_BY_SUFFIX: MappingProxyType[str, Form] = MappingProxyType(
    {
        ".html": pages.read, ".htm": pages.read, ".xhtml": pages.read, ".shtml": pages.read, ".php": pages.read,
        ".json": json_reports.read, ".jsonl": json_reports.read_lines, ".ndjson": json_reports.read_lines,
        ".csv": tables.read_csv, ".tsv": tables.read_csv,
        ".rss": feeds.read, ".atom": feeds.read, ".xml": feeds.read, ".rdf": feeds.read,
        ".eml": mail.read, ".mht": mail.read, ".mhtml": mail.read, ".mbox": mail.read_mbox, ".mbx": mail.read_mbox,
        ".urls": address_lists.read,
        ".txt": plain_texts.read, ".text": plain_texts.read, ".md": plain_texts.read, "": plain_texts.read,
        ".json-object": json_reports.read_object, ".telegram": telegram.read_message,
    }
)  # fmt: skip
_PICTURE, _SOUND, _FILM = "a picture", "a sound", "a film"
_UNREADABLE = (
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"RIFF", "a picture or a sound"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file: save it as .docx or .xlsx"),
    (b"Rar!", "a RAR archive: unpack it"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it"),
    (b"BZh", "a bzip2 file: unpack it"),
    (b"\xfd7zXZ", "an xz file: unpack it"),
    (b"\x28\xb5\x2f\xfd", "a zstd file: unpack it"),
    (b"{\\rtf", "an RTF file: save it as .docx or .txt"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"ID3", _SOUND),
    (b"OggS", _SOUND),
    (b"\x00\x00\x00\x18ftyp", _FILM),
    (b"\x00\x00\x00\x20ftyp", _FILM),
)
_MARKUP = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,300}\?>\s{0,200})?(?:<!--.{0,300}?-->\s{0,200}){0,5}"
    r"<(!doctype html|html|head|body|article|rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_PAGES = frozenset({"!doctype html", "html", "head", "body", "article"})
_MAIL = re.compile(r"(?:[A-Z][A-Za-z-]{1,40}: [^\n]{0,900}\n){2}")
_MAIL_NAMES = re.compile(
    r"^(?:From|Received|MIME-Version|Message-ID|Return-Path|Delivered-To): ", re.IGNORECASE | re.MULTILINE
)


def form_of(item: Item) -> Form:
    """What reads the input; SetAsideError where nothing does."""
    head = item.content.head()
    form = _by_bytes(item, head)
    if form is not None:
        return form
    if item.suffix in {".json-object", ".telegram"}:
        return _BY_SUFFIX[item.suffix]
    found = decode(head[: len(head) // 4 * 4], item.wishes.encoding)
    by_text = _by_text(item, found.text.removeprefix("\ufeff")) if found else None
    by_name = _BY_SUFFIX.get(item.suffix)
    if by_text is None and by_name is None:
        raise SetAsideError(f"{item.suffix} is no kind of file that Waqai knows; save its text as .txt")
    return by_text or by_name or plain_texts.read


def _by_bytes(item: Item, head: bytes) -> Form | None:
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_zip(item)
    if head.startswith(b"\x1f\x8b"):
        with item.content.open() as stream:
            first = next(iter(members(stream)), None)
        return web_archives.read if first and first.plain.startswith(b"WARC/") else zips.read_gzip
    if head.startswith(b"WARC/"):
        return web_archives.read
    if head[:1024].lstrip().startswith(b"%PDF-"):
        return pdf.read
    for mark, kind in _UNREADABLE:
        if head.startswith(mark):
            raise SetAsideError(f"{kind}: it holds no text that Waqai reads")
    return None


def _of_zip(item: Item) -> Form:
    with item.content.open() as stream:
        try:
            names = set(zipfile.ZipFile(stream).namelist()[:5_000])
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            return {".docx": word.read, ".xlsx": tables.read_xlsx}.get(item.suffix, zips.read_zip)
    if "word/document.xml" in names:
        return word.read
    return tables.read_xlsx if "xl/workbook.xml" in names else zips.read_zip


def _by_text(item: Item, text: str) -> Form | None:
    """What the text's first characters say, where they say it more surely than a name."""
    markup = _MARKUP.match(text)
    if markup:
        return pages.read if markup[1].lower() in _PAGES else feeds.read
    if text.startswith("From ") and _MAIL_NAMES.search(text):
        return mail.read_mbox
    if _MAIL.match(text.replace("\r\n", "\n")) and _MAIL_NAMES.search(text):
        return mail.read
    if item.suffix in _BY_SUFFIX and item.suffix not in {"", ".txt", ".text", ".php"}:
        return None
    if address_lists.is_list(text):
        return address_lists.read
    if text.lstrip().startswith(("{", "[")) and '"' in text[:200]:
        return json_reports.read_lines if "\n{" in text and not text.startswith("[") else json_reports.read
    return None
