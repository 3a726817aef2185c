"""Word files (.docx): their paragraphs, tables and notes in order."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from waqai.reports.facts.instants import instant
from waqai.reports.forms.zips import checked
from waqai.reports.inflate import check
from waqai.reports.intake import Arrival, Item, QuarantineError, SetAsideError
from waqai.reports.model import Metadata
from waqai.reports.texts import MAX_CHARACTERS, Found, arrival, too_long

MAX_WORD = 32_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_BODY = "word/document.xml"


def read(item: Item) -> Iterator[Arrival]:
    """The one report of the file."""
    raw = item.content.whole(MAX_WORD)
    with item.content.open() as stream:
        try:
            names = checked(stream)
            with zipfile.ZipFile(stream) as archive:
                text = "\n".join(_paragraphs(_tree(archive, _BODY)))
                known = _known(_tree(archive, "docProps/core.xml")) if "docProps/core.xml" in names else Metadata()
        except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, etree.XMLSyntaxError, ValueError) as error:
            raise QuarantineError(f"a damaged Word file: {error}") from None
    if not text.strip():
        raise SetAsideError("a Word file without text (only pictures?)")
    if len(text) > MAX_CHARACTERS:
        raise SetAsideError(too_long(f"{len(text):,} characters"))
    yield arrival(item, raw, Found(text, known, "utf-8"))


def _tree(archive: zipfile.ZipFile, name: str) -> Any:  # noqa: ANN401 - lxml ships no types
    plain = bytearray()
    with archive.open(name) as member:
        while chunk := member.read(65_536):
            plain += chunk
            check(len(plain), max(1, archive.getinfo(name).compress_size))
    if b"<!DOCTYPE" in plain[:10_000] or b"<!ENTITY" in plain[:10_000]:
        raise QuarantineError("a Word file that declares entities, which none needs")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(bytes(plain), parser)


def _paragraphs(tree: Any) -> Iterator[str]:  # noqa: ANN401
    for paragraph in tree.iter(f"{_W}p"):
        pieces = []
        for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
            kind = node.tag.removeprefix(_W)
            pieces.append((node.text or "") if kind == "t" else {"tab": "\t", "noBreakHyphen": "-"}.get(kind, "\n"))
        yield "".join(pieces)


def _known(tree: Any) -> Metadata:  # noqa: ANN401
    """The title that the file has; its dates are those of the file, not of any publication."""
    title = " ".join((tree.findtext(f"{_DC}title") or "").split())
    return Metadata(title=title if len(title.split()) > 2 and instant(title) is None else None)
