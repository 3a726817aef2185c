"""Names that no gazetteer has, given away by their kind word, by quotation marks or by the list they stand in."""

from __future__ import annotations

from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Mention
from waqai.reading.places.refs import NAMES, is_name

STRONG = frozenset("town village city neighbourhood camp base airport oil_field gas_field crossing dam".split())
WEAK = frozenset("district governorate road mountain island facility river region".split())
PARTICLES = frozenset(
    """في ان انه انها التي الذي الذين كان كانت قد لم لا هو هي كما حيث بعد قبل خلال هذا هذه ذات من علي الي عن مع
    كل بعض غير عند لدي ثم او ام بل لكن حتي منذ بين تحت فوق امام خلف بسبب رغم مما ما اذ اذا لان ضمن
    فيها فيه فيهم فيهما منها منه منهم بها به لها له لهم عليها عليه اليها اليه حولها حوله قربها محيطها""".split()
)
GENERIC = frozenset(
    """المدينه المحافظه المنطقه البلده القريه الحي القضاء المخيم القاعده الناحيه البلاد العاصمه الدوله الحدود الولايه
    المديريه المناطق القري البلدات المدن الاحياء المواقع المكان الشارع الطريق الجهه الجبهه الضفه القطاع ال""".split()
)
SITUATED = frozenset("في التابعه التابع الواقعه الواقع ضمن قرب الحدوديه".split())
LISTED_ONLY = frozenset("حاضره محليه محليات خط خطوط دايره دائره مركز نقطه نقاط شبه حوض محطه محطات".split())
"""Kind words that are ordinary words too: only a name of the gazetteer makes a place of them."""
SURE = frozenset(
    """دوار دواري مفرق مفارق تبه تباب نقيل تلتي تله هضبه منطقتي منطقتا منطقتين جبهتي محوري وادي واد شعب شارع شارعي
    عزله حويجه خور جبل""".split()
)
"""Kind words behind which an unknown word is a name: دوار شيحان، تبة مسعود، وادي خر، منطقتي الحامضية والبوعيثة."""
FOREIGN_SHAPED = frozenset("منطقه ولايه اقليم مقاطعه محافظه مديريه ناحيه".split())
"""Kind words behind which an indefinite word that is none of the reader's is a foreign name: ولاية باكتيكا."""
ABROAD = frozenset("ولايه اقليم مقاطعه".split())
DISTRICTS = frozenset("منطقه مديريه ناحيه قضاء".split())
"""«باتجاه مديرية الساحل»: whatever the word behind means, it names the district; «مديرية الصحة» is an office."""
OFFICES = frozenset(
    """التربيه الصحه الزراعه الشرطه الامن المرور الدفاع الجوازات المياه الكهرباء النقل الاثار الاوقاف الري الموارد
    المخابرات الاستخبارات التعليم الماليه البلديات الاحوال الجمارك الاتصالات الثقافه الشباب الاعلام""".split()
)
"""«مديرية الزراعة»: an office."""
AT = frozenset("في من الي علي قرب نحو صوب باتجاه داخل وسط محيط بمحيط".split())
BUILT = frozenset(["facility", "object", "placeword"])
"""Kinds of words that regions are named after: منطقة المضيق، منطقة الملعب."""
ZONES = frozenset(
    """الصراع النزاع القتال التماس الخطر الامان العمليات الوسط اليورو الحظر الحكم النفوذ السيطره الانتشار التوتر العبور
    الهبوط التجمع الارتكاز الخلاف الحدث الحادث الحادثه الانفجار الهجوم الاستهداف الكمين القصف الدخول الشرق الخليج
    الاشتباك الاشتباكات المواجهات المعارك التهدئه التصعيد الاستقرار السلام التجاره الحدود الساحل الريف الجبال الصحراء
    الباديه العمل العمليه الاحتجاز التدريب الانسحاب الاختطاف الاغتيال الاقتحام الزلزال الاعتداء الجريمه الواقعه
    الواقع الممتده الفاصله المحاذيه الوحيده الاولي الثانيه الثالثه الرابعه الخامسه السادسه السابعه""".split()
)
"""«منطقة الصراع»: what a zone is for names none."""
FARMS = frozenset("مزرعه مزارع مزرعتي معمل مصنع مركز مقر".split())
"""«مزرعة لتربية الدواجن»: what it is for."""
WORKS = frozenset("مصنع معمل محطه مستودع منجم منشاه مجمع".split())
TREATY = frozenset(["خفض", "تخفيض"])
"""«منطقة "خفض التصعيد"»: a zone of a treaty, wider than any governorate."""
BEGINNINGS = frozenset("تل كفر خربه بير بءر بير دير خان حوش رسم جب مرج عين حمام باب".split())
"""Words that begin names of villages and seldom mean anything else behind «في»."""
NAMED_SO = frozenset("surname given weak-toponym name".split())
COMMON_SHAPES = ("ه", "ات", "ين", "ون", "تي", "ها", "هم", "اء")
BARRING = frozenset("act placeadj actor force nisba member human when not-place damage casualty".split())
FOREIGN = 3
QUOTED_WORDS = 3


def open_name(chart: Chart, head: Mention) -> Mention | None:
    """The name after the kind word, as a `toponym` without ids; None where what follows is no name."""
    token = chart.tokens[head.first]
    kind_word = token.text[max(0, head.start - token.start) :]
    strong = head.value in STRONG or kind_word in SURE
    if (not strong and head.value not in WEAK) or kind_word in LISTED_ONLY:
        return None
    index = chart.next_token(head.last)
    if index >= len(chart.tokens) or chart.tokens[index].kind != "word" or chart.tokens[index].text in TREATY:
        return None
    if index > head.last and (quoted := quoted_name(chart, index)) is not None:
        return quoted
    if _is_other_phrase(chart, kind_word, index):
        return None
    bynamed = is_bynamed(chart, index)
    name = named(chart, index, bynamed=bynamed)
    if bynamed:
        return name
    text = chart.tokens[index].text
    joined = text.startswith("و") and index == head.last
    if (
        len(text) < (FOREIGN - 1 if kind_word in SURE else FOREIGN)
        or joined
        or text == "في"
        or text in PARTICLES
        or text.lstrip("وف") in PARTICLES
        or text in GENERIC
        or _bends(text)
        or (text.startswith("ل") and kind_word in FARMS)
    ):
        return None
    proper = text.startswith("ال")
    situated = is_situated(chart, name.last) and (proper or head.value != "facility")
    sure = kind_word in SURE or (situated and proper)
    sited = kind_word in DISTRICTS and proper and _is_sited(chart, head, index)
    if is_known(chart, index) and not ((sure or sited) and not _is_barred(chart, index)):
        return None
    foreign = kind_word in FOREIGN_SHAPED and not proper and _is_foreign(text, abroad=kind_word in ABROAD)
    named_so = strong or situated or foreign or sited or index > head.last
    return name if named_so or (proper and head.value != "region") else None


def _is_other_phrase(chart: Chart, kind_word: str, index: int) -> bool:
    """«مدينة بحلب»: a place with its preposition; «مديرية الزراعة»: an office."""
    leaning = any(m.lead in ("ب", "ل", "ك") and m.kind in NAMES for m in chart.starts.get(index, ()))
    return leaning or (kind_word == "مديريه" and chart.tokens[index].text in OFFICES)


def _is_sited(chart: Chart, head: Mention, index: int) -> bool:
    """«في منطقة المضيق»: the name stands after a preposition of place, and is no word for what a zone is for."""
    before = chart.tokens[head.first - 1].text if head.first else ""
    if head.lead.lstrip("و") not in ("ب", "ل") and before.removeprefix("و") not in AT:
        return False
    known = {m.kind for m in chart.starts.get(index, ()) if not is_name(m)}
    return chart.tokens[index].text not in ZONES and known <= BUILT


def named(chart: Chart, index: int, *, bynamed: bool) -> Mention:
    """The word at the token as a name, with the word after it where it is «أم» or «تل»."""
    tokens = chart.tokens
    last = index
    if bynamed and index + 1 < len(tokens) and tokens[index + 1].kind == "word":
        last = index + 1
    return Mention("toponym", (), tokens[index].start, tokens[last].end, index, last + 1, "places.open-name")


def is_bynamed(chart: Chart, index: int) -> bool:
    """أم حوش، تل جمعة: the word only begins a name."""
    return any(m.kind == "bynamed" for m in chart.starts.get(index, ()))


def quoted_name(chart: Chart, index: int) -> Mention | None:
    """«بيت فارس»: all that stands in the quotation marks, three words at most."""
    tokens = chart.tokens
    last = index
    while last < len(tokens) and tokens[last].kind == "word" and last - index < QUOTED_WORDS:
        last += 1
    if last >= len(tokens) or tokens[last].text not in QUOTES or last == index + 1:
        return None
    return Mention("toponym", (), tokens[index].start, tokens[last - 1].end, index, last, "places.open-name")


def works_name(chart: Chart, head: Mention) -> Mention | None:
    """«معمل نسيج "الفرات"»: the name in quotation marks, behind what is made there."""
    index = head.last + 1
    if chart.tokens[head.first].text.removeprefix(head.lead) not in WORKS or index + 2 >= len(chart.tokens):
        return None
    ware, opened, word, closed = chart.tokens[head.last : head.last + 4]
    quoted = opened.text in QUOTES and word.kind == "word" and closed.text in QUOTES
    if not quoted or ware.kind != "word" or ware.text in PARTICLES:
        return None
    return Mention("toponym", (), word.start, word.end, index + 1, index + 2, "places.open-name")


def situated_name(chart: Chart, head: Mention) -> Mention | None:
    """«في تل حمدي بناحية كذا»: a word that begins names of villages, an unknown word, and where the two lie."""
    index = head.first
    before = chart.tokens[index - 1].text if index else ""
    text = chart.tokens[index].text[head.start - chart.tokens[index].start :]
    if text not in BEGINNINGS or not (head.lead == "ب" or (head.lead == "" and before in ("في", "قرب"))):
        return None
    after = chart.starts.get(head.last, ())
    if (
        head.last >= len(chart.tokens)
        or chart.tokens[head.last].kind != "word"
        or any(m.kind not in NAMED_SO for m in after)
    ):
        return None
    name = named(chart, index, bynamed=True)
    if name.last != head.last + 1 or not is_situated(chart, name.last):
        return None
    return Mention("toponym", (), head.start, name.end, index, name.last, name.rule, "", head.lead)


def is_known(chart: Chart, index: int) -> bool:
    """Whether the word at the token is something else than an unknown name."""
    return any((not is_name(m) and m.lead != "و") or m.kind == "placeword" for m in chart.starts.get(index, ()))


def _is_barred(chart: Chart, index: int) -> bool:
    """«منطقة الاشتباكات»: an act, a party or an adjective names no place; «منطقة الصناعة بمدينة كذا» may."""
    return any(m.kind in BARRING for m in chart.starts.get(index, ()))


def is_situated(chart: Chart, index: int) -> bool:
    """«منطقة اكتشاي في ولاية شرناق»: what follows the name says where it lies."""
    tokens = chart.tokens
    index = chart.next_token(index)
    if index >= len(tokens):
        return False
    if tokens[index].text in SITUATED:
        after = chart.next_token(index + 1)
        after += after < len(tokens) and tokens[after].text in ("مع", "بين", "في", "ضمن")
        return any(m.kind in NAMES or m.kind in ("direction", "near") for m in chart.starts.get(after, ()))
    here = chart.starts.get(index, ())
    return any((m.kind in NAMES and m.lead in ("ب", "ل")) or m.kind in ("direction", "near") for m in here)


def _is_foreign(text: str, *, abroad: bool) -> bool:
    """«ليجي», «كوبرات»: no ending of an adjective or a plural, no beginning of a verb or of «the»."""
    if len(text) <= FOREIGN or text[0] in "تيمنا" or text.endswith(COMMON_SHAPES):
        return False
    return abroad or not text.endswith("ا")


def _bends(text: str) -> bool:
    """«قرى تسكنها», «مخيما عشوائيا»: a verb with its object, or an adjective with its ending, is no name."""
    return len(text) > 4 and (text.endswith(("ها", "هم", "هما")) or (text.endswith("يا") and not text.startswith("ال")))
