"""Days on which an act was announced, held against days on which one was done."""

from __future__ import annotations

from waqai.claims.outline import Outline


def are_alike(mine: Outline, theirs: Outline) -> bool:
    """«ضربات أميركية على الميليشيات أواخر الشهر», «أعلنت في الـ28 شن غارات»: the same two sides, on days that meet."""
    if not (mine.doers & theirs.doers and mine.hit & theirs.hit):
        return False
    days = ((a, b) for a in (*mine.days, *mine.spoken) for b in (*theirs.days, *theirs.spoken))
    return any(a[0] <= b[1] and b[0] <= a[1] for a, b in days)


def announced_before(mine: Outline, theirs: Outline) -> bool:
    """«أعلنت في 12 يناير عن غارات»: they were not those of the end of February."""
    if mine.days or not mine.spoken or not theirs.days:
        return False
    return max(day[1] for day in mine.spoken) < min(day[0] for day in theirs.days)


def same_spoken(mine: Outline, theirs: Outline) -> bool:
    """«أعلنت في 28 يونيو عن غارات», «الغارات في أواخر يونيو»: the day of the words lies in that of the act."""
    pairs = ((a, b) for x, y in ((mine, theirs), (theirs, mine)) for a in x.spoken for b in y.days or y.spoken)
    return any(a[0] <= b[1] and b[0] <= a[1] for a, b in pairs)
