"""Rules that read numbers, and what they say of how many: exact, vague, at least, at most, from … to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from waqai.language.clitics import PROCLITICS
from waqai.reading.engine import Chart, Rule, Slot
from waqai.reading.model import Count, Mention
from waqai.reading.numbers.contexts import before, counts, ended, mentioned
from waqai.reading.numbers.numerals import Found, Numerals, glued, is_free

NEGATIONS = frozenset("لم لا لن ما اي دون بدون ليس ولا ولم".split())
REACH = 5
"""«خمسة أشخاص بينهم طفل على الأقل»: so far may the afterthought stand from its number."""


def _mention(chart: Chart, kind: str, rule: str, first: int, found: Found) -> Mention:
    tokens, parts = chart.tokens, found.parts
    lead, form = "", ""
    if parts and parts[0].first == first:
        start, lead, form = parts[0].start, parts[0].lead, parts[0].form
    else:
        start = tokens[first].start
        if glued(tokens, first) and tokens[first - 1].text in PROCLITICS:
            lead = tokens[first - 1].text
        if lead.endswith(("ال", "لل")):  # «الـ20» has its article, as «العشرون» has
            article = 2 if lead.endswith("ال") else 1
            first, start, lead = first - 1, tokens[first - 1].end - article, lead[:-article]
    roles = tuple((part.kind, part) for part in parts)
    end = tokens[found.last - 1].end
    return Mention(kind, int(found.value), start, end, first, found.last, rule, form, lead, "", roles)


@lru_cache(maxsize=1)
def _walked(chart: Chart) -> tuple[Mention, ...]:
    return tuple(_walk(chart))


def _walk(chart: Chart) -> Iterator[Mention]:
    """Numbers and ordinals from left to right; no word belongs to two of them."""
    numerals = Numerals(chart)
    starts = {first for _, first in numerals.words}
    index = 0
    for index_here, token in enumerate(chart.tokens):
        if index_here < index or (token.kind != "number" and index_here not in starts):
            continue
        found = numerals.ordinal(index_here)
        if found is not None:
            yield _mention(chart, "ordinal", "numbers.ordinal", index_here, found)
        else:
            found = numerals.number(index_here)
            if found is not None:
                yield _mention(chart, "number", "numbers.number", index_here, found)
        index = found.last if found else index


def ordinals(chart: Chart) -> Iterator[Mention]:
    """«الأول» … «الحادي والثلاثون», both genders."""
    yield from (mention for mention in _walked(chart) if mention.kind == "ordinal")


def numbers(chart: Chart) -> Iterator[Mention]:
    """Whole numbers in digits, in words and in both: «1,200», «ثلاثمئة وخمسون», «12 ألفا»."""
    yield from (mention for mention in _walked(chart) if mention.kind == "number")


def subsets(chart: Chart) -> Iterator[Mention]:
    """Parts of a set told before: «اثنان منها», «إحداها», «أحد الجنود»."""
    for mention in chart.of("number"):
        index = chart.next_token(mention.last)
        if mentioned(chart, index, "of-them") and _counts(chart, mention):
            yield _as(mention, "subset", mention.value, "numbers.subset")
        elif _is_one_of(chart, mention):
            yield _as(mention, "subset", 1, "numbers.subset")
    for mention in chart.of("one-of"):
        if mention.value == "of-them" or _one_of_a_kind(chart, mention):
            yield _as(mention, "subset", 1, "numbers.subset")


def _is_part(chart: Chart, mention: Mention) -> bool:
    """«خمس قذائف اثنتان منها» adds nothing to the five; «قتلت 21 منهم» says how many were killed."""
    of_them = mentioned(chart, chart.next_token(mention.last), "of-them")
    if of_them is None or of_them.value == "things":
        return of_them is not None
    index = before(chart, mention.first)
    after_mark = index < 0 or chart.tokens[index].kind != "word"
    return after_mark or ended(chart, index - 1, "number") is not None


def _is_one_of(chart: Chart, mention: Mention) -> bool:
    """«وأحد الجنود» folds to «واحد الجنود»: one of them, since «واحد» stands after its noun."""
    tokens, at = chart.tokens, mention.last
    if mention.value != 1 or tokens[mention.first].text != "واحد" or at >= len(tokens):
        return False
    return tokens[at].text.startswith("ال") and tokens[at].start - mention.end == 1


def _one_of_a_kind(chart: Chart, mention: Mention) -> bool:
    """«أحد الجنود» is one of them, «لم يصب أحد» nobody."""
    tokens = chart.tokens
    if mention.last >= len(tokens) or tokens[mention.last].kind != "word":
        return False
    if tokens[mention.first - 1].text == "يوم":
        return False
    near = {token.text for token in tokens[max(0, mention.first - 3) : mention.first]}
    return tokens[mention.last].text.startswith("ال") or not near & NEGATIONS


def _as(mention: Mention, kind: str, value: object, rule: str) -> Mention:
    """The same words read as something else."""
    m = mention
    return Mention(kind, value, m.start, m.end, m.first, m.last, rule, m.form, m.lead, "", (("of", m),))


def _counts(chart: Chart, mention: Mention) -> bool:
    return counts(chart, mention.first, mention.last)


def _afterthought(chart: Chart, mention: Mention) -> Mention | None:
    """«على الأقل» after the number, before any other number or mark."""
    for index in range(mention.last, min(mention.last + REACH, len(chart.tokens))):
        token = chart.tokens[index]
        found = next((m for m in chart.starts.get(index, ()) if m.kind == "post-quantifier"), None)
        if found is not None:
            follows = any(m.kind == "number" for m in chart.starts.get(found.last, ()))
            return None if follows and index > mention.last else found
        if token.kind in ("newline", "number") or token.text in ".،؛:!؟":
            return None
        if any(m.kind in ("number", "quantifier") for m in chart.starts.get(index, ())):
            return None
    return None


def exact(chart: Chart) -> Iterator[Mention]:
    """A number that counts, with nothing that makes it more or less."""
    for mention in chart.of("number"):
        value = int(str(mention.value))
        part = _is_part(chart, mention) or _is_one_of(chart, mention)
        if not part and _counts(chart, mention) and not _afterthought(chart, mention):
            yield _as(mention, "count", Count(value, value), "numbers.exact")


def hedged_after(chart: Chart) -> Iterator[Mention]:
    """«ثلاثة قتلى على الأقل», «20 تقريبا»."""
    for mention in chart.of("number"):
        hedge = _afterthought(chart, mention)
        if hedge is not None and _counts(chart, mention):
            value = hedged(str(hedge.value), int(str(mention.value)))
            yield _as(mention, "count", value, "numbers.hedged-after")


def hedged(hedge: str, value: int) -> Count:
    """What a word such as «نحو» makes of a number (codebook, section 8)."""
    if hedge in ("under", "up-to"):
        return Count(min(1, value), value, hedge)
    return Count(value, None, hedge)


def hedged_before(chart: Chart) -> Iterator[Mention]:
    """«نحو 30», «أكثر من مئة», «ما لا يقل عن خمسة», «أقل من 10»."""
    for hedge in chart.of("quantifier"):
        first = chart.next_token(hedge.last)
        tokens = chart.tokens
        if first + 1 < len(tokens) and tokens[first].text in PREPOSED and glued(tokens, first + 1):
            first += 1
        for mention in chart.starts.get(first, ()):
            if mention.kind == "number" and counts(chart, hedge.first, mention.last):
                value = hedged(str(hedge.value), int(str(mention.value)))
                yield _joined((hedge, mention), value, "numbers.hedged-before")


def _joined(parts: tuple[Mention, ...], value: Count, rule: str) -> Mention:
    head, last = parts[0], parts[-1]
    roles = tuple((part.kind, part) for part in parts)
    return Mention("count", value, head.start, last.end, head.first, last.last, rule, "", head.lead, "", roles)


PREPOSED = PROCLITICS - {"و", "ف"}
"""«أكثر من الـ100»; in «30 قتيلا على الأقل و100 جريح» the hedge is of the thirty."""
JOINS = {"الي": "to", "حتي": "to", "-": "to", "–": "to", "او": "or"}


def ranges(chart: Chart) -> Iterator[Mention]:
    """«بين 5 و7», «5 إلى 7», «خمسة أو ستة»."""
    for low in chart.of("number"):
        index = chart.next_token(low.last)
        word = chart.tokens[index].text if index < len(chart.tokens) else ""
        between = low.first > 0 and chart.tokens[low.first - 1].text.lstrip("وف") in ("بين", "مابين")
        for high in (*chart.starts.get(index, ()), *chart.starts.get(index + 1, ())):
            joined = word in JOINS and high.first == index + 1
            if high.kind != "number" or not (joined or (between and high.lead == "و")):
                continue
            least, most = int(str(low.value)), int(str(high.value))
            if least < most and counts(chart, low.first, high.last):
                yield _joined((low, high), Count(least, most, "between"), "numbers.range")


def hyphenated(chart: Chart) -> Iterator[Mention]:
    """«20-30» in one piece; «2014-2015» are years."""
    for index, token in enumerate(chart.tokens):
        if token.kind != "number" or token.text.count("-") != 1:
            continue
        left, right = token.text.split("-")
        if not (left.isdigit() and right.isdigit() and is_free(chart.tokens, index)):
            continue
        if int(left) < int(right) < 1900 and counts(chart, index, index + 1):
            value = Count(int(left), int(right), "between")
            yield Mention("count", value, token.start, token.end, index, index + 1, "numbers.hyphenated")


def vague(chart: Chart) -> Iterator[Mention]:
    """«عشرات القتلى», «مئات», «عشرات الآلاف», «بضع مئات»."""
    for mention in chart.of("vague"):
        value = int(str(mention.value))
        scale = ended(chart, mention.first - 1, "vague") if mention.first else None
        if _measured(chart, mention) or (scale and not mention.lead):
            continue
        following = mentioned(chart, mention.last, "vague")
        parts = (mention, following) if following and int(str(following.value)) > value else (mention,)
        low = value * int(str(parts[1].value)) // 2 if len(parts) == 2 else value
        yield _joined(parts, Count(low, None, "vague"), "numbers.vague")


def _measured(chart: Chart, mention: Mention) -> bool:
    """«مئات الأمتار», «عشرات الكيلومترات»."""
    index = chart.next_token(mention.last)
    text = chart.tokens[index].text if index < len(chart.tokens) else ""
    return mentioned(chart, index + (text == "من"), "measure", "timeunit") is not None


def several(chart: Chart) -> Iterator[Mention]:
    """«عدة», «عدد من», «بضعة»; «بضع عشرات» are tens."""
    for mention in chart.of("several"):
        if mentioned(chart, mention.last, "vague", "timeunit", "measure") is None:
            yield _as(mention, "count", Count(2, None, "several"), "numbers.several")


def refuse_part(filled: dict[str, Mention]) -> Count:
    """«بضع مئات», «عدة آلاف»: as many as the bare plural says."""
    return Count(int(str(filled["vague"].value)), None, "vague")


RULES = (
    Rule("numbers.ordinal", "ordinal", find=ordinals, about="الهجوم الثالث"),
    Rule("numbers.number", "number", find=numbers, about="خمسة وعشرون مسلحا"),
    Rule("numbers.subset", "subset", find=subsets, about="سقطت إحداها في النهر"),
    Rule("numbers.exact", "count", find=exact, about="خمسة جنود"),
    Rule("numbers.hedged-before", "count", find=hedged_before, about="أكثر من 30 قتيلا"),
    Rule("numbers.hedged-after", "count", find=hedged_after, about="ثلاثة أشخاص على الأقل"),
    Rule("numbers.range", "count", find=ranges, about="بين 5 و7 قذائف"),
    Rule("numbers.hyphenated", "count", find=hyphenated, about="20-30 مسلحا"),
    Rule("numbers.vague", "count", find=vague, about="عشرات القتلى"),
    Rule(
        "numbers.several-vague",
        "count",
        (Slot("several", ("several",)), Slot("vague", ("vague",))),
        refuse_part,
        about="بضع مئات من المقاتلين",
    ),
    Rule("numbers.several", "count", find=several, about="عدد من القذائف"),
)
