"""Sending digests: into a folder, or to a mail server; what could not be sent is not told, and goes with the next."""

from __future__ import annotations

import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from waqai.web.catalogue.catalogue import Catalogue
from waqai.web.following.letter import Address, Chapter, letter
from waqai.web.following.searches import news, searches, told
from waqai.web.people.store import People
from waqai.web.settings import Settings
from waqai.web.shelf import Shelf
from waqai.web.wording import tongue

_PATIENCE = 20.0  # seconds for a mail server


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a round: letters sent, and why others could not be."""

    letters: int = 0
    failures: tuple[str, ...] = ()


class PostError(Exception):
    """A letter that could not be sent; the message says why."""


def send_all(shelf: Shelf, people: People, name: str | None = None) -> Sent:
    """One letter for each person's address with news in it (or this person's): told when it is sent, not before."""
    catalogue, count, failures = shelf.catalogue, 0, []
    wanted: dict[tuple[str, str, str], list[Chapter]] = {}
    for search in searches(people, name):
        found = news(catalogue, search, catalogue.everything)
        to = search.mail or (search.name if shelf.settings.outbox else "")
        if found.count and to:
            cards = tuple(shelf.cards(catalogue, list(found.positions)))
            wanted.setdefault((search.name, to, search.language), []).append(Chapter(found, cards))
        elif not found.count:
            told(people, catalogue, [found])
    for (_, to, code), chapters in wanted.items():
        try:
            _deliver(shelf.settings, letter(tongue(code), _address(shelf.settings, to), chapters))
        except PostError as error:
            failures.append(f"{to}: {error}")
            continue
        told(people, catalogue, [chapter.news for chapter in chapters])
        count += 1
    return Sent(count, tuple(failures))


def preview(shelf: Shelf, people: People, catalogue: Catalogue, name: str) -> Sequence[Chapter]:
    """What the next digest would say to this person."""
    found = (news(catalogue, search, catalogue.everything) for search in searches(people, name))
    return [Chapter(one, tuple(shelf.cards(catalogue, list(one.positions[:40])))) for one in found]


def _address(settings: Settings, to: str) -> Address:
    host = next(iter(sorted(settings.hosts)), f"{settings.host}:{settings.port}")
    return Address(settings.sender, to, f"{'https' if settings.secure else 'http'}://{host}")


def _deliver(settings: Settings, made: EmailMessage) -> None:
    """The letter is in the folder, or the mail server has taken it; PostError where neither."""
    try:
        if settings.outbox is not None:
            settings.outbox.mkdir(parents=True, exist_ok=True)
            name = str(made["Message-ID"]).strip("<>").partition("@")[0]
            _written(settings.outbox / f"{name}.eml", bytes(made))
        elif settings.smtp:
            host, _, port = settings.smtp.partition(":")
            with smtplib.SMTP(host, int(port or 25), timeout=_PATIENCE) as server:
                server.send_message(made)
        else:
            raise PostError("no outbox and no mail server: give --outbox or --smtp")
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise PostError(str(error)) from None


def _written(path: Path, body: bytes) -> None:
    """The file is there whole or not at all."""
    part = path.with_suffix(".part")
    part.write_bytes(body)
    part.replace(path)
