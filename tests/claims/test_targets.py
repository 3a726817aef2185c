"""What an act hit, over the clauses that tell it: victims, foes, one army's sites once, and whose a phrase is not."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.claims.model import ReportedEvent
from waqai.claims.targets import identity
from waqai.language.fold import fold
from waqai.reading.read import read
from waqai.reports.model import Metadata, Report

PUBLISHED = date(2022, 3, 9)


def at(text: str, place: str) -> ReportedEvent:
    events = account(Report("0" * 64, "targets", text, Metadata(published=PUBLISHED))).events
    return next(event for event in events if place in [where.words.text for where in event.places])


def hit(text: str, place: str) -> list[tuple[str, str | None]]:
    return [(party.words.text, party.actor) for party in at(text, place).targets]


def test_who_is_killed_by_name_in_a_strike_was_its_target() -> None:
    text = "قتل القيادي أبو عمر الأنباري في غارة جوية على بلدة القائم أمس الثلاثاء."
    assert [words for words, _ in hit(text, "بلدة القائم")] == ["القيادي أبو عمر الأنباري"]


def test_the_name_behind_the_rank_says_who_was_killed() -> None:
    text = "أعلن مقتل قائد الكتيبة، العقيد سالم محمود، في غارة جوية على مدينة سرت أمس الثلاثاء."
    assert [words for words, _ in hit(text, "مدينة سرت")] == ["سالم محمود"]


def test_a_child_whom_shelling_killed_is_no_target() -> None:
    text = "قتل الطفل سامر أحمد في قصف مدفعي على بلدة بنش أمس الثلاثاء."
    assert hit(text, "بلدة بنش") == []


def test_soldiers_whom_a_bomb_killed_are_its_target_where_no_other_is_told() -> None:
    text = "قتل جنديان في انفجار عبوة ناسفة قرب مدينة العريش أمس الثلاثاء."
    assert [words for words, _ in hit(text, "قرب مدينة العريش")] == ["جنديان"]
    told = "قتل جنديان في انفجار عبوة ناسفة لدى مرور رتل عسكري قرب مدينة العريش أمس الثلاثاء."
    assert [words for words, _ in hit(told, "قرب مدينة العريش")] == ["رتل عسكري"]


def test_a_place_is_taken_from_the_foe_that_the_sentence_names() -> None:
    text = "سيطرت قوات الجيش اليمني أمس الثلاثاء على مدينة حرض بعد مواجهات عنيفة خاضتها والحوثيين."
    assert hit(text, "مدينة حرض") == [("الحوثيين", "houthis")]


def test_sites_of_one_army_told_again_in_other_words_are_one_target() -> None:
    text = (
        "قصفت طائرات التحالف أمس الثلاثاء مواقع للحوثيين في مدينة صعدة. "
        "وأوضح مصدر أن القصف على مدينة صعدة استهدف معسكرات للحوثيين."
    )
    assert hit(text, "مدينة صعدة") == [("مواقع للحوثيين", "houthis")]


def test_the_doers_do_not_hit_themselves() -> None:
    text = "وثق ناشطون لحظة استهداف الطيران الحربي الروسي للمنطقة، وقصف الطيران الحربي الروسي مدينة سرمين أمس الثلاثاء."
    assert hit(text, "مدينة سرمين") == []


def test_who_says_that_it_threw_an_attack_back_was_attacked() -> None:
    text = "أعلنت الشرطة الاتحادية عن صد هجوم لتنظيم داعش في مدينة بيجي أمس الثلاثاء."
    assert [words for words, _ in hit(text, "مدينة بيجي")] == ["الشرطة الاتحادية"]


def test_what_was_made_harmless_is_the_target_of_who_found_it() -> None:
    text = "أعلن خبراء المتفجرات إبطال مفعول عبوة ناسفة في مدينة كركوك أمس الثلاثاء."
    assert [words for words, _ in hit(text, "مدينة كركوك")] == ["عبوة ناسفة"]


def test_a_base_that_suffered_an_attack_was_its_target() -> None:
    text = "تعرض مطار عدن الدولي أمس الثلاثاء لقصف صاروخي."
    assert [words for words, _ in hit(text, "مطار عدن الدولي")] == ["مطار عدن الدولي"]


def known_as(text: str, words: str) -> str | None:
    """The id that the reader gives the words where the coalition is the doer."""
    told = read(text)
    start = told.folded.text.find(fold(words).text)
    return identity(told, start, start + len(fold(words).text), {"coalition_oir"})


BULLETIN = "قصف التحالف الدولي تنظيم داعش قرب الرقة، وطال القصف {}."


@pytest.mark.parametrize(
    "words", ["مواقع قتالية", "وحدات تكتيكية", "ناشطا ينتمي إلى تنظيم داعش", "عناصر من تنظيم داعش"]
)
def test_what_the_enemy_fights_with_is_the_enemys(words: str) -> None:
    assert known_as(BULLETIN.format(words), words) == "islamic_state"


@pytest.mark.parametrize(
    "words",
    [
        "مؤيدي تنظيم داعش",
        "مناصرين لتنظيم داعش",
        "شبانا يشتبه في تعاطفهم مع تنظيم داعش",
        "المسلحين الموالين لها",
        "مسلحين محليين",
        "معسكرا شمال السد",
        "ورشة لتفخيخ السيارات",
        "سيارة",
    ],
)
def test_what_is_only_near_a_side_or_nobodys_in_particular_has_no_id(words: str) -> None:
    assert known_as(BULLETIN.format(words), words) is None


@pytest.mark.parametrize("words", ["منزل", "سوق شعبية", "إمام المسجد"])
def test_homes_markets_and_clerics_are_civilian(words: str) -> None:
    assert known_as(BULLETIN.format(words), words) == "civilians"


@pytest.mark.parametrize(
    "words", ["محطة تحلية", "خطوط الكهرباء", "ثلاث محطات مياه", "محولة كهرباء", "ناقلة نفط", "مضخات مياه"]
)
def test_what_carries_water_power_or_oil_is_nobodys(words: str) -> None:
    """The codebook's civilian places (section 4) are where people live, trade, learn, pray and are healed."""
    assert known_as(BULLETIN.format(words), words) is None


def test_a_field_that_houses_a_base_is_what_rockets_that_fall_there_hit() -> None:
    text = (
        "سقطت ثلاثة صواريخ في حرم حقل العمر فجر الثلاثاء.\nويعد حقل العمر، الذي يضم قاعدة للتحالف الدولي، أكبر الحقول."
    )
    assert [words for words, _ in hit(text, "حقل العمر")] == ["حقل العمر"]
    plain = "سقطت ثلاثة صواريخ في حرم حقل العمر فجر الثلاثاء.\nويعد حقل العمر أكبر الحقول."
    assert hit(plain, "حقل العمر") == []


def test_a_base_in_the_field_is_told_once() -> None:
    text = (
        "استهدفت صواريخ قاعدة للتحالف الدولي في حقل العمر فجر الثلاثاء.\nوسقطت الصواريخ في حقل العمر الذي يضم القاعدة."
    )
    assert [words for words, _ in hit(text, "حقل العمر")] == ["قاعدة للتحالف الدولي"]


def test_what_is_hit_beside_a_base_of_no_said_holder_has_no_said_owner() -> None:
    beside = (
        "استهدف القصف أمس قاعدة الوطية الجوية ودمر منصات إطلاق صواريخ. وشنت طائرات الجيش غارات ضد تنظيم داعش في سرت."
    )
    reading = read(beside)
    at_start = fold(beside).text.index(fold("منصات").text)
    assert identity(reading, at_start, at_start + len(fold("منصات إطلاق صواريخ").text), {"libyan_government"}) is None
    alone = "شن التحالف غارات ضد تنظيم داعش في سوريا. ودمر القصف أمس منصات إطلاق صواريخ قرب الرقة."
    at_alone = fold(alone).text.index(fold("منصات").text)
    end = at_alone + len(fold("منصات إطلاق صواريخ").text)
    assert identity(read(alone), at_alone, end, {"coalition_oir"}) == "islamic_state"


def test_whom_a_killing_told_alone_killed_is_its_target() -> None:
    assert hit("قضى مدني برصاص مجهولين أمس في قرية الزر شرقي دير الزور.", "قرية الزر") == [("مدني", "civilians")]
    text = "قتل ثلاثة فلسطينيين برصاص الجيش الإسرائيلي أمس في مدينة جنين."
    assert hit(text, "مدينة جنين") == [("ثلاثة فلسطينيين", None)]
    assert hit("قتل مدني في قصف مدفعي أمس على مدينة بنش.", "مدينة بنش") == []


def test_what_is_everybodys_is_hit_one_by_one() -> None:
    text = "قصفت قوات النظام أمس مدرسة ابتدائية ومسجدا وفرنا في مدينة دوما."
    assert [words for words, _ in hit(text, "مدينة دوما")] == ["مدرسة ابتدائية", "مسجدا", "فرنا"]


def test_what_points_back_says_nothing_beside_what_is_named() -> None:
    text = (
        "استهدف مسلحون حافلة عسكرية أمس الثلاثاء قرب مدينة العريش. "
        "وأوضح مصدر أن المسلحين استهدفوا حافلتهم قرب مدينة العريش."
    )
    assert [words for words, _ in hit(text, "قرب مدينة العريش")] == ["حافلة عسكرية"]


def test_a_number_alone_is_no_target() -> None:
    (event,) = account(Report("0" * 64, "r", "6 قتلوا تحت التعذيب في سجن حماة أمس.", Metadata())).events
    assert ([toll.low for toll in event.casualties], event.targets) == ([6], ())


def test_martyrs_fell_in_an_act() -> None:
    assert hit("استشهد مدنيان في مدينة حماة أمس.", "مدينة حماة") == [("مدنيان", "civilians")]
