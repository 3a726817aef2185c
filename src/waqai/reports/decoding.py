"""From bytes to text: the encoding is found by evidence and named, never assumed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encodings of Arabic sites before Unicode. windows-1256 first: where two fit alike, it is the common one.
_ARABIC_PAGES = ("windows-1256", "iso-8859-6", "mac_arabic", "cp720", "cp864")
# How texts were spoilt before they came to us: saved with the left decoding, meant in the right one.
_SPOILT = (("windows-1256", "utf-8"), ("latin-1", "utf-8"), ("cp1252", "utf-8"), ("latin-1", "windows-1256"),
           ("cp1252", "windows-1256"))  # fmt: skip
_SAMPLE = 60_000
_ARABIC_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a\ufb50-\ufdff\ufe70-\ufefc]")
_MARK = re.compile("[\u0640\u064b-\u065f\u0670]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile("[\u0621-\u063a\u0641-\u0652\u0670\u0671]+")
# The commonest words of any Arabic page: a wrong code page turns all of them into other letters.
_COMMON = frozenset("في من على إلى الى ان أن إن عن مع التي الذي هذا هذه كان قال بعد بين كما وقال ما لا ولم لم".split())
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, the encoding that gave it, and how many bytes stayed unreadable."""

    text: str
    encoding: str
    broken: int = 0


def decode(raw: bytes, wanted: str | None = None) -> Decoded | None:
    """The bytes as text, with the encoding named; None where they are no text at all.

    `wanted` is what a person said the encoding is: then no other is tried. What a page or a feed says of
    itself is no evidence, as many say it wrongly.
    """
    if wanted is not None:
        return _wanted(raw, wanted)
    found = _decoded(raw)
    return None if found is None else _unspoilt(found)


def _wanted(raw: bytes, encoding: str) -> Decoded | None:
    try:
        return _mended(raw, codecs.lookup(encoding).name)
    except (LookupError, ValueError):
        return None


def _decoded(raw: bytes) -> Decoded | None:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _strict(raw, encoding) or _mended(raw, encoding)
    plain = _strict(raw, "utf-8")
    if plain is not None and not _is_binary(plain.text):
        return plain
    if plain is not None:
        return _wide(raw)  # the bytes of UTF-16 are ASCII too: 27 06 is «ا» and an apostrophe with a control
    return _wide(raw) or _nearly_utf8(raw) or _code_page(raw) or _detected(raw)


def _unspoilt(found: Decoded) -> Decoded:
    """The text; where an earlier program decoded it wrongly and saved that («ط§ظ„»), with the error undone."""
    sample = found.text[:_SAMPLE]
    if found.broken or _plausibility(sample) >= 0.1 or sample.isascii():
        return found
    for saved, was in _SPOILT:
        try:
            text = found.text.encode(saved).decode(was)
        except UnicodeError:
            continue
        if _plausibility(text[:_SAMPLE]) >= 0.5:
            return Decoded(text, f"{was} (it had been decoded as {saved} and saved so)")
    return found


def is_encoding(name: str) -> bool:
    """Whether there is an encoding of texts of that name."""
    try:
        return isinstance(b"x".decode(name), str)
    except (LookupError, ValueError):
        return False


def prose_share(text: str, least: int) -> float | None:
    """How many of the text's Arabic words are common ones or have the article; None where words are few."""
    words = [word for word in _WORD.findall(_MARK.sub("", text[:_SAMPLE])) if len(word) > 1]
    return None if len(words) < least else sum(map(_is_common, words)) / len(words)


def _is_common(word: str) -> bool:
    return word in _COMMON or (len(word) > 3 and word.startswith(("ال", "وال", "بال", "لل")))


def arabic_share(text: str) -> float:
    """How much of the text's letters are Arabic ones, 0 to 1 (0 where there are no letters)."""
    letters = len(_LETTER.findall(text))
    return len(_ARABIC_LETTER.findall(text)) / letters if letters else 0.0


def _strict(raw: bytes, encoding: str) -> Decoded | None:
    """The text where every byte fits the encoding, else None."""
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _mended(raw: bytes, encoding: str) -> Decoded:
    """The text with U+FFFD for each stretch that does not fit the encoding, and their number."""
    text = raw.decode(encoding, errors="replace")
    return Decoded(text, encoding, broken=text.count("\ufffd"))


def _nearly_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 with a few bytes broken, as a cut download leaves it; code pages break at every letter."""
    mended = _mended(raw, "utf-8")
    few = mended.broken <= 3 or mended.broken * 200 <= len(mended.text)
    multibyte = sum(1 for character in mended.text[:_SAMPLE] if character >= "\u0600")
    return mended if few and multibyte > 4 * mended.broken and not _is_binary(mended.text) else None


def _wide(raw: bytes) -> Decoded | None:
    """UTF-16 without its mark: every other byte is 06 (Arabic) or 00 (blanks and digits)."""
    if len(raw) < 4 or len(raw) % 2:
        return None
    sample = raw[:_SAMPLE]
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if (high.count(0x06) + high.count(0x00)) / len(high) > 0.9 and high.count(0x06):
            return _strict(raw, encoding)
    return None


def _is_binary(text: str) -> bool:
    """Whether control characters are so many that this is no text (a stray NUL in a page is no reason)."""
    return len(_CONTROLS.findall(text)) > 0.02 * len(text)


def _code_page(raw: bytes) -> Decoded | None:
    """The code page under which the bytes read as Arabic prose; None where under none."""
    best, best_score = None, 0.0
    for encoding in _ARABIC_PAGES:
        sample = raw[:_SAMPLE].decode(encoding, errors="replace")
        score = _plausibility(sample)
        if score > best_score:
            best, best_score = encoding, score
    return _mended(raw, best) if best is not None and best_score >= 0.5 else None


def _plausibility(text: str) -> float:
    """How much the text looks like Arabic prose: common words and articles, few unreadable characters."""
    words = _WORD.findall(_MARK.sub("", text))
    if not words or _is_binary(text):
        return 0.0
    known = sum(map(_is_common, words))
    spoilt = text.count("\ufffd") / len(text)
    return arabic_share(text) * min(1.0, 5 * known / len(words)) - 10 * spoilt


def _detected(raw: bytes) -> Decoded | None:
    """What charset-normalizer makes of it: a text in another script, to be named as such; else None."""
    if len(_CONTROLS.findall(raw[:_SAMPLE].decode("latin-1"))) > 0.02 * len(raw[:_SAMPLE]):
        return None
    found = from_bytes(raw[:_SAMPLE]).best()
    if found is None:
        return None
    whole = _strict(raw, found.encoding)
    return None if whole is None or _is_binary(whole.text) else whole
