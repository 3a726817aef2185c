"""Which act of a sentence a place, a day or a figure belongs to."""

from __future__ import annotations

import pytest

from waqai.reading.clauses import events_of
from waqai.reading.read import read, sentence_tokens

FAR = (
    "اندلعت مواجهات بين المقاومة الشعبية من جانب وقوات الرئيس السابق من جانب آخر في منطقة الجفينة جنوب غرب مدينة مأرب "
    "شرقي البلاد في ساعة متأخرة من ليل السبت ما أسفر عن مقتل ثمانية منهم."
)


def sites(text: str) -> list[tuple[str, list[str]]]:
    """The acts of the text's first sentence, each with the words of its sites."""
    found = read(text)
    first, last = next(iter(sentence_tokens(found)))
    return [
        (event.act, [found.folded.quote(m.start, m.end) for m in event.of("site")])
        for event in events_of(found.chart, first, last)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قتل جندي في اشتباكات في بنغازي، وفي مدينة درنة نصبت قوة محلية كمينا لدورية.",
            [("clash", ["بنغازي"]), ("clash", ["مدينة درنة"])],
        ),
        (
            "قصفت المدفعية مدينة تعز وفي مدينة مأرب اندلعت مواجهات عنيفة.",
            [("strike", ["مدينة تعز"]), ("clash", ["مدينة مأرب"])],
        ),
        (
            "هاجم مسلحون نقطة تفتيش في كركوك، وفي الموصل قتل خمسة أشخاص.",
            [("attack", ["كركوك"]), ("killed", ["الموصل"])],
        ),
        (
            "أغار الطيران على مدينة الباب فضلا عن مدينة حمص التي قصفت المدفعية أحياء سكنية فيها.",
            [("air_strike", ["مدينة الباب", "مدينة حمص"]), ("strike", ["مدينة حمص"])],
        ),
        (
            "شن الطيران غارات على مدينة حلب وفي مدينة إدلب أسفرت عن مقتل ثلاثة.",
            [("air_strike", ["مدينة حلب", "مدينة إدلب"])],
        ),
        (
            "قتلى في الزبداني والمعارضة تقصف مواقع في حلب بالقذائف.",
            [("strike", ["حلب"])],
        ),
    ],
)
def test_a_place_belongs_to_the_act_of_its_clause(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert sites(text) == expected


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("اقتحمت القوات بلدة سنجار في حين سيطرت وحدات أخرى على مدينة تلعفر.", 2),
        ("تعرضت بلدة سنجار لقصف في وقت متأخر من الليل أدى إلى مقتل مدني.", 1),
        ("ويأتي الهجوم على المخفر غداة مقتل شرطيين في أنقرة.", 2),
        ("ووقع الهجوم على المخفر بعد يومين من مقتل شرطيين في أنقرة.", 2),
        ("تظاهر المئات في عدن بعد مقتل ثلاثة شبان.", 2),
        ("قتل ثلاثة محتجين خلال تظاهرة في بغداد.", 1),
        ("داهمت قوة أمنية منازل في مدينة قدسيا واعتقلت خمسة شبان.", 1),
        ("داهمت الشرطة منزلا في أضنة، فيما اعتقلت قوات الدرك شابا في مرسين.", 2),
        ("بسطت القوات التركية والفصائل الموالية لها سيطرتها الكاملة على مدينة جرابلس.", 1),
        ("سقط صاروخ أطلقته الجماعة، استهدف سوقا في مدينة اللاذقية.", 1),
        ("انسحبت القوات من مدينة سنجة دون قتال.", 1),
        ("أصابت غارات مخازن سلاح يسيطر عليها المسلحون قرب مدينة سرت.", 1),
    ],
)
def test_what_parts_two_acts(text: str, acts: int) -> None:
    assert len(sites(text)) == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("إن أربعة مدنيين قتلوا مساء الاثنين، كما أصيب عشرة آخرون بينهم أطفال، جراء قصف على بلدة كفريا.", 1),
        ("قتل أربعة مدنيين، كما قصفت المدفعية بلدة كفريا.", 2),
        (FAR, 1),
        ("جاءت المداهمات في إسطنبول بعد مقتل شرطيين في أنقرة.", 2),
        ("اندلعت اشتباكات في مخيم عين الحلوة عقب مقتل شاب.", 2),
        ("اندلعت اشتباكات في مخيم عين الحلوة أدت إلى مقتل شاب.", 1),
    ],
)
def test_the_dead_belong_to_what_killed_them(text: str, acts: int) -> None:
    assert len(sites(text)) == acts
