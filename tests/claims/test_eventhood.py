"""Which told acts are events, which add to one that is known, and which are summed up in a tally."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims import times
from waqai.claims.eventhood import Hood, hood
from waqai.reading.clauses import events_of
from waqai.reading.read import read, sentence_tokens

PUBLISHED = date(2022, 3, 15)
NEW = (
    "شن الطيران غارة على مخزن في صنعاء أمس",
    "قتل ثلاثة مدنيين في قصف على بلدة كفرنبل",
    "سيطرت القوات على بلدة الحامضية",
    "أعلنت القيادة هدنة إنسانية في تعز",
    "دخل وقف إطلاق النار حيز التنفيذ في طرابلس",
    "اعتقلت الشرطة خمسة أشخاص في كسلا",
    "أوقفت الشرطة ثلاثة مشتبه بهم في إزمير",
    "تعرضت القاعدة أمس، لقصف صاروخي",
    "شنت المقاتلات سلسلة غارات على ميناء الحديدة",
    "مواجهات عنيفة في مخيم جنين",
    "قتل شرطيان في كمين قرب العريش",
    "نفذ الطيران سبع غارات في اليمن أمس",
    "نفذ التحالف عشرين غارة في العراق تركزت على أهداف قرب الرمادي",
    "القصف على جوبر أوقع خمسة قتلى، لترتفع حصيلة الضحايا منذ مطلع العام إلى 900",
    "تقيم الأسرة في عدن منذ سيطرة الحوثيين على صنعاء في أيلول 2014",
    "أفرج الطرفان عن أسرى ضمن صفقة تبادل في تعز",
)
KNOWN = (
    "هذا الهجوم على المطار",
    "منفذ التفجير شاب في العشرين",
    "وصلت الطائرة بعد تحرير المدينة",
    "القرى التي تستهدفها المدفعية",
    "قتل الرجل",
    "الموقع الذي قصفته الطائرة قريب من الحدود",
    "وهذه ثاني مرة يقصف فيها الميناء",
    "دعا المجلس إلى وقف استهداف القوافل في المحافظة",
)
SERIES = (
    "سلسلة تفجيرات متفرقة في العراق",
    "موجة تفجيرات جديدة تضرب بغداد",
    "قتل 225 شخصا خلال عام 2021 في الشمال السوري",
    "هجمات النظام على الشمال خلال الأشهر الماضية",
    "تواصل القوات شن غاراتها منذ مطلع شباط الماضي",
    "عدد الاستهدافات في المخيم",
    "سلسلة من عمليات طعن ودهس في الضفة الغربية",
    "قتل 3500 شخص في القتال",
    "بلغ عدد المرات التي جرى فيها قصف الميناء ثماني",
    "قتل أكثر من مائة شرطي في المدينة منذ انهيار المفاوضات في يوليو",
    "مقتل 38 شخصا في محافظة درعا خلال شهر كانون الأول 2021",
    "وثقت الشبكة مقتل 95 مدنيا في المحافظة خلال هذه الفترة",
)
NONE = (
    "مناطق سيطرة الجيش في الشمال",
    "البلدة التي يحاصرها التنظيم",
    "خرق الهدنة في تعز",
    "رغم اتفاق وقف إطلاق النار في إدلب",
    "أوقفت الشركة أعمالها في البصرة",
    "متحالفون في مواجهة الإرهاب",
    "تصدت الدفاعات الجوية لصواريخ معادية",
    "وصلت العاصفة لتهدم عشرة منازل",
    "أطلقت الدولة حملة لقصف المواقع",
    "علقت القوات عمليات القصف على المدينة",
    "استخدام القاعدة لشن غارات على الجماعة",
    "سقطت طائرة استطلاع في بادية السماوة",
    "ويستولي التنظيم على مناطق صحراوية قرب الرطبة",
    "حملة بدأت لتأكيد سيطرة الدولة على شبه الجزيرة",
    "أصبحت المدينة ميدان معركة بين الطرفين",
    "تمكن المسلحون من السيطرة على مناطق واسعة في البلاد",
    "استمرار خرق اتفاق فك الاشتباك في القنيطرة",
    "اتفاق وقف النار وفك الاشتباك في الجولان",
    "وصلت القافلة إلى أحياء درعا البلد المحاصرة",
)


def hoods(words: str) -> list[Hood]:
    """What becomes of every act that the words tell."""
    text = read(words)
    whens = times.resolved(text, PUBLISHED)
    told = [event for first, last in sentence_tokens(text) for event in events_of(text.chart, first, last)]
    return [hood(text, event, whens) for event in told]


@pytest.mark.parametrize("words", NEW)
def test_an_act_that_is_singled_out_may_begin_an_event(words: str) -> None:
    assert Hood.NEW in hoods(words)


@pytest.mark.parametrize("words", KNOWN)
def test_what_recalls_an_act_begins_none(words: str) -> None:
    assert set(hoods(words)) == {Hood.KNOWN}


@pytest.mark.parametrize("words", SERIES)
def test_several_acts_in_one_are_a_series(words: str) -> None:
    assert set(hoods(words)) == {Hood.SERIES}


@pytest.mark.parametrize("words", NONE)
def test_standing_facts_and_purposes_are_no_act(words: str) -> None:
    assert Hood.NEW not in hoods(words)
