"""Who fights beside the doer of an act (بدعم جوي من التحالف), and who only sponsors him (المدعومة من روسيا)."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.government import RELATIVES, step_back, word_at
from waqai.reading.model import Mention

BESIDE = frozenset(
    "بدعم باسناد بمسانده بموازره بمشاركه بالتعاون بالاشتراك بغطاء برفقه بمعاونه ودعم ومسانده واسناد ومشاركه وغطاء "
    "وبدعم وبمسانده وباسناد وبمشاركه وبالتعاون وبالاشتراك وبغطاء".split()
)
"""«بدعم من», «بمشاركة»: with it the named party takes part."""
BACKED = frozenset(
    "مدعومه مدعوما مدعومين مدعومون مدعوم مسنوده مسنودين مسنودا معززه معززين مدعمه مدعمين مدعما مسندين مسنده".split()
)
BACKING = frozenset(
    "تدعمه تدعمها تدعمهم يدعمه يدعمها يدعمهم تسانده تساندها تساندهم يسانده يساندها يساندهم توازره توازرها توازرهم "
    "يرافقه يرافقها يرافقهم ترافقه ترافقها ترافقهم".split()
)
"""«تقدم الجيش تسانده مروحيات»: the verb tells of this act; «فصائل تدعمها تركيا» of what the factions are."""
KINDS_OF_SUPPORT = frozenset(
    "جوي جويه بري بريه ناري ناريه عسكري عسكريه مدفعي مدفعيه صاروخي كثيف كثيفه مباشر مباشره قوي واسع كبير لوجستي "
    "لوجيستي واضح ميداني استخباراتي استخباري".split()
)
LINKS = frozenset(["من", "مع"])


def takes_part(chart: Chart, item: Mention) -> bool:
    """Whether the words right before the party say that it supports the doer in this act."""
    index = step_back(chart, item.first)
    word = word_at(chart, index)
    if word in BACKING:
        return item.kind != "metonym" and word_at(chart, index - 1) not in RELATIVES
    if word.removeprefix("ال") in BACKED:
        return item.lead.endswith("ب")
    if word in LINKS:
        before = word_at(chart, index - 1)
        if before in BACKED:
            return item.kind != "metonym"
        index -= 1
    while word_at(chart, index) in KINDS_OF_SUPPORT:
        index -= 1
    return word_at(chart, index) in BESIDE


def sponsors(chart: Chart, item: Mention) -> bool:
    """«القوات المدعومة من روسيا», «فصائل تدعمها تركيا»: said of who the doers are, not of the act."""
    index = step_back(chart, item.first)
    word = word_at(chart, index)
    if word in BACKING:
        return not takes_part(chart, item)
    backed = word_at(chart, index - 1) if word in LINKS else word
    return backed.removeprefix("ال") in BACKED and not takes_part(chart, item)
