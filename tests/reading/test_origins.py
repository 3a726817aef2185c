"""Where an act was launched from is kept apart from where it hit."""

from __future__ import annotations

import pytest

from waqai.claims.account import account
from waqai.reading.clauses import events_of
from waqai.reading.read import read, sentence_tokens
from waqai.reports.model import Metadata, Report


def told(text: str) -> tuple[set[str], set[str]]:
    """The words of all sites and of all origins."""
    found = read(text)
    sites: set[str] = set()
    origins: set[str] = set()
    for first, last in sentence_tokens(found):
        for event in events_of(found.chart, first, last):
            sites |= {found.folded.quote(m.start, m.end) for m in event.of("site")}
            origins |= {found.folded.quote(m.start, m.end) for m in event.of("origin")}
    return sites, origins


@pytest.mark.parametrize(
    ("text", "sites", "origins"),
    [
        ("قال الجيش إن صاروخا أطلق من بلدة بنت جبيل سقط في كريات شمونة.", {"كريات شمونة"}, {"بلدة بنت جبيل"}),
        ("أطلقت صواريخ من جنوب لبنان باتجاه مدينة صفد.", {"مدينة صفد"}, {"جنوب لبنان"}),
        ("سقطت ثلاث قذائف مصدرها مواقع قسد في تل رفعت على مدينة إعزاز.", {"مدينة إعزاز"}, {"تل رفعت"}),
        ("أقلعت طائرة روسية من مطار حميميم وقصفت قرية كنصفرة.", {"قرية كنصفرة"}, {"مطار حميميم"}),
        ("تم إطلاق الصواريخ من محيط مقر عسكري تابع للواء، في بلدة القائم.", set(), {"بلدة القائم"}),
        ("قصفت ميليشيا الحوثي المتمركزة في منطقة الحوبان حي الروضة.", {"حي الروضة"}, {"منطقة الحوبان"}),
        ("مجموعات مسلحة، متمركزة قرب مدينة القائم، أطلقت صواريخ على قاعدة عين الأسد.",
         {"قاعدة عين الأسد"}, {"قرب مدينة القائم"}),
        ("أطلق الحوثيون صاروخا من صنعاء على مدينة جدة.", {"مدينة جدة"}, {"صنعاء"}),
        ("أطلقت قوات الدعم السريع قذائف من منطقة الحلفايا على أحياء أم درمان.", {"أحياء أم درمان"}, {"منطقة الحلفايا"}),
        ("قصف مدفعي من مواقع قوات حفتر في قصر بن غشير استهدف حي أبو سليم.", {"حي أبو سليم"}, {"قصر بن غشير"}),
        ("تعرضت مدينة الهرمل لقصف صاروخي من جبال القلمون.", {"مدينة الهرمل"}, {"جبال القلمون"}),
        ("قصف من اتجاه مدينة سبها طال بلدة براك.", {"بلدة براك"}, {"مدينة سبها"}),
        ("ردت القوات باستهداف بادية الميادين، التي أطلقت منها القذائف.", {"بادية الميادين"}, {"بادية الميادين"}),
        ("استهدف الجيش الإسرائيلي بلدة كفركلا التي انطلقت منها الصواريخ.", {"بلدة كفركلا"}, set()),
        (
            "قتل رجل بصاروخ مصدره مناطق سيطرة قوات النظام، أصاب سيارة في قرية مريمين.",
            {"قرية مريمين"},
            set(),
        ),
        ("قصف مصدره مناطق سيطرة الحوثيين يستهدف الأحياء السكنية في مدينة مأرب.", {"مدينة مأرب"}, set()),
        ("سمعت أصوات إطلاق نار من جهة المقبرة في حي غويران.", {"حي غويران"}, set()),
        ("سمع دوي انفجار من جهة معمل الإسمنت.", {"معمل الإسمنت"}, set()),
        ("فتح مسلحون النار من سيارة مسرعة في حي المنصور على دورية.", {"حي المنصور"}, set()),
        ("قتل شرطي بنيران أطلقت عليه من قبل مجهولين في مدينة كركوك.", {"مدينة كركوك"}, set()),
        ("قصفت الطائرات عددا من مواقع الحوثيين في صعدة.", {"صعدة"}, set()),
        ("قصفت الطائرات مواقع لداعش المتمركز في تلعفر.", set(), set()),
        ("أطلقت طائرة مسيرة صاروخا على سيارة في بلدة حاروف.", {"بلدة حاروف"}, set()),
        ("قصفت المدفعية بقذائف من عيار 155 بلدة الخيام.", {"بلدة الخيام"}, set()),
    ],
)  # fmt: skip
def test_site_and_origin(text: str, sites: set[str], origins: set[str]) -> None:
    assert told(text) == (sites, origins)


@pytest.mark.parametrize("without", ["أإآ"])
def test_without_hamza(without: str) -> None:
    text = "قصف متمردون موقعا بصواريخ أطلقت من بلدة القائم على قاعدة عين الأسد."
    bare = text.translate({ord(letter): "ا" for letter in without})
    assert len(told(bare)[1]) == len(told(text)[1]) == 1


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        (
            "استهدفت طائرات مسيرة مطار أربيل مساء الأحد.\nوقال مصدر أمني إن المسيرات انطلقت من قضاء سنجار.",
            ["قضاء سنجار"],
        ),
        ("سقط صاروخ قرب مدينة إيلات.\nويرجح أنه أطلق من سيناء.", ["سيناء"]),
        ("استهدفت طائرات مسيرة مطار أربيل مساء الأحد.\nوانطلقت من بغداد قافلة مساعدات.", []),
        ("استهدفت طائرات مسيرة مطار أربيل مساء الأحد.\nوكان الوزير قادما من مدينة السليمانية.", []),
    ],
)
def test_a_later_sentence_says_where_it_came_from(text: str, origins: list[str]) -> None:
    events = account(Report("0" * 64, "origins", text, Metadata())).events
    assert [p.words.text for p in events[0].places if p.role == "origin"] == origins
