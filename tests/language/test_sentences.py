from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.language.fold import fold
from waqai.language.sentences import sentences


def _split(marked: str) -> tuple[list[str], list[str]]:
    """The sentences found, and those that the text shows by «|»."""
    folded = fold(marked.replace("|", ""))
    found = [folded.quote(start, end) for start, end in sentences(folded.text)]
    return found, [piece.strip() for piece in marked.split("|")]


@pytest.mark.parametrize(
    "marked",
    [
        # full stops, questions, calls, semicolons
        "قصفت المدفعية القرية.| وأصيب ثلاثة.| ولم يعلق الجيش.",
        "من قصف القرية؟| لا أحد يعرف!| وبقي السؤال.",
        "تجدد القصف فجرا؛| إذ سقطت أربع قذائف.",
        "لماذا الآن؟!| سأل أحدهم.",
        # titles and initials
        "قال د. سالم الحداد إن المشفى قصف.| وأكد م. رامي ذلك.",
        "حضر أ.د. سالم ود. خالد إلى المشفى.| ثم غادرا.",
        "نقل التقرير (ص. 12) عن شهود.| ولم يسمهم.",
        "كتب ج. ر. سميث عن الحصار.| ونشر كتابه.",
        # agencies
        "نقلت أ.ف.ب عن مسؤول مقتل جندي.| وأكدت د.ب.أ الخبر.",
        "قال مسؤول لوكالة «أ ف ب» إن القصف توقف.| ثم عاد.",
        "بحسب وكالة «أ ف ب».| ولم تذكر الوكالة تفاصيل.",
        "بحسب ما نقلت أ ف ب.| ولم تذكر الوكالة تفاصيل.",
        "توقف القصف (أ.ف.ب).| ثم عاد.",
        # eras and dates
        "بنيت القلعة عام 300 ق.م. على تل مرتفع.| وهدمها القصف.",
        "في 12 رمضان 1445 هـ. الموافق 22 آذار سقطت قذيفة.| وجرح رجل.",
        "بدأ الحصار عام 2013م.| وانتهى بعد عامين.",
        "بدأ الحصار عام 2013 م.| وانتهى بعد عامين.",
        "وقع الهجوم في 29-10-2022.| وقتل فيه اثنان.",
        "وقع الهجوم في 29.10.2022 قرب الجسر.| وقتل فيه اثنان.",
        "كان ذلك عام 2015.| ولم يتكرر.",
        # numbers
        "سقطت القذيفة على بعد 3.5 كم.| ولم تنفجر.",
        "أصيب نحو 1.200 شخص، أي ٧٫٥ في المئة.| وتعافى أكثرهم.",
        "1. قصف على القرية.|\n2. هجوم على الجسر.",
        "أ. قصف على القرية.|\nب. هجوم على الجسر.",
        # ends of quotations
        "قال المتحدث: «قصفنا الموقع أمس ولم نخسر أحدا من رجالنا.»| وأضاف أن الهدوء عاد.",
        "قال المتحدث: «قصفنا الموقع أمس».| وأضاف أن الهدوء عاد.",
        "قال المتحدث: “قصفنا الموقع أمس.”| وأضاف أن الهدوء عاد.",
        'قال المتحدث: "قصفنا الموقع أمس".| وأضاف أن الهدوء عاد.',
        "قال المتحدث: «قصفنا الموقع أمس. »| وأضاف أن الهدوء عاد.",
        "قصف القرية (شرق الفرات).| وعاد الهدوء.",
        # inside short quotations and brackets
        "قال «قصفنا الموقع. لن نتوقف» ثم غادر.| وعاد الهدوء.",
        "سأل مراسلنا «متى ينتهي الحصار؟» ثم غادر القرية.| وعاد الهدوء.",
        "سأل مراسلنا «متى ينتهي الحصار؟»| وغادر القرية.",
        "قرية الجسر (قصفت أمس. وقبله) هادئة.| وعاد الهدوء.",
        # a long quotation has sentences of its own
        "قال: «قصفنا مواقع على ضفة النهر طوال الليل.| ثم تقدمت قواتنا نحو الجسر وسيطرت عليه بعد قتال عنيف».",
        # pauses
        "قصف على القرية..| ومقتل اثنين.| وعاد الهدوء.",
        "قتيلان في بليدا...| و«الحزب» يقصف ثكنة.",
        "كنا ننتظر... ثم سقطت القذيفة.| وعاد الهدوء.",
        "كنا ننتظر… ثم سقطت القذيفة.| وعاد الهدوء.",
        "قال: «كنا ننتظر طويلا تحت القصف...»| وعاد الهدوء.",
        # lines
        "قصف عنيف على القرية|\nقصفت المدفعية القرية أمس.| وأصيب ثلاثة.",
        "قصف عنيف على القرية|\r\n\r\n  القرية – مراسلنا|\r\nقصفت القرية.",
        "كنا ننتظر...|\nسقطت القذيفة",
        # a blank was forgotten
        "انتهى القصف على القرية.وقال شهود إن اثنين قتلا.".replace(".و", ".|و"),
        "قال «انتهى القصف».|وأضاف أن اثنين قتلا.",
        "نشر البيان على waqai.example.org أمس.| ثم حذف.",
        # vocalised
        "قُصِفَتِ القريةُ فجرَ الأحدِ.| وأُصيبَ ثلاثةُ مدنيّينَ بجروحٍ.| ولم يُعلَن عن قتلى",
        "قال د. سالمٌ إنّ المشفى قُصِفَ بـ3 قذائفَ.| ثمّ سادَ الهدوءُ.",
    ],
)
def test_sentences(marked: str) -> None:
    found, expected = _split(marked)
    assert found == expected


def test_lines_without_words_are_no_sentences() -> None:
    text = "قصف القريه\n***\n- -\n\n \n. . .\nعاد الهدوء"
    assert [text[start:end] for start, end in sentences(text)] == ["قصف القريه", "عاد الهدوء"]


@given(st.text(st.characters()) | st.text(st.sampled_from('ابدو ..؟!؛…«»"()\n1٥م')))
def test_every_letter_is_in_one_sentence(text: str) -> None:
    end = 0
    for start, stop in sentences(text):
        assert end <= start < stop
        assert not any(map(str.isalnum, text[end:start]))
        assert "\n" not in text[start:stop]
        assert text[start:stop] == text[start:stop].strip()
        end = stop
    assert not any(map(str.isalnum, text[end:]))


@pytest.mark.parametrize("piece", [".", "«", "»", '"', "(", "«د. ", "ا. ", " ", "قصف «قريه. » ", '. "', "1."])
def test_long_lines_cost_no_more_than_short_ones(piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        started = time.process_time()
        sentences(text)
        return time.process_time() - started

    cost(1000)
    assert cost(400_000) < 40 * cost(40_000) + 0.5, "ten times the text took a hundred times the work"
