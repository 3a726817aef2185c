"""What of a page is set aside: lists of other articles, links, teasers; and what is not."""

from __future__ import annotations

from waqai.reports.furniture import furniture, without

LEDE = "قالت مصادر محلية إن قذيفتين سقطتا فجر اليوم على حي سكني في أطراف المدينة وأصابتا منزلين من دون ضحايا."
MORE = "وأضافت المصادر أن فرق الإطفاء وصلت إلى المكان بعد نصف ساعة وأخمدت حريقا اندلع في المنزل الأول."
HEADLINES = ["مقتل شرطي في هجوم على حاجز غرب المدينة", "انفجار في سوق الخضار القديم", "أسعار الصرف اليوم الأحد"]


def aside(*lines: str) -> list[str]:
    text = "\n".join(lines)
    return [text[start:end] for start, end, _ in furniture(text)]


def test_headlines_under_the_last_sentence_are_other_articles() -> None:
    assert aside(LEDE, MORE, *HEADLINES) == HEADLINES


def test_two_lines_without_a_full_stop_may_be_the_report() -> None:
    assert aside(LEDE, MORE, *HEADLINES[:2]) == []


def test_a_short_last_sentence_is_told() -> None:
    last = "وسقطت قذيفة ثالثة في أرض زراعية."
    assert aside(LEDE, MORE, last, *HEADLINES) == HEADLINES


def test_a_link_inside_the_text_opens_no_list() -> None:
    link = "قد يهمك: عودة التيار الكهربائي إلى أحياء المدينة بعد انقطاع"
    assert aside(LEDE, link, MORE) == [link]


def test_a_heading_opens_a_list_of_long_headlines_too() -> None:
    long = "إصابة ثلاثة أطفال بجروح متفاوتة جراء انفجار جسم من مخلفات الحرب في أرض زراعية شرق البلدة في 3-2-2021"
    assert aside(LEDE, MORE, "أخبار ذات صلة", long) == ["أخبار ذات صلة", long]


def test_a_report_that_never_writes_full_stops_is_read() -> None:
    lines = [line.removesuffix(".") for line in (LEDE, MORE, LEDE.replace("قذيفتين", "صاروخين"))]
    assert aside(*lines, *HEADLINES) == []


def test_what_is_set_aside_is_blank_and_all_offsets_stay() -> None:
    text = "\n".join([LEDE, MORE, *HEADLINES])
    bare = without(text, furniture(text))
    assert len(bare) == len(text)
    assert HEADLINES[0] not in bare
    assert bare.startswith(LEDE)


def test_a_quotation_pulled_from_the_text_is_not_read_twice() -> None:
    pulled = "مصادر محلية قالت إن قذيفتين سقطتا فجر اليوم على حي سكني في أطراف المدينة"
    assert aside(MORE, pulled, LEDE) == [pulled]


def test_a_line_that_says_something_else_is_told() -> None:
    other = "قالت مصادر محلية إن قذيفتين سقطتا مساء أمس على مدرسة ومستشفى في وسط البلدة القديمة"
    assert aside(MORE, other, LEDE) == []


def test_the_headline_stays() -> None:
    title = "قذيفتين سقطتا فجر اليوم على حي سكني في أطراف المدينة"
    assert aside(title, LEDE, MORE) == []


def test_a_link_to_the_report_behind_its_last_sentence_is_set_aside() -> None:
    link = "رابط الخبر بصحيفة النهار: قصف على مدينة الحديدة"
    assert aside(LEDE + " " + link) == [link]
    assert aside(LEDE + " وتربط طريق رابط بين المدينتين.") == []
