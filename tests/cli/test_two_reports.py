"""From two reports to one incident, its chain and the totals held against the record: the whole way by commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from waqai.cli import cli

JABAL = """مسيرات تستهدف مطارا يستخدمه التحالف جنوب اليمن

عدن – أعلنت القوات الحكومية اليمنية الأربعاء عن تصديها لهجمات بطائرات مسيّرة على مطار عتق.
ويعد الهجوم على مطار عتق الثاني منذ الاثنين.
وجاء الهجوم ردا على الضربات الأميركية على مواقع للحوثيين في الحديدة أواخر مارس الماضي.
وكانت الولايات المتحدة أعلنت في الثلاثين من الشهر الماضي عن شن غارات على مواقع للحوثيين في الحديدة.
"""
SAHIL = """صاروخ على ناقلة نفط قبالة المخا

أطلق الحوثيون صاروخا على ناقلة نفط قبالة ميناء المخا مساء الخميس دون إصابات، ردا على الضربات الأميركية على مواقع \
للحوثيين في الحديدة نهاية الشهر الماضي.
وسقط صاروخ على مطار عتق الاثنين.
ومنذ مطلع العام استهدف نحو ثلاثين هجوما السفن في اليمن.
"""


def said(*arguments: object) -> str:
    done = CliRunner().invoke(cli, [str(one) for one in arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both reports, read into one record."""
    folder = tmp_path_factory.mktemp("two")
    for name, text, day in (("jabal", JABAL, "2024-04-03"), ("sahil", SAHIL, "2024-04-05")):
        (folder / f"{name}.txt").write_text(text, "utf-8")
        said("read", folder / f"{name}.txt", "--published", day, "--record", folder / "war.waqai")
    return folder / "war.waqai"


def test_the_strikes_that_both_reports_recall_are_one_incident(record: Path) -> None:
    strikes = [line for line in said("incidents", "--record", record).splitlines() if "us_forces" in line]
    assert len(strikes) == 1
    assert strikes[0].split("us_forces")[1].split()[1] == "2"
    assert "الحديدة" in strikes[0]


def test_both_answers_are_in_its_chain_with_the_words_that_say_so(record: Path) -> None:
    chains = said("chains", "--record", record)
    assert chains.count("answers WQ-") == 2
    assert chains.count("«ردا على»") == 2


def test_stated_totals_stand_against_the_record_with_their_place_and_period(record: Path) -> None:
    totals = said("totals", "--record", record)
    assert "states 2, the record holds 2: attack, مطار عتق, 2024-04-01 to 2024-04-03" in totals
    assert "states about 30, the record holds" in totals
    assert "attack, اليمن, 2024-01-01 to 2024-04-05" in totals
