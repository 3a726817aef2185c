"""What a bomb or a falling shell hits: where it goes off, what it is laid in, what passes by."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.government import word_at
from waqai.reading.model import Mention

BLAST_REACH = 16
BLAST_PLACES = frozenset(
    "في داخل عند امام قرب وسط حديقه محيط بجانب جانب بجوار مدخل بوابه لدي استهدف علي بداخل بوسط بمحيط بالقرب".split()
)
PASSING = frozenset("مرور عبور وصول دخول خروج توقف بمرور لمرور".split())
MEETING = frozenset("لدي عند اثناء لحظه خلال حين بالتزامن وقت مع بعد".split())
BOMBS = frozenset("explosion ied suicide_bomb grenade".split())
SHELLS = frozenset(["fall", "shelling"])
ENDS = frozenset(". ؛ \n".split(" ")) | frozenset("فيما بينما حيث مما ما كما وذلك ادي ادت اسفر اسفرت".split())


def blasted(chart: Chart, acts: list[Mention], item: Mention, word: str) -> bool:
    """تفجير في سوق، عبوة بآلية عسكرية، انفجار لدى مرور رتل; سقوط قذيفة في محيط كمين.

    `word` is what governs the item; the act stands before it in its clause.
    """
    passing = word in PASSING and word_at(chart, item.first - 2) in MEETING | {""}
    rigged = item.lead.endswith("ب") or word == "ب"
    if not (passing or rigged or word in BLAST_PLACES):
        return False
    wanted = BOMBS if passing or rigged else BOMBS | SHELLS
    reach = 4 if rigged else BLAST_REACH
    near = [act for act in acts if act.value in wanted and 0 <= item.first - act.last <= reach]
    return bool(near) and not any(word_at(chart, i) in ENDS for i in range(near[-1].last, item.first))
