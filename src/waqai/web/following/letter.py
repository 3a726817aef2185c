"""The digest as a letter: text and HTML, in the reader's direction, with nothing fetched from anywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP

from markupsafe import Markup, escape

from waqai.web import naming, sentence
from waqai.web.catalogue.card import Card
from waqai.web.evidence import bare, outside
from waqai.web.following.searches import News
from waqai.web.wording import Tongue


@dataclass(frozen=True, slots=True)
class Chapter:
    """One search of the digest with the cards of its news."""

    news: News
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """From whom, to whom, and where the page is."""

    sender: str
    to: str
    base: str


def letter(tongue: Tongue, address: Address, chapters: Sequence[Chapter]) -> EmailMessage:
    """The digest of these chapters. Its Message-ID is made of what it says: sent twice, it is one letter."""
    made = EmailMessage(policy=SMTP)
    count = sum(chapter.news.count for chapter in chapters)
    made["Subject"] = tongue("digest-title", n=count)
    made["From"] = address.sender
    made["To"] = address.to
    text = _text(tongue, address, chapters)
    upto = "-".join(f"{one.news.search.number}.{one.news.upto}" for one in chapters)
    mark = hashlib.sha256(f"{address.to}\n{upto}\n{text}".encode()).hexdigest()[:24]
    made["Message-ID"] = f"<{mark}@waqai>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(text)
    made.add_alternative(str(_html(tongue, address, chapters)), subtype="html")
    return made


def _text(tongue: Tongue, address: Address, chapters: Sequence[Chapter]) -> str:
    lines = []
    for chapter in chapters:
        lines += [f"{bare(chapter.news.search.title)} ({tongue('following-new', n=chapter.news.count)})", ""]
        for card in chapter.cards:
            lines += [bare(sentence.sentence(tongue, card)), f"{address.base}/{tongue.code}/incident/{card.id}", ""]
    return "\n".join([*lines, tongue("digest-why"), f"{address.base}/{tongue.code}/following", ""])


def _html(tongue: Tongue, address: Address, chapters: Sequence[Chapter]) -> Markup:
    parts = [_chapter(tongue, address, chapter) for chapter in chapters]
    why = f"{address.base}/{tongue.code}/following"
    return Markup(
        '<!doctype html><html lang="{lang}" dir="{dir}"><body style="margin:0;background:#fbfaf6;color:#1f2326;'
        "font-family:'IBM Plex Sans Arabic','Segoe UI',Tahoma,sans-serif;line-height:1.7\">"
        '<table role="presentation" width="100%" dir="{dir}"><tr><td align="center"><table role="presentation" '
        'width="600" dir="{dir}" style="max-width:600px;text-align:start;padding:24px"><tr><td>'
        '<p style="font-size:20px;font-weight:600;color:#8c3324;margin:0 0 16px">{name}</p>{parts}'
        '<p style="color:#5d6468;font-size:13px">{because} <a href="{why}">{follow}</a></p>'
        "</td></tr></table></td></tr></table></body></html>"
    ).format(
        lang=tongue.code,
        dir=tongue.direction,
        name=tongue("name"),
        parts=Markup("").join(parts),
        because=tongue("digest-why"),
        why=why,
        follow=tongue("following-title"),
    )


def _chapter(tongue: Tongue, address: Address, chapter: Chapter) -> Markup:
    rows = Markup("").join(_row(tongue, address, card) for card in chapter.cards)
    title, count = outside(chapter.news.search.title), tongue("following-new", n=chapter.news.count)
    head = Markup('<h2 style="font-size:17px;margin:18px 0 4px">{} · {}</h2>').format(title, count)
    return head + rows


def _row(tongue: Tongue, address: Address, card: Card) -> Markup:
    return Markup(
        '<div style="padding:10px 0;border-bottom:1px solid #e5e1d7"><a href="{}" style="color:#1f2326;'
        'font-weight:600;text-decoration:none">{}</a><br>{}</div>'
    ).format(
        f"{address.base}/{tongue.code}/incident/{card.id}",
        outside(naming.heading(tongue, card)),
        escape(bare(sentence.sentence(tongue, card))),
    )
