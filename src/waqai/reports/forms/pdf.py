"""PDF: read with a warning only, and refused where the letters are out of order, as they are in most Arabic ones."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator

from waqai.reports.decoding import prose_share
from waqai.reports.intake import Arrival, Item, QuarantineError, SetAsideError
from waqai.reports.texts import MAX_CHARACTERS, Found, arrival, too_long

MAX_PDF = 16_000_000
MOST_PAGES = 200
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_WORD = re.compile("[\u0621-\u064a]+")
_ADVICE = "open it and save its text as .txt"
_LOG = logging.getLogger("pypdf")


def read(item: Item) -> Iterator[Arrival]:
    """The one report of the file; QuarantineError where its text cannot be trusted."""
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra: few have PDFs, and most of those are refused
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError:
        raise SetAsideError(f"a PDF: `pip install waqai[pdf]` lets Waqai try it; better {_ADVICE}") from None
    raw = item.content.whole(MAX_PDF)
    _LOG.setLevel(logging.CRITICAL)  # what is wrong is said by us, once
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise QuarantineError(f"a PDF that is locked: {_ADVICE}")
        if len(reader.pages) > MOST_PAGES:
            raise SetAsideError(too_long(f"{len(reader.pages):,} pages"))
        text = "\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise QuarantineError(f"a damaged PDF ({type(error).__name__}: {error}): {_ADVICE}") from None
    except (OSError, NotImplementedError, AssertionError, ArithmeticError, MemoryError, ImportError) as error:
        raise QuarantineError(f"a PDF that cannot be read ({error}): {_ADVICE}") from None
    if not text.strip():
        raise SetAsideError(f"a PDF without text, perhaps pictures of pages: {_ADVICE}")
    if len(text) > MAX_CHARACTERS:
        raise SetAsideError(too_long(f"{len(text):,} characters"))
    reason = scrambled(text)
    if reason:
        raise QuarantineError(f"a PDF whose Arabic is scrambled ({reason}): {_ADVICE}")
    warning = "a PDF: the order of its words and digits cannot be trusted; compare the quotes with the page"
    yield arrival(item, raw, Found(text, note=warning))


def scrambled(text: str) -> str:
    """Why the Arabic of the text cannot be as it was written; empty where nothing speaks against it."""
    words = _WORD.findall(text)
    if "\0" in text:
        return "it has letters without a name"
    if _SHAPES.search(text):
        return "its letters are shapes, not letters"
    if not words:
        return ""
    if sum(len(word) == 1 and word != "و" for word in words) > 0.05 * len(words):
        return "its words are torn into letters"
    share = prose_share(text, 8)
    backward = prose_share(" ".join(word[::-1] for word in words), 8)
    if backward is not None and share is not None and (backward > share or share < 0.15):
        return "its letters run backwards" if backward > share else "its words are not Arabic ones"
    return ""
