"""What pages and texts say of themselves: taken where it is meant, never invented."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.reports import made
from tests.reports.made import BODY, FIRST, SECOND, TITLE
from waqai.reports.facts.addresses import canonical
from waqai.reports.facts.credit_lines import of_lines
from waqai.reports.facts.instants import instant
from waqai.reports.forms.pages import page
from waqai.reports.model import Metadata
from waqai.reports.texts import Found

LD = """<script type="application/ld+json">{"@graph": [
{"@type": "WebSite", "datePublished": "2011-01-01"},
{"@type": "NewsArticle", "headline": "TITLE", "datePublished": "2025-03-12T23:30:00+03:00",
"author": [{"name": "سامر علي"}], "publisher": {"@type": "Organization", "name": "المدار"},
"url": "https://almadar.example/a?id=3&utm_source=x#top"}]}</script>"""


def at(written: str) -> Metadata:
    time = datetime.fromisoformat(written)
    return Metadata(published=time.date(), time=time)


def facts(head: str, body: str = "") -> Metadata:
    return page(made.page(body, head), "https://almadar.example/here", Found("")).known


def test_json_ld_is_read_with_its_zone() -> None:
    known = facts(LD)
    assert (known.outlet, known.byline) == ("المدار", "سامر علي")
    assert known.url == "https://almadar.example/a?id=3"
    assert known.published == date(2025, 3, 12)
    assert known.time == datetime.fromisoformat("2025-03-12T23:30:00+03:00")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2022-01-06T08:00:00+02:00">', date(2022, 1, 6)),
        ('<meta name="DC.date.issued" content="2022-01-06">', date(2022, 1, 6)),
        ('<meta itemprop="datePublished" content="6 كانون الثاني 2022">', date(2022, 1, 6)),
        ('<meta name="date" content="soon">', None),
        ('<meta property="article:modified_time" content="2022-01-06">', None),
        ('<script type="application/ld+json">{"@type": "WebPage", "datePublished": "2011-01-01"}</script>', None),
        ('<script type="application/ld+json">{broken</script>', None),
        ("", None),  # the footer's © 2023 is no date
    ],
)
def test_a_day_is_taken_where_it_is_meant(head: str, day: date | None) -> None:
    assert facts(head).published == day


def test_a_marked_time_and_a_canonical_link_count() -> None:
    known = facts(
        '<link rel="canonical" href="/a/1">', f'<time pubdate datetime="2022-01-06T08:00Z">x</time><p>{FIRST}</p>'
    )
    assert (known.url, known.published) == ("https://almadar.example/a/1", date(2022, 1, 6))


@pytest.mark.parametrize(
    "teaser",
    [
        "<p>اقرأ أيضاً: <a href=/2>مقتل 30 جندياً في هجوم على حافلة قرب المدينة</a></p>",
        "<p><strong>اقرأ المزيد:</strong> <a href=/2>مقتل 30 جندياً في هجوم على حافلة</a></p>",
        "<div class=related><h3>مواضيع ذات صلة</h3><ul><li><a href=/2>مقتل 30 جندياً في هجوم</a></li></ul></div>",
        "<p>شاهد أيضاً | <a href=/2>مقتل 30 جندياً بانفجار عبوة</a></p>",
        "<a href=/2>إقرأ أيضا: مقتل 30 جندياً</a>",
    ],
)
def test_headlines_of_other_articles_are_not_read(teaser: str) -> None:
    text = page(made.page(f"<p>{FIRST}</p>{teaser}<p>{SECOND}</p>"), None, Found("")).text
    assert text.split() == f"{TITLE} {BODY}".split()


@pytest.mark.parametrize("control", ["\0", "\v", "\f", "\u2028", "\x85", "\x1f"])
def test_controls_part_words(control: str) -> None:
    text = page(made.page(f"<p>{FIRST} قتل{control}خمسة مدنيين. {SECOND}</p>"), None, Found("")).text
    assert "قتل خمسة مدنيين" in text


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 400 + f"<p>{FIRST}</p><p>{SECOND}</p>" + "</div>" * 400,
        f"<p>{FIRST}</p>" + "<p>x</p>" * 30_000 + f"<p>{SECOND}</p>",
        f"<p>{FIRST}</p>" * 40 + f"<p>{SECOND}</p>",
        f"<p>{FIRST}</p><p>{SECOND}<p><b><i><p",
        f"<!-- never closed <p>{FIRST}</p><script>x<p>{SECOND}</p>",
        f"<table><tr><td>{FIRST}</td></tr><tr><td>{SECOND}</td></tr></table>",
        f"{FIRST}<br><br>{SECOND}<br>",
    ],
    ids=["deep", "many", "repeated", "cut", "unclosed", "table", "br"],
)
def test_strange_markup_loses_no_text(markup: str) -> None:
    text = page(f"<html><body>{markup}", None, Found("")).text
    assert FIRST in text
    assert SECOND in text


def test_repeated_paragraphs_all_stay() -> None:
    text = page(made.page(f"<p>{FIRST}</p>" * 40), None, Found("")).text
    assert text.count(FIRST) == 40


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("الخميس 8 يوليو/تموز 2021 - 13:38", at("2021-07-08 13:38")),
        ("دمشق - ٢٠٢١/٠٧/٠٨", Metadata(published=date(2021, 7, 8))),
        ("تاريخ النشر: 24 آذار 2023", Metadata(published=date(2023, 3, 24))),
        ("نشر في 5 كانون الثاني 2022 | 9:05 م", at("2022-01-05 21:05")),
        ("8 جويلية 2021", Metadata(published=date(2021, 7, 8))),
        ("انفجار سوق القرية في 8 تموز 2021", Metadata()),
        ("سقط ثلاثة قتلى في 11/07/2021", Metadata()),
        ("© 2023", Metadata()),
        ("31/02/2021", Metadata()),
        ("كتب: سامر علي", Metadata(byline="سامر علي")),
        ("المصدر: رويترز", Metadata(agencies=("رويترز",))),
        ("(أ.ف.ب، رويترز)", Metadata(agencies=("أ.ف.ب", "رويترز"))),
        ("الأناضول + وكالات", Metadata(agencies=("الأناضول", "وكالات"))),
        ("بيروت (أ ف ب) - قال مصدر إن الوضع هادئ", Metadata(agencies=("أ ف ب",))),
        ("وقال لوكالة رويترز إن الوضع هادئ", Metadata()),
    ],
    ids=range(15),
)  # fmt: skip
def test_lines_of_their_own_are_understood(line: str, known: Metadata) -> None:
    assert of_lines(f"{TITLE}\n{line}\n{BODY}") == known


def test_the_day_of_an_update_counts_only_alone() -> None:
    assert of_lines("آخر تحديث: 9 تموز 2021\nنشر في 8 تموز 2021\n").published == date(2021, 7, 8)
    assert of_lines("آخر تحديث: 9 تموز 2021\n").published == date(2021, 7, 9)


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://A.example:443/x?utm_source=1&id=2#top", "https://a.example/x?id=2"),
        ("http://a.example", "http://a.example/"),
        ("https://a.example/خبر 1", "https://a.example/%D8%AE%D8%A8%D8%B1%201"),
        ("javascript:alert(1)", None),
        ("ftp://a.example/", None),
        ("https://[", None),
        ("https://a.example:99999/", None),
        ("", None),
        ("https://a.example/" + "x" * 3_000, None),
    ],
)
def test_an_address_is_one_for_one_article(address: str, wanted: str | None) -> None:
    assert canonical(address) == wanted


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2025-03-12T23:30:00.000Z", "2025-03-12T23:30:00+00:00"),
        ("2021-07-11T13:38:00+0300", "2021-07-11T13:38:00+03:00"),
        ("Thu, 06 Jan 2022 10:30:00 +0300", "2022-01-06T10:30:00+03:00"),
        ("الأحد، 11 يوليو (تموز) 2021 1:38 م", "2021-07-11T13:38:00"),
        ("20220106", None),
        ("0001-01-01T00:00:00Z", "no day"),
        ("9999-12-31", "no day"),
        ("2021-13-45", "no day"),
        ("1444 رمضان 12", "no day"),
    ],
)
def test_moments_are_read_as_written(written: str, wanted: str | None) -> None:
    found = instant(written)
    if wanted == "no day":
        assert found is None
    else:
        assert found is not None
        assert (found.time.isoformat() if found.time else None) == wanted
