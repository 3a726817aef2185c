"""Against whom a battle was won, where the clause that tells it leaves the other side unsaid.

«سيطرت المقاومة على التلة بعد مواجهات مع الحوثيين»: the side that the sentence names beside the doers, and that is not
of their camp, is whom they fought.
"""

from __future__ import annotations

from collections.abc import Collection

from waqai.claims.drafts import Draft, codebook_id
from waqai.claims.ownership import CAMPS, UNSIDED
from waqai.reading.agents import BELONGING
from waqai.reading.government import joined_to, step_back, word_at
from waqai.reading.holding import only_holds
from waqai.reading.model import Mention
from waqai.reading.read import Text

BATTLES = frozenset(["take", "assault"])


def _is_elsewhere(text: Text, actor: Mention) -> bool:
    """«قرب اللواء الذي يسيطر عليه المتمردون», «مقر الحزب التابع لهم»: who has another place."""
    before = word_at(text.chart, step_back(text.chart, actor.first))
    return before.removeprefix("ال") in BELONGING or only_holds(text.chart, [], actor)


def opponents(text: Text, draft: Draft, doers: Collection[str | None]) -> list[Mention]:
    """The nearest named party outside the doers' camp, and who is joined to it; nobody where no doer is known."""
    known = set(doers) - UNSIDED
    if not draft.acts() & BATTLES or not known:
        return []
    friends = {friend for camp in CAMPS for friend in camp if known & camp} | known
    speakers = text.chart.kinds.get("speaker", ())
    foes = [
        actor
        for actor in text.chart.kinds.get("actor", ())
        if codebook_id(actor) not in friends | UNSIDED
        and not any(s.start <= actor.start < s.end for s in speakers)
        and not _is_elsewhere(text, actor)
    ]
    for event, sentence in zip(draft.mentions, draft.sentences, strict=True):
        start, end = text.sentences[sentence]
        here = [m for m in foes if start <= m.start < end]
        if here:
            nearest = min(here, key=lambda m: abs(m.start - event.trigger.start))
            return [nearest, *[m for m in foes if joined_to(text.chart, m) == nearest][:1]]
    return []
