"""Copy networks and independent reports of invented events, for tests of how many sources an incident has."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from datetime import date, timedelta

from waqai.reports.model import Metadata, Report

# (place, governorate): towns far apart, so that each is an event of its own.
TOWNS = (
    ("بلدة تفتناز", "ريف إدلب"), ("مدينة الباب", "ريف حلب"), ("بلدة نوى", "ريف درعا"), ("مدينة الرستن", "ريف حمص"),
    ("مدينة الميادين", "ريف دير الزور"), ("بلدة عين عيسى", "ريف الرقة"), ("مدينة الشدادي", "ريف الحسكة"),
    ("مدينة السلمية", "ريف حماة"), ("مدينة بعقوبة", "محافظة ديالى"), ("مدينة سنجار", "محافظة نينوى"),
    ("مدينة الحويجة", "محافظة كركوك"), ("مدينة الرطبة", "محافظة الأنبار"), ("مدينة سامراء", "محافظة صلاح الدين"),
    ("مدينة رفح", "قطاع غزة"), ("مدينة جنين", "الضفة الغربية"), ("مدينة مصراتة", "غرب ليبيا"),
    ("مدينة سرت", "وسط ليبيا"), ("مدينة تعز", "محافظة تعز"), ("مدينة الحديدة", "محافظة الحديدة"),
    ("مدينة الفاشر", "ولاية شمال دارفور"),
)  # fmt: skip
_DAYS = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split()

# Six newsrooms that know of one another nothing: {town} {area} {day} {dead} {hurt}.
AGENCY = (
    "قُتل {dead} مدنيين وأصيب {hurt} آخرون بجروح في قصف مدفعي استهدف {town} في {area} مساء {day}.",
    "وقال مراسلنا إن القذائف سقطت على حي سكني يبعد مئات الأمتار عن السوق الرئيسية، وإن ثلاثة منازل تهدمت فوق ساكنيها.",
    "وأضاف أن سيارات الإسعاف واجهت صعوبة في الوصول بسبب الركام الذي سد الطرقات الضيقة المؤدية إلى الحي.",
    "ولم تعلن أي جهة مسؤوليتها عن القصف حتى ساعة إعداد هذا الخبر، فيما ساد هدوء حذر المنطقة ليلا.",
)
DAILY = (
    "ليلة دامية عاشها سكان {town} ({area})، إذ حصد قصف بالمدفعية الثقيلة {day} أرواح {dead} مدنيين وجرح {hurt}.",
    "«كنا نستعد للعشاء حين اهتزت الجدران»، يروي أبو سمير الذي فقد جاره، ويشير بيده إلى حفرة خلفتها واحدة من القنابل.",
    "في المشفى الوحيد نقص الدم، فتبرع الأهالي حتى الفجر، كما تقول ممرضة طلبت ألا يكتب اسمها.",
)
RADIO = (
    "أفادت مصادر طبية بمقتل {dead} مدنيين جراء قصف مدفعي طال {town} التابعة لـ{area} يوم {day}، وبوصول {hurt} جريحا.",
    "المصادر ذاتها أوضحت أن بين الجرحى حالات بتر نُقلت خارج المدينة لغياب جراحي الأوعية.",
    "وتشهد الجبهة القريبة تبادلا للقذائف منذ مطلع الشهر رغم نداءات التهدئة التي أطلقها وجهاء محليون.",
)
WIRE = (
    "سقط {dead} قتلى مدنيين و{hurt} جريحا بقذائف مدفعية انهالت على {town} في {area} {day}، بحسب ما أعلن المجلس المحلي.",
    "وناشد المجلس المنظمات الإغاثية إرسال خيام وأدوية على وجه السرعة، مشيرا إلى نزوح عشرات العائلات إلى المزارع.",
    "وأوضح أن المدارس علقت الدوام أسبوعا كاملا.",
)
BLOG = (
    "مجددا، المدفعية تقتل في {town}: {dead} مدنيين فارقوا الحياة {day}، وعدد المصابين بلغ {hurt} وفق طبيب من {area}.",
    "الطبيب الذي تحدث عبر تطبيق للمراسلة قال إن أصغر المصابين رضيع، وإن الكهرباء انقطعت أثناء عملية جراحية.",
    "لا ملاجئ هنا، كتب معلم على صفحته، والأقبية امتلأت بالماء منذ كانون الثاني.",
)
BRIEF = (
    "قصف مدفعي على {town} ({area}) {day}: مقتل {dead} مدنيين وجرح {hurt}.",
    "الدفاع المدني انتهى من رفع الأنقاض بعد ست ساعات من العمل المتواصل.",
)
NEWSROOMS = {"agency": AGENCY, "daily": DAILY, "radio": RADIO, "wire": WIRE, "blog": BLOG, "brief": BRIEF}
_PADDING = (
    "تابعونا على قنواتنا لتصلكم الأخبار أولا بأول من مراسلينا في كل مكان.",
    "وفي سياق منفصل ارتفعت أسعار الخبز والمحروقات في الأسواق المحلية خلال هذا الأسبوع بحسب تجار.",
    "يذكر أن موسم الأمطار تأخر هذا العام، ما زاد من مخاوف المزارعين على محاصيلهم الشتوية.",
)


def _marked(mark: str, every: int) -> Callable[[list[str]], list[str]]:
    def disguise(paragraphs: list[str]) -> list[str]:
        return ["".join(c + mark if c.isalpha() and n % every == 0 else c for n, c in enumerate(p)) for p in paragraphs]

    return disguise


def _letters(*pairs: tuple[str, str]) -> Callable[[list[str]], list[str]]:
    table = str.maketrans(dict(pairs))
    return lambda paragraphs: [paragraph.translate(table) for paragraph in paragraphs]


def _shuffled(paragraphs: list[str]) -> list[str]:
    rest = paragraphs[1:]
    random.Random(7).shuffle(rest)  # noqa: S311 - the same disorder in every run
    return [*rest[:1], paragraphs[0], *rest[1:]]


DISGUISES: dict[str, Callable[[list[str]], list[str]]] = {
    "exact": list,
    "zero-width characters": _marked("\u200b", 4),
    "tatweel": _marked("ـ", 3),
    "vowels": _marked("\u064e", 2),
    "Persian letters": _letters(("ك", "ک"), ("ي", "ی")),
    "no hamza, no dots": _letters(("أ", "ا"), ("إ", "ا"), ("ة", "ه"), ("ى", "ي")),
    "Arabic-Indic digits": _letters(*zip("0123456789", "٠١٢٣٤٥٦٧٨٩", strict=True)),
    "shuffled paragraphs": _shuffled,
    "padded": lambda paragraphs: [*paragraphs, *_PADDING],
    "padded and disguised": lambda paragraphs: _marked("\u200d", 5)([_PADDING[1], *paragraphs, _PADDING[0]]),
}


def told(number: int, paragraphs: tuple[str, ...]) -> list[str]:
    """The event of that number as one newsroom tells it."""
    town, area = TOWNS[number]
    day = _DAYS[(_day(number) - timedelta(days=1)).weekday()]
    return [p.format(town=town, area=area, day=day, dead=3 + number % 6, hurt=11 + number) for p in paragraphs]


def report(name: str, number: int, paragraphs: list[str]) -> Report:
    """A report of an outlet of that name, a day after the event."""
    text = "\n".join(paragraphs)
    sha = hashlib.sha256(f"{name}\n{text}".encode()).hexdigest()
    return Report(sha, name, text, Metadata(outlet=f"صحيفة {name}", published=_day(number)))


def _day(number: int) -> date:
    return date(2022, 3, 2) + timedelta(days=3 * number)
