"""A report's text becomes readings: scanned once, composed by the rules of each topic, cut into sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from waqai.language.fold import Folded, fold
from waqai.language.sentences import sentences
from waqai.language.tokens import Token, tokenize
from waqai.reading.engine import Chart, keep_longest, saturate
from waqai.reading.knowledge import Knowledge, load
from waqai.reading.scan import scan

EXCLUSIVE = {
    "numbers": ("number", "count"),
    "dates": ("when", "clock"),
    "weapons": ("weapon",),
    "places": ("place",),
    "actors": ("actor",),
    "people": ("person", "facility"),
    "attribution": ("speaker",),
}


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A folded text with its tokens, its sentences and the chart of everything read in it."""

    folded: Folded
    tokens: list[Token]
    sentences: list[tuple[int, int]]
    chart: Chart
    bounds: list[tuple[int, int]]


def read(text: str, knowledge: Knowledge | None = None) -> Text:
    """The chart holds every mention that the topics read in the text."""
    knowledge = knowledge or load()
    folded = fold(text)
    tokens = tokenize(folded.text)
    chart = Chart(tokens)
    for mention in scan(folded.text, tokens, knowledge.lexicon):
        chart.add(mention)
    for topic, rules in knowledge.rules:
        saturate(chart, rules)
        keep_longest(chart, EXCLUSIVE.get(topic, ()))
    spans = sentences(folded.text)
    return Text(folded, tokens, spans, chart, list(_bounds(tokens, spans)))


def _bounds(tokens: list[Token], spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    begins = [token.start for token in tokens]
    index = 0
    for start, end in spans:
        first = bisect_left(begins, start, index)
        index = bisect_left(begins, end, first)
        yield first, index


def sentence_tokens(text: Text) -> list[tuple[int, int]]:
    """For every sentence its tokens, half-open."""
    return text.bounds
