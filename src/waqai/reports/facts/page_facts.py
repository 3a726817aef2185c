"""What a web page's head says of it: JSON-LD, OpenGraph, meta, canonical link. Never its footer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from waqai.reports.facts.addresses import canonical
from waqai.reports.facts.instants import Instant, instant
from waqai.reports.model import Metadata

_ARTICLE_ENDINGS = ("article", "posting", "report")  # NewsArticle, BlogPosting, Report ...
_MOST_LD = 500_000
_MOST_NODES = 2_000
_OUTLET = ("og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher")
_TITLE = ("og:title", "dc.title", "dcterms.title", "twitter:title", "headline")
_BYLINE = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author")
_TIME = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.created", "pubdate", "publishdate", "publish-date", "parsely-pub-date",
    "sailthru.date", "date",
)  # fmt: skip
_MOST_TEXT = 500


def page_facts(tree: Any, address: str | None = None) -> Metadata:  # noqa: ANN401 - lxml ships no types
    """What the page says of itself, each thing from the most deliberate of its places."""
    said = _from_json(tree)
    meta = _metas(tree)
    time = _first_instant(meta)
    link = next((href for href in tree.xpath("//link[translate(@rel,'CANONL','canonl')='canonical']/@href")), None)
    url = canonical(link, address) or canonical(meta.get("og:url"), address) or said.url or canonical(address)
    in_head = Metadata(
        outlet=_first(meta, _OUTLET),
        title=_heading(tree) or _headline(_first(meta, _TITLE), _first(meta, _OUTLET)),
        byline=_name(_first(meta, _BYLINE)),
        published=time.day if time else None,
        time=time.time if time else None,
    )
    found = Metadata(url=url).filled(said).filled(in_head)
    found = found if found.published else found.filled(_marked_time(tree))
    window = next((_plain(node.text_content()) for node in tree.xpath("//head/title")[:1]), None)
    return found.filled(Metadata(title=_headline(window, found.outlet)))


def _heading(tree: Any) -> str | None:  # noqa: ANN401
    """The page's heading of the first rank, if it has one only."""
    headings = [heading for node in tree.xpath("//h1")[:4] if (heading := _plain(node.text_content()))]
    return headings[0] if len(headings) == 1 and len(headings[0].split()) > 2 else None


def _headline(title: str | None, outlet: str | None) -> str | None:
    """The title without the outlet's name hung on it («خبر | المدار»)."""
    for mark in (" | ", " - ", " – ", " :: "):
        if title and outlet and title.endswith(f"{mark}{outlet}"):
            return title.removesuffix(f"{mark}{outlet}") or title
    return title


def _marked_time(tree: Any) -> Metadata:  # noqa: ANN401
    """The one <time> of an article that is marked as its publication."""
    path = (
        "//time[@pubdate or @itemprop='datePublished' or contains(@class,'publish') or contains(@class,'entry-date')]"
    )
    for node in tree.xpath(path)[:3]:
        found = instant(node.get("datetime") or node.text_content() or "")
        if found:
            return Metadata(published=found.day, time=found.time)
    return Metadata()


def _metas(tree: Any) -> dict[str, str]:  # noqa: ANN401
    """The page's meta values by lower-case name; the first of each counts."""
    found: dict[str, str] = {}
    for node in tree.xpath("//meta[@content]")[:400]:
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
        value = _plain(node.get("content"))
        if name and value:
            found.setdefault(name, value)
    return found


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _first_instant(meta: Mapping[str, str]) -> Instant | None:
    return next((found for name in _TIME if (found := instant(meta.get(name, ""))) is not None), None)


def _from_json(tree: Any) -> Metadata:  # noqa: ANN401
    """What the first article of the page's JSON-LD says."""
    for node in tree.xpath("//script[contains(@type,'ld+json')]")[:20]:
        text = (node.text or "")[:_MOST_LD]
        try:
            data = json.loads(text.strip().strip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for article in _articles(data):
            return _article(article)
    return Metadata()


def _articles(data: object) -> Iterator[Mapping[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < _MOST_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting += node[:_MOST_NODES]
        elif isinstance(node, dict):
            kinds = node.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.lower().endswith(_ARTICLE_ENDINGS) for kind in names):
                yield node
            waiting += [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node]


def _article(node: Mapping[str, Any]) -> Metadata:
    found = instant(_text(node.get("datePublished")) or "") or instant(_text(node.get("dateCreated")) or "")
    main = node.get("mainEntityOfPage")
    url = canonical(_text(node.get("url")) or (_text(main.get("@id")) if isinstance(main, dict) else _text(main)))
    return Metadata(
        outlet=_text(node.get("publisher")),
        title=_text(node.get("headline")) or _text(node.get("name")),
        byline=_name(_text(node.get("author"))),
        url=url,
        published=found.day if found else None,
        time=found.time if found else None,
    )


def _text(value: object) -> str | None:
    """The words of a JSON-LD value: itself, its name, or its first with words."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return next((words for item in value[:20] if not isinstance(item, list) and (words := _text(item))), None)
    return _plain(value) if isinstance(value, str) else None


def _name(value: str | None) -> str | None:
    """The name; None for an address or an account, which names nobody."""
    return None if value is None or value.startswith(("http:", "https:", "@")) or value.lower() == "admin" else value


def _plain(value: str | None) -> str | None:
    """The value on one line; None where it is blank or no name but a text."""
    words = " ".join((value or "").split())
    return words if 0 < len(words) <= _MOST_TEXT else None
