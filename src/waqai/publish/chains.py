"""Chains of acts and answers, as lines for the terminal and one a line for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.text import Text

from waqai.incidents.chains import Chain, Episode, Step
from waqai.incidents.model import Incident
from waqai.publish.safe import safe
from waqai.publish.table import date_words, toll_words


def lines(episodes: Iterable[Episode], by_id: Mapping[str, Incident]) -> Iterator[Text]:
    """Each episode with its chains; under each act what it answers, after how long, in which words, says who."""
    for episode in episodes:
        days = f"{episode.start or '?'} .. {episode.end or '?'}"
        yield Text(f"{days}  {', '.join(episode.sides) or 'sides not named'}", style="bold")
        for number, chain in enumerate(episode.chains, start=1):
            yield Text(f"  chain {number}: {len(chain.incidents)} acts", style="cyan")
            yield from _chain(chain, by_id)


def json_lines(episodes: Sequence[Episode]) -> Iterator[str]:
    """One chain a line, with the number of its episode."""
    for number, episode in enumerate(episodes, start=1):
        for chain in episode.chains:
            yield json.dumps(row(number, chain), ensure_ascii=False)


def row(episode: int, chain: Chain) -> dict[str, Any]:
    """The chain as one JSON object."""
    return {
        "episode": episode,
        "start": chain.start,
        "end": chain.end,
        "sides": list(chain.sides),
        "incidents": list(chain.incidents),
        "links": [_link(step) for step in chain.steps],
    }


def _link(step: Step) -> dict[str, Any]:
    link = step.link
    return {
        "answer": link.answer,
        "cause": link.cause,
        "days": step.days,
        "stated": link.stated,
        "text": link.words,
        "said_by": list(link.said_by),
        "rule": link.rule or None,
    }


def _chain(chain: Chain, by_id: Mapping[str, Incident]) -> Iterator[Text]:
    for name in chain.incidents:
        one = by_id[name]
        who = ", ".join(one.initiators) or "nobody named"
        places = "، ".join(safe(place) for place, _, _ in one.places[:3])
        yield Text(f"    {name}  {date_words(one)}  {one.sub_event_type}  {who}  {toll_words(one)}  {places}")
        for step in chain.steps:
            if step.link.answer == name:
                yield Text(f"        {_step(step)}", style="cyan" if step.link.stated else "dim")


def _step(step: Step) -> str:
    days = {None: "after an unknown time", 0: "on the same day", 1: "a day later"}.get(
        step.days, f"{step.days} days later"
    )
    if step.days is not None and step.days < 0:
        days = "though dated earlier"
    if not step.link.stated:
        return f"may answer {step.link.cause} (rule {step.link.rule}: {safe(step.link.words)})"
    return (
        f"answers {step.link.cause}, {days}: «{safe(step.link.words)}», says {'، '.join(map(safe, step.link.said_by))}"
    )
