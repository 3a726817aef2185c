"""As many different reports as are wanted, each telling acts of its own; the same number gives the same report."""

from __future__ import annotations

import random
from pathlib import Path

_PLACES = (
    "بلدة سرمين بريف إدلب", "مدينة الباب بريف حلب", "قرية الدار الكبيرة بريف حمص", "بلدة نصيب بريف درعا",
    "مدينة القائم غربي العراق",
    "مدينة تعز", "مديرية حيس جنوب الحديدة", "بلدة عيتا الشعب جنوب لبنان", "مدينة رفح", "حي الشجاعية شرق غزة",
    "مدينة سرت", "مدينة الفاشر", "بلدة ود مدني", "مدينة العريش", "قضاء سنجار", "ناحية جلولاء بمحافظة ديالى",
)  # fmt: skip
_ACTS = (
    "قُتل {n} مدنيين وأصيب {m} آخرون بجروح، في قصف مدفعي استهدف {place} مساء {day}",
    "استهدفت طائرة مسيّرة سيارة في {place} {day}، ما أدى إلى مقتل {n} مسلحين",
    "اندلعت اشتباكات بين مسلحين مجهولين وقوات الأمن في {place} ليل {day}، أسفرت عن إصابة {n} عناصر",
    "انفجرت عبوة ناسفة بدورية للجيش في {place} صباح {day}، فقتل {n} جنود وجرح {m}",
    "خرج المئات في مظاهرة في {place} {day} احتجاجاً على انقطاع الكهرباء",
    "اعتقلت قوات الأمن {n} أشخاص في {place} فجر {day}",
)
_DAYS = ("الأحد", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت")
_SPEAKERS = ("مصدر أمني", "شهود عيان", "مصادر طبية", "المرصد السوري لحقوق الإنسان", "وزارة الدفاع", "مسؤول محلي")


def story(number: int) -> str:
    """The report of that number."""
    chance = random.Random(number)
    lines = []
    for _ in range(chance.randint(1, 3)):
        act = chance.choice(_ACTS).format(
            n=chance.randint(3, 10), m=chance.randint(11, 40), place=chance.choice(_PLACES), day=chance.choice(_DAYS)
        )
        lines.append(f"{act}، وفق ما قال {chance.choice(_SPEAKERS)}.")
    return f"نشرة رقم {number}\n" + "\n".join(lines) + "\n"


def written(folder: Path, count: int) -> list[Path]:
    """That many reports as files of the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        path = folder / f"story-{number:05}.txt"
        path.write_text(story(number), "utf-8")
        paths.append(path)
    return paths
