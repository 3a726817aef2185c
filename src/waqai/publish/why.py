"""A judgement in words: what spoke for it, what against, how it stood to the thresholds, who decided otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from waqai.incidents.decisions import Decision
from waqai.incidents.judge import SAME, UNSURE, points
from waqai.incidents.model import Judgement
from waqai.incidents.why import Why
from waqai.publish.safe import safe

_SHOWN = 3


def lines(found: Why) -> Iterator[Text]:
    """The answer first, then people's decisions, then the strongest pairs feature by feature."""
    one = found.left == found.right
    head = f"{found.left} is one incident" if one else f"{found.left} and {found.right} are two incidents"
    yield Text(head, style="bold")
    for decision in found.decisions:
        yield Text(f"  {decision_words(decision)}", style="yellow")
    for obstacle in found.obstacles:
        yield Text(f"  {safe(obstacle)}", style="yellow")
    for note in found.notes:
        yield Text(f"  {safe(note)}", style="cyan")
    yield Text(f"  {SAME} points and more are the same act, {UNSURE} and more unsure, less different")
    for judgement in found.judgements[:_SHOWN]:
        yield from _judgement(judgement)
    if len(found.judgements) > _SHOWN:
        yield Text(f"  and {len(found.judgements) - _SHOWN} weaker pairs", style="dim")
    if not found.judgements:
        yield Text("  no pair to compare: one report tells all of it")


def decision_words(one: Decision) -> str:
    """The entry of the log in one line."""
    said = f"{one.field} = {one.value}" if one.field else f"of decision {one.undoes}" if one.undoes else ""
    about = f" {one.incident}" if one.incident else ""
    what = safe(f"{one.act.value}{about}{' ' + said if said else ''}")
    return f"{one.number}  {one.at}  {what}, by {safe(one.by)}: {safe(one.reason)}"


def _judgement(one: Judgement) -> Iterator[Text]:
    yield Text(f"{one.left} / {one.right}: {points(one):.1f} points, {one.verdict.value}")
    for feature in sorted(one.features, key=lambda f: -abs(f.score * f.weight)):
        gain = feature.score * feature.weight
        style = "green" if gain > 0 else "red" if gain < 0 else "dim"
        yield Text(f"  {gain:+.1f}  {feature.name:10} {safe(feature.words)}", style=style)
