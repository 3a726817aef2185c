"""Whom a clause has as its subject without naming him: «الطرفان», the party that «أن» opens with, or nobody."""

from __future__ import annotations

from dataclasses import replace

from waqai.claims.drafts import Draft, codebook_id
from waqai.reading.engine import QUOTES
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text

DAMMA = "\u064f"
OPENING = frozenset("ان بان لان بينما فيما".split())
PARTIES = 8
"""Words from «الطرفان» to the truce."""
BOTH = frozenset("الطرفان الطرفين الجانبان الجانبين الفريقان الفريقين الفصيلان الفصيلين المتحاربان".split())


def agreed(text: Text, draft: Draft, drafts: list[Draft]) -> None:
    """«اتفق الطرفان على وقف لإطلاق النار»: the two of the fight told last before it, and where they fought."""
    trigger = draft.mentions[0].trigger
    words = {token.text.lstrip("و") for token in text.tokens[max(0, trigger.first - PARTIES) : trigger.first]}
    fights = [one for one in drafts if "clash" in one.acts() and one.mentions[0].trigger.start < trigger.start]
    if not words & BOTH or not fights:
        return
    told = [("initiator", replace(one, rule="parties.antecedent")) for one in fights[-1].of("initiator")]
    told += [("site", one) for one in fights[-1].of("site")] if not draft.of("site") else []
    draft.mentions[0] = replace(draft.mentions[0], arguments=(*draft.mentions[0].arguments, *told))


def clause_subject(text: Text, event: EventMention) -> Mention | None:
    """«أضافت المصادر أن قوات كذا استنفرت …، كما داهمت قرية»: the party that «أن» or «بينما» opens the clause with."""
    start = next((low for low, high in text.sentences if low <= event.trigger.start < high), 0)
    before = [
        actor
        for actor in text.chart.kinds.get("actor", ())
        if start <= actor.start < event.trigger.start and codebook_id(actor) != "civilians" and not actor.lead
    ]
    opening = [m for m in before if _word_before(text, m) in OPENING]
    last = max(opening, key=lambda m: m.end, default=None)
    later = (m for m in text.chart.kinds.get("attribution", ()) if last is not None and m.first >= last.last)
    return None if any(m.first < event.trigger.first for m in later) else last


def _word_before(text: Text, mention: Mention) -> str:
    """The word before it, past quotation marks."""
    index = mention.first - 1
    while index > 0 and text.tokens[index].kind == "punct" and text.tokens[index].text in QUOTES:
        index -= 1
    return text.tokens[index].text.lstrip("وف") if index >= 0 else ""


def is_written_passive(text: Text, verb: Mention) -> bool:
    """«أُطلقت الصواريخ»: the vowel that the report writes says that nobody is named."""
    span = text.folded.span(verb.start, verb.end)
    written = text.folded.original[span.start : span.end].lstrip("وف")
    return written[1:2] == DAMMA
