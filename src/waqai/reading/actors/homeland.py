"""A name that several countries have (المقاومة الشعبية، الجيش الوطني): nobody's where the report is of another country.

«المقاومة الشعبية» of a report whose places all lie in Syria is not that of Yemen, which the registry knows; it acts,
and the report does not say for whom.
"""

from __future__ import annotations

from collections import Counter

from waqai.language.fold import fold_word
from waqai.reading.actors.context import lands_of
from waqai.reading.actors.model import ActorRef, codebook
from waqai.reading.engine import Chart
from waqai.reading.model import Mention
from waqai.reference.actors import load

COMMON = frozenset(
    fold_word(word)
    for word in (
        "المقاومة الشعبية الشعبي الجيش الوطني الوطنية الحشد العشائري اللجان لجان المسلحة المشتركة المركزي الحكومة "
        "الشرعية الدفاع الأمن العام الخاصة العسكرية السياسي الشرطة القوات قوات القوة الجوية حرس الحدود الحرس الجمهوري "
        "الرئاسي الفصائل فصائل المعارضة كتائب مقاتلو مقاتلي مسلحو مسلحي رجال ثوار أبطال أفراد عناصر مجلس ميليشيا "
        "ميليشيات مليشيا مليشيات جهاز إدارة مديرية الاستخبارات المخابرات مكافحة الإرهاب الصاعقة الجبهة الثورية الدعم "
        "البحرية الطيران قيادة العمليات هيئة الأركان العامة الجماعات المتمردة المتمردون المتمردين"
    ).split()
)
"""Words that forces of many countries bear: a name made only of them is no one's own."""
ELSEWHERE = 0.1
"""Which share of the report's placed words may lie in the actor's countries and the report still be of others."""


class Homeland:
    """Of which countries the report's places say that it is."""

    def __init__(self, chart: Chart) -> None:
        """The places that lie in one country only, each as often as the report names it."""
        self.chart = chart
        placed = (lands_of(m) for m in chart.kinds.get("place", ()))
        self.lands = Counter(next(iter(lands)) for lands in placed if len(lands) == 1)

    def ref(self, name: Mention, sort: str) -> ActorRef:
        """The actor of the name; without an id where the name is common and the report of other countries."""
        actor = str(name.value)
        return ActorRef(None, None, sort) if self._is_foreign(name) else ActorRef(actor, codebook(actor), sort)

    def _is_foreign(self, name: Mention) -> bool:
        if not self.lands or name.kind != "actor-name" or not self._is_common(name):
            return False
        countries = load()[str(name.value)].countries
        near = sum(self.lands[country] for country in countries)
        return bool(countries) and near <= ELSEWHERE * self.lands.total()

    def _is_common(self, name: Mention) -> bool:
        words = [token.text for token in self.chart.tokens[name.first : name.last]]
        words[0] = words[0].removeprefix(name.lead)
        known = [word if word in COMMON or name.lead != "ل" else "ال" + word.removeprefix("ل") for word in words]
        return all(word in COMMON for word in known)
