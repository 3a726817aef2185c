"""Markup read in one pass and in linear time, whatever it holds: its depth, and all its visible text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_LOOSE = frozenset("p li td tr th dt dd option thead tbody tfoot".split())  # closed by the next of their kind
_SILENT = frozenset("script style noscript template head svg math select textarea".split())
_INLINE = frozenset("a abbr b bdi bdo cite code em font i mark q s small span strong sub sup time u wbr".split())
_LINK, _LINK_END = "\x01", "\x02"  # controls that no markup brings in: pages are cleaned of them before
_LINKS = {"a": (_LINK, _LINK_END)}
_MENU = 8  # links in one block
_BLANKS = re.compile(r"[ \t\r\f\v\xa0]+")


def depth_and_tags(markup: str) -> tuple[int, int]:
    """How deep elements stand in one another, and how many tags there are."""
    depth = deepest = tags = 0
    for found in _TAG.finditer(markup):
        tags += 1
        name = found[2].lower()
        if name in _VOID or name in _LOOSE:
            continue
        depth = max(0, depth - 1) if found[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest, tags


def plain_text(markup: str) -> str:
    """All text between the tags, one block a line; nothing of scripts, styles and blocks that are many links."""
    text = unescape("".join(_pieces(markup)))
    lines = (_BLANKS.sub(" ", _told(line)).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _told(line: str) -> str:
    """The line without the marks of its links; nothing where it is a menu: many links and hardly anything else."""
    if _LINK not in line:
        return line.replace(_LINK_END, "")
    parts = line.split(_LINK)[1:]
    linked = sum(len(part.partition(_LINK_END)[0]) for part in parts)
    if len(parts) > _MENU and linked > 0.6 * (len(line) - 2 * len(parts)):
        return ""
    return line.replace(_LINK, "").replace(_LINK_END, "")


def unclosed_removed(markup: str) -> str:
    """The markup without a last tag that was never closed, as a cut download leaves it."""
    last = markup.rfind("<")
    return markup[:last] if last > markup.rfind(">") else markup


def _pieces(markup: str) -> Iterator[str]:
    """The texts between tags, a line break for each block. What is never closed hides nothing."""
    ends = _Ends(markup)
    at, size = 0, len(markup)
    while at < size:
        start = markup.find("<", at)
        if start < 0:
            yield markup[at:]
            return
        yield markup[at:start]
        found = _TAG.match(markup, start)
        if found is not None:
            name = found[2].lower()
            yield _LINKS.get(name, ("", ""))[bool(found[1])] if name in _INLINE else "\n"
            at = ends.after(">", found.end())
            if name in _SILENT and not found[1]:
                at = ends.closing(name, at)
        elif markup.startswith("<!--", start):
            at = ends.after("-->", start + 4)
        elif markup.startswith(("<!", "<?", "</"), start):
            at = ends.after(">", start + 2)
        else:
            yield "<"
            at = start + 1


class _Ends:
    """Where things end. What was sought to the end of the markup in vain is not sought again."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._missing: set[str] = set()

    def after(self, mark: str, at: int) -> int:
        """The place behind the next mark; here where there is none."""
        if mark in self._missing:
            return at
        found = self._markup.find(mark, at)
        if found < 0:
            self._missing.add(mark)
            return at
        return found + len(mark)

    def closing(self, name: str, at: int) -> int:
        """The place of the closing tag of that name; here where there is none."""
        if name in self._missing:
            return at
        found = re.compile(rf"</{name}\b", re.IGNORECASE).search(self._markup, at)
        if found is None:
            self._missing.add(name)
            return at
        return found.start()
