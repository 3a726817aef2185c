"""Place phrases: بلدة مراط، حقل العمر النفطي، ريف دير الزور الشرقي، قرب الميادين; open names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from waqai.reading.engine import QUOTES, Chart, Rule
from waqai.reading.lexicon import Lexicon
from waqai.reading.model import Entry, Mention
from waqai.reading.places import directed, lands, lists, opennames, parts, weaknames, widening
from waqai.reading.places.refs import WIDE, PlaceRef, bare_word, ids_of, place_of
from waqai.reference.places.places import Gazetteer, Place, load

__all__ = ["RULES", "PlaceRef", "names", "place_of"]

OBSCURE = 150_000
SETTLEMENTS = frozenset("city town village".split())
DASHES = frozenset("-–—/")
LEADING = frozenset("طريق الطريق اوتوستراد الاوتوستراد اوتستراد".split())
"""Roads that are named by where they lead; «شارع حيفا» is a street of some town."""
KUNYAS = frozenset(["ابو", "ابي", "ابا"])
READ_BY_RULE = SETTLEMENTS | {"district"}
SETTLED = frozenset("governorate district city town village neighbourhood camp region".split())
"""«مسجد ناحية المشيرفة»: not the mosque but the district is the place."""
TITLED = frozenset("facility camp base airport".split())
TITLES = frozenset(
    """العام التخصصي المركزي الجامعي التعليمي الميداني الوطني الاعظم الكبير الحكومي العسكري الدولي المدني الطبي
    الجراحي الاوليمبي الاولمبي البلدي الرييسي الرياسي الشريف""".split()
)
"""Adjectives that belong to the name of a hospital, mosque or base."""
RELATIVE = frozenset(
    """التابعه التابع الواقعه الواقع الخاضعه الخاضع القريبه القريب المجاوره المجاور المحاصره
    المكتظ المكتظه المزدحم المزدحمه الماهول الماهوله الاهل الاهله المحاذي المحاذيه المطل المطله
    المتاخم المتاخمه""".split()
)
"""Adjectives that begin words of where the place lies and are no part of its name."""
RURAL = frozenset(["town", "village"])
SMALL = frozenset(["neighbourhood", "village", "camp"])
"""«حي الشهباء»: a quarter of Aleppo, not the region of the name."""
AREAS = frozenset(["governorate", "region", "district", "mountain", "desert"])


def names(lexicon: Lexicon) -> None:
    """Every name of the gazetteer is a `toponym` (or `weak-toponym` where it is an ordinary word too)."""
    gazetteer = load()
    together: dict[str, list[str]] = {}
    for name, place_id in gazetteer.names():
        if not _is_headed(gazetteer, name, place_id):
            together.setdefault(name, []).append(place_id)
    for name, ids in together.items():
        marks = {gazetteer.by_id[i].ambiguous for i in ids} if " " not in name else {""}
        weak = name in gazetteer.ambiguous_words or bool(marks & {"word", "person"}) or len(name) < 3
        weak = weak or (" " not in name and all(_obscure(gazetteer.by_id[i]) for i in ids))
        kind = "weak-toponym" if weak else "toponym"
        lexicon.add_name(name, Entry(kind, tuple(ids), "", f"places/{kind}"))
    for word, kind in gazetteer.kind_words.items():
        lexicon.add(word, Entry("placeword", kind, "", f"places/placeword/{kind}", "noun"))
        lexicon.add_article(word, Entry("placeword", kind, "the", f"places/placeword/{kind}", "article"))


def _is_headed(gazetteer: Gazetteer, name: str, place_id: str) -> bool:
    """«مدينة أريحا» beside «أريحا»: the kind word is read by rule, and would hide the other places of the name."""
    first, _, rest = name.partition(" ")
    return gazetteer.kind_words.get(first) in READ_BY_RULE and rest in gazetteer.by_id[place_id].names


def _is_seat(gazetteer: Gazetteer, place: Place, kind: str) -> bool:
    """«قضاء سنجار»: a row that has the district's name among its own is the town that it is named after."""
    return any(gazetteer.kind_words.get(name.partition(" ")[0]) == kind for name in place.names)


def _obscure(place: Place) -> bool:
    """A small place known from the vendor's table only: its bare name may be any word (الوحشية، جوي)."""
    return place.id.startswith(("gn-", "pc-")) and (place.population or 0) < OBSCURE


class Walk:
    """One walk over the chart's tokens that reads place phrases."""

    def __init__(self, chart: Chart) -> None:
        """The walk has not begun."""
        self.chart = chart

    def one(self, index: int, kinds: tuple[str, ...], *, free: bool = True) -> Mention | None:
        """The longest mention of these kinds that begins at the token (after quotation marks if `free`)."""
        if free:
            index = self.chart.next_token(index)
        best = None
        for mention in self.chart.starts.get(index, ()):
            if mention.kind in kinds and (best is None or mention.end > best.end):
                best = mention
        return best

    def phrases(self) -> Iterator[Mention]:
        """Every place phrase of the text."""
        for kind in ("placeword", "toponym", "weak-toponym"):
            for head in tuple(self.chart.kinds.get(kind, ())):
                phrase = self.named(head) if kind != "placeword" else self.headed(head)
                if phrase is not None:
                    yield phrase
        for head in tuple(self.chart.kinds.get("bynamed", ())):
            name = opennames.situated_name(self.chart, head)
            if name is not None:
                value = PlaceRef((), "village", 1)
                at = (name.start, name.end, name.first, name.last)
                yield Mention("place", value, *at, "places.phrase", "", head.lead, "", (("name", name),))

    def named(self, head: Mention) -> Mention | None:
        """A bare name: مراط، دير الزور؛ one that is an ordinary word too only where the words around it say so."""
        if head.kind == "weak-toponym" and not weaknames.is_place_here(self.chart, head):
            return None
        alone = head.last == head.first + 1
        if alone and self.chart.tokens[head.first].text.lstrip("و") in opennames.PARTICLES:
            return None
        other = weaknames.is_other_word(self.chart, head) and not weaknames.opens_list(self.chart, head)
        if other or self.is_beginning(head) or self.is_surname(head) or weaknames.is_unit(self.chart, head):
            return None
        return self.phrase(head, head, head)

    def is_surname(self, head: Mention) -> bool:
        """«عمر أبو حوران»: the name of a man's town or son is no place."""
        return head.first > 0 and head.lead == "" and self.chart.tokens[head.first - 1].text.lstrip("ول") in KUNYAS

    def is_beginning(self, head: Mention) -> bool:
        """«كفر تين»: the word only begins a name that no gazetteer has."""
        alone = head.last == head.first + 1 and head.last < len(self.chart.tokens)
        return alone and opennames.is_bynamed(self.chart, head.first) and not self.chart.starts.get(head.last)

    def headed(self, head: Mention) -> Mention | None:
        """A kind word with its name: بلدة مراط؛ ريف دير الزور الشرقي؛ مدينة «سوروتش»."""
        if head.form == "the" or head.tail or self.is_means(head) or self.is_forces(head):
            return None
        name = self.one(head.last, ("toponym", "weak-toponym"))
        if name is not None and name.kind == "weak-toponym" and bare_word(self.chart, name) in opennames.GENERIC:
            return None
        if name is not None and name.lead in ("", "ل") and not self.country(name) and not self.is_saying(head, name):
            name = widening.widened(self.chart, name) if opennames.is_bynamed(self.chart, name.first) else name
            return self.phrase(head, name, name)
        inner = self.one(head.last, ("placeword",))
        if inner is not None and inner.form != "the" and inner.lead == "":
            further = self.headed(inner)
            if further is not None and not (head.value == "facility" and inner.value in SETTLED):
                return self.phrase(head, further, further)
        return self.open_name(head)

    def is_means(self, head: Mention) -> bool:
        """«عن طريق الخطأ» is no road."""
        return head.first > 0 and head.value == "road" and self.chart.tokens[head.first - 1].text.lstrip("و") == "عن"

    def is_forces(self, head: Mention) -> bool:
        """«قاعدة التحالف» is a base of the coalition, at no village of that name."""
        index = self.chart.next_token(head.last)
        named = index < len(self.chart.tokens) and self.chart.tokens[index].text in weaknames.FORCES
        return named and head.value in weaknames.BASES

    def is_saying(self, head: Mention, name: Mention) -> bool:
        """«تقارير محلية فإن …» names no district of فان, «مصادر محلية للجزيرة» none of الجزيرة."""
        if self.chart.tokens[head.first].text.lstrip("وبل") not in opennames.LISTED_ONLY:
            return False
        return bool(name.lead) or self.chart.tokens[name.first].text.lstrip("وف") in opennames.PARTICLES

    def country(self, name: Mention) -> bool:
        """«إحياء إيران» is no quarter of that name."""
        ids: tuple[str, ...] = name.value if isinstance(name.value, tuple) else ()
        return bool(ids) and all(load().by_id[i].kind == "country" for i in ids)

    def open_name(self, head: Mention) -> Mention | None:
        """A name that no gazetteer has, given away by its kind word."""
        name = opennames.works_name(self.chart, head)
        if name is not None:
            return self.phrase(head, name, name)
        name = opennames.open_name(self.chart, head)
        if name is None:
            name = widening.first_name(self.chart, head) if head.value in RURAL else None
        else:
            name = widening.widened(self.chart, name)
        return None if name is None else self.phrase(head, name, name)

    def phrase(self, head: Mention, name: Mention, inner: Mention) -> Mention:
        """The phrase from the kind word to the name and its directions (ريف حلب الغربي، حقل العمر النفطي)."""
        last, end = self.extent(head, name, inner)
        rule = "places.phrase"
        if head is not name and (far := self.far_end(head, inner, last)) is not None:
            return parts.road(head, (inner, far), rule)
        value, named = self.value(head, name), (("name", inner),)
        return Mention("place", value, head.start, end, head.first, last, rule, "", head.lead, "", named)

    def extent(self, head: Mention, name: Mention, inner: Mention) -> tuple[int, int]:
        """Where the phrase ends: the token after it, and the offset."""
        last, end = name.last, name.end
        index = self.after_quote(last, head.first)
        if index != last:
            last, end = index, self.chart.tokens[index - 1].end
        if head is not name and last == name.last:
            last = self.titled(head, name)
            end = self.chart.tokens[last - 1].end if last > name.last else end
        while (more := self.one(last, ("direction", "placeadj", "nisba"), free=False)) is not None:
            word = self.chart.tokens[more.first].text
            if not word.startswith("ال") or word in RELATIVE or more.lead or (head is name and more.kind != "nisba"):
                break
            last, end = more.last, more.end
        named = self.one(last, ("toponym",), free=False)
        if named is not None and named.lead == "" and set(ids_of(named)) & set(ids_of(inner)):
            return named.last, named.end
        return last, end

    def far_end(self, head: Mention, name: Mention, last: int) -> Mention | None:
        """«طريق باب الهوى – سرمدا», «أوتوستراد حلب - اللاذقية», «طريق حلب دمشق»: the other end of the road."""
        if bare_word(self.chart, head) not in LEADING or last >= len(self.chart.tokens):
            return None
        if self.chart.tokens[last].text in DASHES:
            return self.one(last + 1, ("toponym", "weak-toponym"), free=False)
        far = self.one(last, ("toponym",), free=False)
        return far if far is not None and not far.lead and _are_two_towns(ids_of(name), ids_of(far)) else None

    def titled(self, head: Mention, name: Mention) -> int:
        """Where «مستشفى الثورة العام», «مسجد الرسول الأعظم», «مخيم كويت الرحمة» end, as token."""
        tokens, last = self.chart.tokens, name.last
        if last >= len(tokens) or not tokens[last].text.startswith("ال") or head.value not in TITLED:
            return last
        genitive = not tokens[last - 1].text.startswith("ال") and not self.chart.starts.get(last)
        if tokens[last].text in TITLES or (genitive and head.value == "camp"):
            return last + 1
        return last

    def after_quote(self, last: int, first: int) -> int:
        """Past a closing quotation mark if the phrase opened one."""
        tokens = self.chart.tokens
        opened = any(token.text in QUOTES for token in tokens[first:last])
        return last + 1 if opened and last < len(tokens) and tokens[last].text in QUOTES else last

    def value(self, head: Mention, name: Mention) -> PlaceRef:
        """Which place it may be, of which kind, how exactly placed."""
        if isinstance(name.value, PlaceRef):
            wide = 3 if head.value == "region" else WIDE.get(str(head.value), 1)
            return PlaceRef(name.value.ids, str(head.value), max(name.value.precision, wide))
        ids: tuple[str, ...] = name.value if isinstance(name.value, tuple) else ()
        if head is name:
            told = weaknames.told_with_its_kind(self.chart, head) if head.kind == "weak-toponym" else None
            return told.value if told is not None and isinstance(told.value, PlaceRef) else _named_place(ids)
        gazetteer = load()
        kind = str(head.value)
        alike = SETTLEMENTS if kind in SETTLEMENTS else frozenset[str]()
        here = [gazetteer.by_id[i] for i in ids]
        fitting = tuple(p.id for p in here if p.kind == kind or (p.kind in alike and not p.id.startswith("gn-")))
        fitting = fitting or tuple(p.id for p in here if _is_seat(gazetteer, p, kind))
        region = 3 if head.value in ("region", "district", "desert") else WIDE.get(kind, 1)
        if kind in RURAL and self.villages_of(head, here):
            return PlaceRef(ids, "region", WIDE["region"])
        small = {p.kind for p in here} <= AREAS | {"country"}
        other = not fitting and (small if kind in SMALL else kind == "facility" and name.kind == "weak-toponym")
        return PlaceRef(() if other else fitting or ids, kind, region)

    def villages_of(self, head: Mention, here: list[Place]) -> bool:
        """«قرى الأنبار», «بلدات ريف حمص»: the villages of a governorate or countryside, not of that name."""
        several = bare_word(self.chart, head) in lists.SEVERAL
        return several and bool(here) and all(p.kind in AREAS for p in here)


def _are_two_towns(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """«طريق الرقة الحسكة» has two ends; «طريق الشحيل دير الزور» may be a road of الشحيل that lies in دير الزور."""
    gazetteer = load()
    settled = all(any(gazetteer.by_id[i].kind in SETTLEMENTS for i in ids) for ids in (one, other))
    held = any(gazetteer.within(i, w) or gazetteer.within(w, i) for i in one for w in other)
    return settled and not held


@lru_cache(maxsize=1 << 14)
def _named_place(ids: tuple[str, ...]) -> PlaceRef:
    """«مراط»: the narrowest kind that a place of the name is of."""
    kinds = {load().by_id[i].kind for i in ids}
    settled = kinds - WIDE.keys()
    kind = min(settled or kinds or {"town"}, key=lambda k: (WIDE.get(k, 1), k))
    return PlaceRef(ids, kind, WIDE.get(kind, 1))


def _find(chart: Chart) -> Iterator[Mention]:
    return Walk(chart).phrases()


RULES = (
    Rule("places.phrase", "place", find=_find, again=True, about="بلدة مراط"),
    Rule("places.listed", "place", find=lists.listed, again=True, about="قرى الفطيرة وبينين وشنان"),
    Rule("places.part", "place", find=parts.parts, again=True, about="الأحياء الشمالية، الحدود السورية"),
    Rule("places.land", "place", find=lands.lands, about="الأراضي السورية، الداخل السوري"),
    Rule("places.held", "place", find=lands.held, about="من مناطق سيطرة قسد"),
    Rule("places.directed", "place", find=directed.directed, about="قرب مدينة الميادين"),
)
