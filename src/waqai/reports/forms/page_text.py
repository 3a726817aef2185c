"""The told text of a web page: what its article says, without menus and «read also»; never shorter without a word."""

from __future__ import annotations

import re
from typing import Any

import trafilatura
from lxml import etree, html

from waqai.reports.forms.markup import depth_and_tags, plain_text, unclosed_removed
from waqai.reports.furniture import LISTS, MARKS, PARAGRAPH

# Beyond these the libraries drop text or take minutes (research/reliability.md): the plain way is taken instead.
MOST_DEPTH = 150
MOST_TAGS = 20_000
MOST_NODE = 1_000_000
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]")
_DECLARED = re.compile(r"^\s{0,20}<\?xml[^>]{0,200}\?>", re.IGNORECASE)
_LETTER = re.compile("[\u0621-\u064a]")
_BLANKS = re.compile(r"\s+")
_ENOUGH = 0.6  # of the letters of the page's paragraphs: what has less is not the whole article


def parsed(markup: str) -> tuple[Any, str]:
    """The page's tree, or None with the reason where the libraries would lose text of it or take minutes."""
    markup = _cleaned(markup)
    depth, tags = depth_and_tags(markup)
    if depth > MOST_DEPTH or tags > MOST_TAGS or len(markup) > 4 * MOST_NODE:
        return None, "its markup is too deep or too large: all its text was taken"
    tree = _tree(markup)
    return tree, "" if tree is not None else "its markup is broken: all its text was taken"


def text_of(tree: Any, markup: str) -> tuple[str, str]:  # noqa: ANN401 - lxml ships no types
    """The article's text, one paragraph a line, and a note if it is not what was found as article.

    The tree is taken apart: whoever wants something else of it reads it before.
    """
    plain = plain_text(unclosed_removed(_cleaned(markup)))
    if tree is None:
        return plain, ""
    _strip(tree)
    whole = "\n".join(_paragraphs(tree))
    told = _told(tree)
    if _letters(told) < _ENOUGH * _letters(whole):
        return whole, "its paragraphs were taken as they stand"
    if _letters(told) < 80 and _letters(plain) > 2 * _letters(told):
        return plain, "no article was found in it: all its text was taken"
    return told, ""


def _cleaned(markup: str) -> str:
    """The markup with controls as blanks: they part words, as browsers show them."""
    return _DECLARED.sub("", _CONTROLS.sub(" ", markup))


def _tree(markup: str) -> Any:  # noqa: ANN401 - lxml ships no types
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _told(tree: Any) -> str:  # noqa: ANN401
    """What trafilatura finds; dates and names are read elsewhere, as it invents some."""
    text = trafilatura.extract(
        tree, include_comments=False, include_tables=True, deduplicate=False, with_metadata=False, favor_recall=True
    )
    return text or ""


def _paragraphs(tree: Any) -> list[str]:  # noqa: ANN401
    """The page's told paragraphs as they stand: those that are more words than links."""
    found = []
    for node in tree.iter("p", "blockquote"):
        words = _words(node)
        linked = sum(len(_words(link)) for link in node.iter("a"))
        if len(words.split()) >= 6 and linked * 2 < len(words) and not _is_hidden(node):
            found.append(words)
    return found


def _is_hidden(node: Any) -> bool:  # noqa: ANN401
    names = ("footer", "nav", "aside", "form", "header")
    return next(node.iterancestors(*names), None) is not None


def _strip(tree: Any) -> None:  # noqa: ANN401
    """The tree without scripts, hidden parts and the teasers of other articles."""
    for node in tree.xpath("//script | //style | //noscript | //template | //*[@hidden]"):
        _drop(node)
    for node in list(tree.iter("a", "p", "div", "li", "h2", "h3", "h4", "h5", "strong", "b", "span", "section", "ul")):
        if node.getparent() is not None and _is_teaser(node):
            _drop(node)


def _is_teaser(node: Any) -> bool:  # noqa: ANN401
    """Whether a short block, or a link, begins with «اقرأ أيضاً» or the like."""
    if not isinstance(node.tag, str):
        return False
    start = MARKS.sub("", _words(node, 400))
    if not LISTS.match(start):
        return False
    words = len(start.split())
    if node.tag == "a":
        return True
    if words <= 4:  # «اقرأ أيضاً:» alone: the link that follows it goes with it
        following = node.getnext()
        if following is not None and following.tag in {"a", "ul"} and not (node.tail or "").strip():
            _drop(following)
        return True
    linked = sum(len(_words(link).split()) for link in node.iter("a"))
    return words < 3 * PARAGRAPH and (linked * 2 >= words or words <= PARAGRAPH)


def _drop(node: Any) -> None:  # noqa: ANN401
    parent = node.getparent()
    if parent is not None:
        node.drop_tree()


def _words(node: Any, most: int = 1_000_000) -> str:  # noqa: ANN401
    text, size = [], 0
    for piece in node.itertext():
        text.append(piece)
        size += len(piece)
        if size > most:
            break
    return _BLANKS.sub(" ", "".join(text)).strip()


def _letters(text: str) -> int:
    return len(_LETTER.findall(text))
