"""Authors named apart from the act: a doubt's adjective, a claim of two, and who is meant by neither."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.claims.model import ReportedEvent
from waqai.reports.model import Metadata, Report


def events(text: str) -> tuple[ReportedEvent, ...]:
    """What the report tells."""
    return account(Report("0" * 64, "claimants", text, Metadata(published=date(2022, 3, 9)))).events


def authors(text: str) -> set[tuple[str, str]]:
    """The author's words and stance, over all acts."""
    return {(party.words.text, str(party.stance)) for event in events(text) for party in event.initiators}


@pytest.mark.parametrize(
    ("text", "suspect"),
    [
        ("قتل أربعة مسلحين الثلاثاء بضربة نفذتها مسيرة يُرجح أنها أمريكية قرب مأرب.", "أمريكية"),
        ("استهدفت طائرة مسيرة يُعتقد أنها تركية سيارة في مدينة القامشلي أمس.", "تركية"),
        ("استهدفت طائرة مسيرة يُعتقد أنها تابعة للتحالف الدولي سيارة في مدينة الباب أمس.", "للتحالف الدولي"),
        ("وقع انفجار في دمشق أمس. وأشارت أصابع الاتهام إلى إسرائيل.", "إسرائيل"),
        ("اغتيل العقيد سالم في عدن أمس. وتحوم الشكوك حول تنظيم القاعدة.", "تنظيم القاعدة"),
        ("وقع قصف على مدينة عدن أمس، ونُسب القصف إلى الحوثيين.", "الحوثيين"),
    ],
)
def test_a_doubt_names_a_suspect(text: str, suspect: str) -> None:
    assert (suspect, "suspects") in authors(text)


@pytest.mark.parametrize(
    "text",
    [
        "نفذت قوات التحالف إنزالا في قرية الزر أمس انتهى بمقتل شخص يشتبه بانتمائه لتنظيم داعش.",
        "داهمت الشرطة التركية منازل في إسطنبول أمس يشتبه بأنها تابعة لتنظيم داعش.",
        "تبنى حزب العمال الكردستاني هجوما في ديار بكر أمس ردا على الغارات التركية على شمال العراق.",
    ],
)
def test_who_is_hit_or_answered_is_no_suspect_and_claims_nothing(text: str) -> None:
    doubtful = {name for name, stance in authors(text) if stance != "asserts"}
    assert doubtful <= {"حزب العمال الكردستاني"}


def test_a_claim_of_both_attacks_is_of_the_two_told_last() -> None:
    first = "قتل تسعة في تفجير سيارة مفخخة في مدينة كركوك أمس. "
    second = "وقتل ثلاثة في انفجار عبوة ناسفة في مدينة بعقوبة أمس. "
    both = "وأكدت مصادر طبية حصيلة الهجومين اللذين تبناهما تنظيم داعش."
    claimed = [event for event in events(first + second + both) if event.initiators]
    assert len(claimed) == 2
    assert authors(first + second + both) == {("تنظيم داعش", "claims_responsibility")}


def test_a_claim_without_its_subject_is_his_who_spoke() -> None:
    told = "انفجرت سيارة مفخخة في مدينة كركوك أمس. "
    said = "وفي بيان للتنظيم نشره أنصاره على الإنترنت، أعلن مسؤوليته عن تفجير سيارة مفخخة في مدينة كركوك."
    voices = {(voice.words.text, str(voice.stance)) for event in events(told + said) for voice in event.voices}
    assert ("للتنظيم", "claims_responsibility") in voices
