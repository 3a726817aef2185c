"""Names of two words, of which the gazetteer or the kind word gives the first only: عين شيب، النهر الأبيض، خالد كلو."""

from __future__ import annotations

from dataclasses import replace

from waqai.reading.engine import Chart
from waqai.reading.model import Mention
from waqai.reading.places.lists import closes
from waqai.reading.places.opennames import is_bynamed, is_situated
from waqai.reading.places.refs import ids_of

COLOURS = frozenset(
    """الابيض البيضاء الاسود السوداء الاحمر الحمراء الاخضر الاصفر الصفراء الازرق الزرقاء الكبير الكبيره الصغير الصغيره
    الكبري الصغري الجديد الجديده العتيق العتيقه العليا السفلي الفوقاني الفوقانيه التحتاني التحتانيه الاعلي الاسفل
    الطويل الطويله العالي العاليه الذهبي""".split()
)
"""Adjectives that make a name of «النهر», «الجسر», «البيضة»."""
NAMES_TOO = frozenset("given surname name person weak-toponym".split())
FIRST_NAMES = frozenset(["given", "surname"])


def widened(chart: Chart, name: Mention) -> Mention:
    """The name with the word behind it, where the two are one name; else the name as it is."""
    if name.last - name.first > 1 or name.last >= len(chart.tokens) or chart.tokens[name.last].kind != "word":
        return name
    first, second = (chart.tokens[i].text for i in (name.first, name.last))
    coloured = first.startswith("ال") and second in COLOURS and not ids_of(name)
    if not coloured and not _is_of_two(chart, name, second):
        return name
    return replace(name, kind="toponym", value=(), end=chart.tokens[name.last].end, last=name.last + 1)


def _is_of_two(chart: Chart, name: Mention, second: str) -> bool:
    """«منطقة عين شيب جنوب غرب كذا», «قريتي خالد كلو وتل زيوان»: an unknown word, and the place goes on or ends."""
    if second.startswith(("و", "ال", "لل")) or not _is_unknown(chart, name.last):
        return False
    after = name.last + 1
    listed = any(m.kind in ("place", "toponym") and m.lead == "و" for m in chart.starts.get(after, ()))
    if is_bynamed(chart, name.first):
        return listed or closes(chart, after) or is_situated(chart, after) or _is_joined(chart, after)
    indefinite = not chart.tokens[name.first].text.startswith("ال")
    return indefinite and not ids_of(name) and (listed or is_situated(chart, after))


def _is_joined(chart: Chart, index: int) -> bool:
    """«قرى عين سليمو والبحصة»: the list goes on."""
    return index < len(chart.tokens) and chart.tokens[index].text.startswith("وال")


def _is_unknown(chart: Chart, index: int) -> bool:
    """Whether the word means nothing else than a name; «كلو» is no «كـ» and «لو»."""
    return all(m.kind in NAMES_TOO or m.lead == "ك" for m in chart.starts.get(index, ()))


def first_name(chart: Chart, head: Mention) -> Mention | None:
    """«قرية خالد كلو»: behind the kind word a first name, which with the word after it is a village's name."""
    index = head.last
    if not any(m.kind in FIRST_NAMES and not m.lead for m in chart.starts.get(index, ())):
        return None
    token = chart.tokens[index]
    name = Mention("toponym", (), token.start, token.end, index, index + 1, "places.open-name")
    found = widened(chart, name)
    return found if found is not name else None
