"""How much each feature of two tellings speaks for their being one act, and each of a telling for a new act.

The weights are numbers only: `scripts/joining/tune.py` moves them on the development gold and prints what each
move gains; no word of the gold is kept.
"""

from __future__ import annotations

JOIN = 1.5
NEVER = -9.0
WEIGHTS: dict[str, float] = {
    "any": 0.5,
    "same sentence": -3.0,
    "next sentence": -0.25,
    "within three": -1.25,
    "further": -1.0,
    "same act": 0.5,
    "lead act": 0.0,
    "only act": 1.0,
    "last told": 0.5,
    "headline waits": 1.0,
    "definite": 1.25,
    "possessive": 2.5,
    "another": -2.5,
    "same place": 1.0,
    "sister place": -0.75,
    "place within": 0.75,
    "place around": 0.75,
    "same deed": 0.5,
    "same field": 0.75,
    "other name": -1.0,
    "other place": -1.5,
    "no place said": 0.75,
    "no place yet": 0.75,
    "same day": 0.25,
    "days overlap": 0.5,
    "day of the words": 0.0,
    "other day": -4.0,
    "no day said": 0.0,
    "no day yet": -0.25,
    "old day": -1.5,
    "same doer": 0.0,
    "other doer": -2.0,
    "sides reversed": -1.0,
    "same target": 0.0,
    "same sides and days": 2.25,
    "other target": 0.0,
    "same aim": 0.25,
    "same weapon": 0.5,
    "same toll": 1.5,
    "same tolls": 2.0,
    "same word": 0.5,
    "same word known": 0.25,
    "other word": 0.0,
    "other kind": -2.0,
    "unrelated act": 0.0,
    "what it answers": -2.0,
    "told as an answer": -4.0,
    "another's word": -1.0,
    "other number": -1.0,
    "counted from": -2.0,
    "counted alike": 2.5,
    "recalled apart": -0.5,
    "other toll": -0.5,
    "its projectile": 1.0,
    "turned away": 0.0,
    "only so called": 0.75,
    "same in all": 0.5,
    "told below it": 0.5,
    "both by bombers": 0.75,
    "turned anew": -2.25,
    "day first": -3.25,
    "followed by it": -2.0,
    "place first": 0.0,
    "carried": 0.0,
    "taken up": 2.5,
    "other count": -1.0,
    "other weapon": -1.0,
    "second look": -2.0,
    "result": 0.25,
    "goes on": -1.0,
    "own": -2.0,
    "beside it in the title": -2.0,
    "recalled again": 2.25,
    "repels it": 5.0,
    "near kind": -0.5,
    "near weapon": -0.5,
    "other aim": 0.0,
    "other toll anew": -1.0,
    "past day": -0.25,
    "in a period": -0.5,
    "other place and toll": -1.0,
    "same few": 1.25,
    "shares nothing": -0.25,
    "indefinite": 0.0,
    "verb": 0.0,
}
BEGIN: dict[str, float] = {
    "any": -1.0,
    "exact place": 1.0,
    "district": 1.0,
    "wide place": 0.75,
    "day": 1.0,
    "toll": 1.25,
    "target": 0.5,
    "doer": 0.0,
    "weapon": 0.25,
    "aimed verb": 0.0,
    "both sides": 0.0,
    "definite": -0.25,
    "possessive": 0.75,
    "indefinite": 0.0,
    "verb": 0.0,
    "another": 0.5,
    "opening": 0.0,
    "late": 0.0,
    "known only": -2.5,
    "carried": 0.5,
    "answer": 0.5,
    "told late": 0.25,
    "period": 0.5,
    "goes on": 0.25,
    "goes on as before": -2.5,
}
"""What a mention needs that no draft tells: it begins a new act at 0."""


def score(features: list[str]) -> float:
    """The sum of the features' weights."""
    return sum(WEIGHTS[name] for name in features)


def choice(found: list[list[str] | None], own: list[str]) -> int | None:
    """The number of the draft that is likeliest, if likely enough; the next if `own` begins an act; else None."""
    scored = [(NEVER if names is None else score(names), number) for number, names in enumerate(found)]
    best = max(scored, default=(NEVER, -1))
    if best[0] >= JOIN:
        return best[1]
    return None if sum(BEGIN[name] for name in own) < 0 else len(found)
