"""Which place a name means, by what the report says around it; a doubt stays a doubt, with its reasons."""

from __future__ import annotations

import pytest

from waqai.claims.account import Teller, account
from waqai.claims.model import Where
from waqai.reading.read import read
from waqai.reference.places import load
from waqai.reports.model import Metadata, Report


def wheres(text: str) -> list[Where]:
    teller = Teller(read(text), None)
    return [w for n, d in enumerate(teller.drafts()) for w in teller.event(d, n).places if w.role == "site"]


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("قصف على قريتي حطلة والصالحية بريف دير الزور أسفر عن مقتل مدني", "sy-salihiyah"),
        ("قتل ثلاثة مدنيين في قصف على مدينة أريحا جنوبي إدلب", "sy-ariha"),
        ("أصيب فلسطينيان في اقتحام مدينة أريحا شرقي الضفة الغربية", "ps-jericho-city"),
        ("قتل مدنيان في غارة على حلب", "sy-aleppo-city"),
        ("قتل مدنيان في غارة على مدينة الرقة شمالي سوريا", "sy-raqqa-city"),
        ("سقطت ثلاثة صواريخ في حقل كونيكو بريف دير الزور", "sy-conoco-gas-plant"),
    ],
)
def test_the_words_around_choose(text: str, chosen: str) -> None:
    assert wheres(text)[-1].chosen == chosen


def test_a_choice_keeps_its_reasons() -> None:
    (where,) = wheres("قتل ثلاثة مدنيين في قصف على مدينة أريحا جنوبي إدلب")
    assert where.reasons
    assert where.area is None


def test_a_doubtful_name_keeps_its_candidates_and_what_holds_them() -> None:
    (where,) = wheres("قصف على قرية الصالحية بريف دير الزور أسفر عن مقتل مدني")
    assert where.chosen is None
    assert {"sy-salihiyah", "sy-salihiyah-dura-europos"} <= set(where.candidates)
    assert where.area == "sy-deir-ez-zor"
    assert load().by_id[where.area].kind == "governorate"
    assert where.precision == 4


def test_a_namesake_far_from_all_that_is_named_is_not_chosen() -> None:
    (where,) = wheres("استهدفت مسيرة تركية قرية الزيدية بريف الحسكة شمال شرقي سوريا، وطال القصف ريف القامشلي")[:1]
    assert where.chosen is None
    assert where.reasons


def test_what_the_text_puts_elsewhere_is_not_chosen() -> None:
    (where,) = wheres("قصف على بلدة خشام بريف اللاذقية أسفر عن مقتل مدني")
    assert where.chosen is None


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("سقطت قذائف في قرية الأسدية شمال بلدة أبو راسين بريف الحسكة دون خسائر", None),
        ("سقطت قذائف في قرية الأسدية غربي بلدة أبو راسين بريف الحسكة دون خسائر", "sy-asadiyah-hasakah"),
        ("سقطت قذائف في قرية الأسدية قرب بلدة أبو راسين بريف الحسكة دون خسائر", "sy-asadiyah-hasakah"),
    ],
)
def test_a_name_of_many_villages_is_not_chosen_on_another_side_than_the_text_says(
    text: str, chosen: str | None
) -> None:
    (where,) = wheres(text)
    assert where.chosen == chosen
    assert where.candidates[0] == "sy-asadiyah-hasakah"
    assert chosen or (where.area, where.precision) == ("sy-hasakah", 3)


def test_the_country_of_the_outlet_decides_where_the_report_names_nothing_else() -> None:
    text = "أصيب ثلاثة مدنيين في انفجار داخل مدينة أريحا."
    chosen = {
        outlet: account(Report("0" * 64, "r", text, Metadata(outlet=outlet))).events[0].places[0].chosen
        for outlet in ("عنب بلدي", "وكالة وفا", None)
    }
    assert chosen == {"عنب بلدي": "sy-ariha", "وكالة وفا": "ps-jericho-city", None: None}
