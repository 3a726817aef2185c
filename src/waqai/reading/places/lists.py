"""Names that no gazetteer has in the middle of a list of places: قرى الفطيرة وبينين وشنان، تل رفعت ومضيق وحربل."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Mention
from waqai.reading.places.opennames import BARRING, GENERIC, PARTICLES, is_bynamed, is_known
from waqai.reading.places.refs import PlaceRef, bare_word, place_of

SEVERAL = frozenset(
    """قري مدن احياء مناطق محاور جبال تلال قواعد نواحي مزارع جبهات بلدات مخيمات مديريات حقول معابر جزر محافظات مطارات
    معسكرات بلدتي قريتي مدينتي حيي منطقتي مخيمي جبهتي محوري مديريتي محافظتي شوارع ضواحي ارياف اقضيه حارات
    تلول""".split()
)
CLOSING = frozenset(
    """، , . ؛ : في ( ) - – ضمن شرقي غربي شمالي جنوبي شرق غرب شمال جنوب مما ما بما حيث التي الواقعه الواقعتين الواقعين
    التابعه التابعتين التابعتان بعد قبل منذ خلال اثناء اثر عقب وسط بينما فيما وذلك عبر بواسطه جراء نتيجه اضافه فضلا
    من علي امس اليوم فجر صباح مساء ليل ليلا صباحا مساء فجرا كما اذ وسقط وادي وادت واسفر واسفرت وقتل واصيب
    واوقع وتسبب وتسببت وقال وقالت واضاف واضافت واعلن واعلنت""".split()
)
SHORTEST = 4
LONGEST = 6
WELL_KNOWN = 2


def listed(chart: Chart) -> Iterator[Mention]:
    """The unknown names of every list of places."""
    for place in tuple(chart.kinds.get("place", ())):
        if not place.lead.startswith("و") or bare_word(chart, place) in SEVERAL:
            yield from _chain(chart, place)


def _chain(chart: Chart, first: Mention) -> Iterator[Mention]:
    """The list that begins with this place, as far as «و» goes on."""
    several = bare_word(chart, first) in SEVERAL
    known, waiting, last = 1, list[Mention](), first
    while True:
        index = _onward(chart, last.last)
        following = _following(chart, index)
        if following is not None:
            known, last = known + 1, following
            if several or known > WELL_KNOWN or (known == WELL_KNOWN and waiting):
                yield from waiting
                waiting = []
            continue
        like = place_of(first)._replace(ids=())
        name = _name(chart, index, like) or (_doubtful(chart, index, like) if several else None)
        if name is None:
            break
        waiting.append(name)
        last = name
    if several or known >= WELL_KNOWN:
        yield from (name for name in waiting if name is not last or _is_quoted(chart, name) or closes(chart, name.last))


def _doubtful(chart: Chart, index: int, like: PlaceRef) -> Mention | None:
    """«أحياء الحوز والأندلس والشرطة وسط الرمادي»: a word that means something else, amid the list."""
    last = index
    while last < len(chart.tokens) and chart.tokens[last].text.startswith("وال") and last - index < LONGEST:
        last += 1
    ahead = chart.starts.get(last, ())
    sided = any(
        (m.kind in ("near", "direction") and not m.lead) or (m.kind == "place" and m.lead == "ب") for m in ahead
    )
    return _mention(chart, (index, index + 1), chart.tokens[index].start + 1, like) if last > index and sided else None


def _onward(chart: Chart, index: int) -> int:
    """The token after the name, past quotation marks and a comma before «و»."""
    index = chart.next_token(index)
    comma = index + 1 < len(chart.tokens) and chart.tokens[index].text in ("،", ",")
    return index + 1 if comma and chart.tokens[index + 1].text.startswith("و") else index


def _following(chart: Chart, index: int) -> Mention | None:
    """The place that «و» joins on: written onto it, or parted from it by a quotation mark."""
    if index < len(chart.tokens) and chart.tokens[index].text == "و":
        after = chart.next_token(index + 1)
        return next((m for m in chart.kinds.get("place", ()) if m.first == after and m.rule != "places.listed"), None)
    return next((m for m in chart.kinds.get("place", ()) if m.first == index and m.lead == "و"), None)


def _name(chart: Chart, index: int, first: PlaceRef) -> Mention | None:
    """«وبينين», «و"أم حوش"»: a word after «و» that means nothing else, or a quoted name."""
    tokens = chart.tokens
    if index >= len(tokens) or tokens[index].kind != "word" or not tokens[index].text.startswith("و"):
        return None
    text = tokens[index].text
    if text == "و":
        return _quoted(chart, index + 1, first)
    if len(text) < SHORTEST or text[1:] in PARTICLES or text[1:] in GENERIC:
        return None
    if _meant(chart, index) and not _is_amid(chart, index):
        return None
    named = next((m for m in chart.starts.get(index, ()) if m.kind in ("toponym", "weak-toponym")), None)
    if named is not None and not (named.last == index + 1 and is_bynamed(chart, index)):
        ids = named.value if isinstance(named.value, tuple) else ()
        return _mention(chart, (index, named.last), named.start, first._replace(ids=ids))
    last = index + 2 if is_bynamed(chart, index) and index + 1 < len(tokens) else index + 1
    return _mention(chart, (index, last), tokens[index].start + 1, first)


def _quoted(chart: Chart, index: int, first: PlaceRef) -> Mention | None:
    """The words between two quotation marks, three at most."""
    tokens = chart.tokens
    if index >= len(tokens) or tokens[index].text not in QUOTES or index != chart.next_token(index) - 1:
        return None
    begin = last = index + 1
    while last < len(tokens) and tokens[last].kind == "word" and last - begin < SHORTEST - 1:
        last += 1
    if last == begin or last >= len(tokens) or tokens[last].text not in QUOTES or _is_barred(chart, begin):
        return None
    return _mention(chart, (begin, last), tokens[begin].start, first)


def _is_barred(chart: Chart, index: int) -> bool:
    """«"زين العابدين"», «"أم حوش"» are names here; «"المحتلين"», «"اقتحام كذا"» are not."""
    return any(m.kind in BARRING for m in chart.starts.get(index, ()))


def _is_amid(chart: Chart, index: int) -> bool:
    """«تل رفعت ومضيق وحربل»: a kind word without a name of its own, amid names, is a name."""
    return any(m.kind == "placeword" and m.form != "the" for m in chart.starts.get(index, ())) and any(
        m.lead == "و" and m.kind == "place" for m in chart.starts.get(index + 1, ())
    )


def _meant(chart: Chart, index: int) -> bool:
    """Whether the word is one that the reader knows as something else than a name."""
    return is_known(chart, index) or any(
        m.lead == "و" and m.kind not in ("weak-toponym", "toponym", "bynamed", "surname", "given")
        for m in chart.starts.get(index, ())
    )


def _is_quoted(chart: Chart, name: Mention) -> bool:
    """Whether quotation marks say where the name ends."""
    return name.last < len(chart.tokens) and chart.tokens[name.last].text in QUOTES


def closes(chart: Chart, index: int) -> bool:
    """What may stand after the last name of a list: a stop, or words of where the places lie."""
    tokens = chart.tokens
    index = chart.next_token(index)
    if index >= len(tokens) or tokens[index].kind != "word" or tokens[index].text in CLOSING:
        return True
    if tokens[index].text.startswith("ل"):
        return True
    return any(m.kind in ("near", "direction", "when") or m.lead == "ب" for m in chart.starts.get(index, ()))


def _mention(chart: Chart, span: tuple[int, int], start: int, like: PlaceRef) -> Mention:
    """The name in the tokens of the span, its first letter at `start`, as a place of the list's kind."""
    first, last = span
    value = PlaceRef(like.ids, like.kind, min(like.precision, 2))
    end = chart.tokens[last - 1].end
    name = Mention("toponym", (), start, end, first, last, "places.open-name")
    return Mention("place", value, start, end, first, last, "places.listed", "", "و", "", (("name", name),))
