"""Whose words a stretch of a report are, what is taken which stance on, and whether a told act happened."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.claims.factuality import status
from waqai.claims.voices import Attribution, Voices, voices
from waqai.reading.read import Text, read
from waqai.reports.model import Metadata, Report

Heard = tuple[str, str, str]


def at(text: Text, word: str, heard: Voices | None = None) -> tuple[Attribution, ...]:
    """The attributions over the first place where the word stands."""
    start = text.folded.index(text.folded.original.index(word))
    return (heard or voices(text)).at(start, start + len(word))


def heard(report: str, word: str) -> set[Heard]:
    """Speaker, stance and what it is about, for what is said at the word."""
    text = read(report)
    quote = text.folded.quote
    return {(quote(one.speaker.start, one.speaker.end), str(one.stance), one.about) for one in at(text, word)}


def canonical(report: str, word: str) -> set[str]:
    """The first and fullest names of who speaks at the word."""
    text = read(report)
    return {text.folded.quote(one.canonical.start, one.canonical.end) for one in at(text, word)}


OBSERVATORY = ("المرصد السوري", "asserts", "event")


@pytest.mark.parametrize(
    "report",
    [
        "قال المرصد السوري إن غارة دمرت المستودع.",
        "غارة دمرت المستودع، بحسب المرصد السوري.",
        "غارة دمرت المستودع، حسبما أفاد المرصد السوري.",
        "المرصد السوري: غارة دمرت المستودع.",
        "«غارة دمرت المستودع»، قال المرصد السوري.",
        "بحسب المرصد السوري فإن غارة دمرت المستودع.",
    ],
)
def test_what_is_said_is_governed_wherever_the_speaker_stands(report: str) -> None:
    assert heard(report, "غارة") == {OBSERVATORY}


def test_a_plain_sentence_after_a_quoted_one_is_the_outlets_own() -> None:
    assert heard("قال المرصد السوري إن جسرا انهار. وفي حلب أصابت قذيفة منزلا.", "قذيفة") == set()


def test_a_sentence_before_any_speaker_is_the_outlets_own() -> None:
    assert heard("أصابت قذيفة منزلا. وقال المرصد السوري إن جسرا انهار.", "قذيفة") == set()


@pytest.mark.parametrize("verb", ["وأضاف أن", "وتابع أن", "وأوضح أن", "وقال إن", "وأشار إلى أن"])
def test_continued_speech_has_the_speaker_before_it(verb: str) -> None:
    assert heard(f"قال المرصد السوري إن جسرا انهار. {verb} قذيفة أصابت منزلا.", "قذيفة") == {OBSERVATORY}


def test_an_open_quotation_goes_on_over_its_sentences() -> None:
    report = "قال المرصد السوري: «انهار جسر في المدينة القديمة منذ الصباح. وأصابت قذيفة منزلا في الحي.»"
    assert heard(report, "قذيفة") == {OBSERVATORY}


def test_the_next_speaker_ends_the_first_ones_speech() -> None:
    report = "قال المرصد السوري إن جسرا انهار، فيما قال مصدر طبي إن قذيفة أصابت منزلا."
    assert heard(report, "قذيفة") == {("مصدر طبي", "asserts", "event")}
    assert heard(report, "جسرا") == {OBSERVATORY}


def test_two_afterthoughts_share_a_sentence() -> None:
    report = "انهار جسر بحسب المرصد السوري، وأصابت قذيفة منزلا بحسب مصدر طبي."
    assert heard(report, "جسر") == {OBSERVATORY}
    assert heard(report, "قذيفة") == {("مصدر طبي", "asserts", "event")}


def test_an_outlets_correspondent_is_its_own_voice() -> None:
    assert heard("أفاد مراسلنا بأن قذيفة أصابت منزلا.", "قذيفة") == set()
    report = "قال المرصد السوري إن جسرا انهار. وقال مراسل القناة إن قذيفة أصابت منزلا."
    assert heard(report, "قذيفة") == set()


def test_a_channel_is_no_source_and_an_agency_quoted_is() -> None:
    assert heard("قال مصدر طبي لوكالة رويترز إن قذيفة أصابت منزلا.", "قذيفة") == {("مصدر طبي", "asserts", "event")}
    assert heard("أصابت قذيفة منزلا، نقلا عن وكالة رويترز.", "قذيفة") == {("وكالة رويترز", "asserts", "event")}


def test_a_chain_gives_whom_the_agency_quotes() -> None:
    found = heard("نقلت رويترز عن مسؤول محلي أن قذيفة أصابت منزلا.", "قذيفة")
    assert {speaker for speaker, _, _ in found} == {"مسؤول محلي"}
    said = read("نقلت رويترز عن مسؤول محلي أن قذيفة أصابت منزلا.").chart.kinds["attribution"]
    assert any((channel := one.part("channel")) is not None and channel.value == "reuters" for one in said)


def test_who_accuses_asserts_the_act_and_suspects_the_author() -> None:
    assert heard("اتهم المرصد السوري مجموعات موالية بشن الهجوم.", "الهجوم") == {
        OBSERVATORY,
        ("المرصد السوري", "suspects", "author"),
    }


def test_a_guess_at_the_author_is_a_suspicion() -> None:
    found = heard("رجح المرصد السوري أن تكون مجموعات موالية وراء الهجوم.", "الهجوم")
    assert ("المرصد السوري", "suspects", "author") in found


def test_a_guess_at_the_act_is_a_suspicion_of_it() -> None:
    found = heard("رجح المرصد السوري مقتل قيادي في الغارة.", "قيادي")
    assert ("المرصد السوري", "suspects", "event") in found


@pytest.mark.parametrize(
    "report",
    [
        "تبنى تنظيم داعش الهجوم على المقر.",
        "أعلن تنظيم داعش مسؤوليته عن الهجوم على المقر.",
        "وقع الهجوم الذي تبناه تنظيم داعش.",
    ],
)
def test_a_claim_of_responsibility_covers_act_and_author(report: str) -> None:
    assert heard(report, "الهجوم") == {
        ("تنظيم داعش", "claims_responsibility", "event"),
        ("تنظيم داعش", "claims_responsibility", "author"),
    }


def test_that_nobody_claimed_it_is_no_claim() -> None:
    assert heard("لم تعلن أي جهة مسؤوليتها عن الهجوم.", "الهجوم") == set()


@pytest.mark.parametrize(
    ("report", "about"),
    [
        ("نفى الجيش استهداف المدرسة.", "author"),
        ("نفى الجيش أي علاقة له بتفجير المدرسة.", "author"),
        ("نفى الجيش وقوع غارة على المدرسة.", "event"),
        ("نفى الجيش حصيلة القتلى في المدرسة.", "figure"),
        ("قال الجيش إنه لا صحة للأنباء عن قصف المدرسة.", "event"),
    ],
)
def test_a_denial_says_what_is_denied(report: str, about: str) -> None:
    assert heard(report, "المدرسة") == {("الجيش", "denies", about)}


def test_who_condemns_is_no_source() -> None:
    assert heard("نددت الحكومة بالهجوم على السوق.", "السوق") == set()


def test_a_family_name_leads_back_to_the_full_name() -> None:
    report = "قال المتحدث باسم الوزارة سامر الديري إن جسرا انهار. وقال الديري إن قذيفة أصابت منزلا."
    assert canonical(report, "قذيفة") == {"المتحدث باسم الوزارة سامر الديري"}


def test_the_source_leads_back_to_the_last_one_so_called() -> None:
    report = "قال مصدر طبي إن جسرا انهار. وقال مصدر أمني إن النيران أخمدت. وأضاف المصدر أن قذيفة أصابت منزلا."
    assert canonical(report, "قذيفة") == {"مصدر أمني"}


def test_the_statement_is_whose_it_is() -> None:
    report = "قالت وزارة الدفاع في بيان إن جسرا انهار. وذكر البيان أن قذيفة أصابت منزلا."
    assert canonical(report, "قذيفة") == {"وزارة الدفاع"}


def test_a_doubt_of_nobody_in_particular_is_a_hedge() -> None:
    text = read("سقطت قذيفة يرجح أنها للجيش، وأصيب طفل.")
    found = voices(text)
    start = text.folded.text.index("للجيش")
    assert found.at(start, start + 5) == ()
    assert found.hedge_at(start, start + 5) is not None
    assert found.hedge_at(len(text.folded.text) - 4, len(text.folded.text)) is None


def test_a_text_without_speakers_has_no_voices() -> None:
    assert voices(read("")).scopes == ()
    assert voices(read("سقطت قذيفة على السوق.")).scopes == ()


def told(report: str, word: str) -> str:
    """The status of the first act that begins with the word."""
    text = read(report)
    start = text.folded.index(text.folded.original.index(word))
    return next(status(text, act) for act in text.chart.kinds["act"] if act.start >= start)


@pytest.mark.parametrize(
    ("report", "word", "expected"),
    [
        ("قصفت الطائرات البلدة", "قصفت", "happened"),
        ("لم تقصف الطائرات البلدة", "تقصف", "negated"),
        ("مر اليوم دون وقوع اشتباكات", "اشتباكات", "negated"),
        ("لم يقع أي انفجار في المدينة", "انفجار", "negated"),
        ("لم تتبن أي جهة الهجوم على السوق", "الهجوم", "happened"),
        ("لم يستهدف القصف سوى المستودع", "القصف", "happened"),
        ("منعت الشرطة وقوع هجوم على المبنى", "هجوم", "prevented"),
        ("يخطط التنظيم لشن هجوم على المطار", "هجوم", "planned"),
        ("ستقصف الطائرات البلدة", "تقصف", "planned"),
        ("سيشن الجيش هجوما على التلة", "هجوما", "planned"),
        ("توعد القائد بشن هجمات على القواعد", "هجمات", "threatened"),
        ("توعد القائد بالرد على قصف المخيم", "قصف", "happened"),
        ("طالب النواب بوقف القصف على المدينة", "القصف", "happened"),
        ("إذا قصفت الطائرات البلدة ينزح السكان", "قصفت", "conditional"),
        ("يستعد السكان خوفا من هجوم محتمل", "هجوم", "threatened"),
        ("الحديث عن هجوم وشيك على البلدة", "هجوم", "conditional"),
        ("قصفت المدفعية أهدافا خلال مناورات بحرية", "قصفت", "exercise"),
        ("أحيت البلدة ذكرى قصف المدرسة", "قصف", "anniversary"),
        ("يقصف الجيش التلال بين الحين والآخر", "يقصف", "recurring"),
        ("نفى الجيش قصف المدرسة", "قصف", "denied"),
        ("محاولة تفجير الجسر فشلت", "تفجير", "happened"),
    ],
)
def test_the_nearest_cue_that_governs_an_act_decides(report: str, word: str, expected: str) -> None:
    assert told(report, word) == expected


def sourced(report: str) -> list[tuple[str, str]]:
    """The sources of the report's first event, with their stance."""
    told = account(Report("0" * 64, "voices", report, Metadata(published=date(2021, 7, 14))))
    return [(voice.words.text, str(voice.stance)) for voice in told.events[0].voices]


@pytest.mark.parametrize(
    ("report", "sources"),
    [
        (
            "قال مصدر أمني عراقي إن قذيفة سقطت على سوق في بعقوبة. وأضاف مصدر أمني أن القذيفة سقطت ظهرا.",
            [("مصدر أمني عراقي", "asserts")],
        ),
        ("سقطت قذيفة على سوق في بعقوبة، وفق حصيلة أولية.", []),
        ("العراق: سقطت قذيفة على سوق في بعقوبة.", []),
        ("نقلت رويترز عن ضابط عراقي أن قذيفة سقطت على سوق في بعقوبة.", [("ضابط عراقي", "asserts")]),
        ("سقطت قذيفة على سوق في بعقوبة. وفقا لوكالة رويترز.", [("وكالة رويترز", "asserts")]),
        (
            "قال مسؤول كردي إن قذيفة سقطت على سوق في بعقوبة. وقال سامي العبدو، مسؤول الإعلام، إن القذيفة سقطت فجرا.",
            [("سامي العبدو", "asserts")],
        ),
        ("أفادت مصادر بخرق الهدنة. فقد سقطت قذيفة على سوق في بعقوبة.", [("مصادر", "asserts")]),
    ],
)
def test_the_sources_of_an_event(report: str, sources: list[tuple[str, str]]) -> None:
    assert sourced(report) == sources


def test_what_stands_between_two_sentences_of_a_statement_is_the_statement_s() -> None:
    report = "قال المرصد السوري إن جسرا انهار. كما أصابت قذيفة منزلا في الحي. وأضاف المرصد أن الأهالي نزحوا."
    assert canonical(report, "قذيفة") == {"المرصد السوري"}


def test_who_recalls_the_act_that_is_answered_is_no_source_of_it() -> None:
    report = "قالت الحركة إن قصف الثكنة رد على الهجوم الذي استهدف سوقا في بعقوبة الأحد."
    told = account(Report("0" * 64, "voices", report, Metadata(published=date(2021, 7, 14))))
    answered = [event for event in told.events if "سوق" in " ".join(p.words.text for p in event.targets)]
    assert all(voice.words.text != "الحركة" for event in answered for voice in event.voices)


@pytest.mark.parametrize(
    ("report", "word", "expected"),
    [
        (
            "قصفت المدفعية قرية قرب عفرين. ونقلت الوكالة عن مسؤول نفيه أن القصف استهدف مدنيين.",
            "القصف",
            {("مسؤول", "denies", "event")},
        ),
        (
            "قصفت المدفعية قرية قرب عفرين. ونقلت الوكالة عن مسؤول قوله إن القصف استهدف معسكرا.",
            "القصف",
            {("مسؤول", "asserts", "event")},
        ),
    ],
)
def test_a_denial_that_is_passed_on(report: str, word: str, expected: set[Heard]) -> None:
    assert heard(report, word) == expected


def test_whoever_passes_on_a_denial_after_speaking_denies_too() -> None:
    report = "ذكر التلفزيون أن الغارة لم توقع قتلى، ونقل عن مصادر محلية نفيها أن القصف استهدف معسكرا."
    assert {stance for _, stance, _ in heard(report, "القصف")} == {"denies"}
    assert len(heard(report, "القصف")) == 2


def test_an_accusation_in_a_relative_clause_reaches_its_own_act() -> None:
    report = "قصف الجيش مواقع لفصائل عراقية، تتهمها واشنطن بتنفيذ هجوم على السفارة."
    assert heard(report, "قصف") == set()
    assert {speaker for speaker, _, _ in heard(report, "هجوم")} == {"واشنطن"}


def test_an_accusation_ends_where_its_time_is_told() -> None:
    report = "اتهم المرصد السوري فصائل عراقية بقصف الحقل، بعد يومين من غارة على بلدة القائم."
    assert {speaker for speaker, _, _ in heard(report, "قصف")} == {"المرصد السوري"}
    assert heard(report, "غارة") == set()
