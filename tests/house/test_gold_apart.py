"""Gold reports are for measuring: no sentence of theirs is in the code, the tests or the samples.

A run of 40 characters that a project file shares with a gold report is a copied sentence, unless it is a name
shorter than 60: a formula that three reports print (an office in full), or a line of reference/.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path

import pytest

from tests.house.tree import ROOT, SHARED

RUN = 40
BLOCK = 20  # every run of 40 holds a whole block of 20 that begins at a multiple of 20
NAME_RUN, NAME_REPORTS = 60, 3
KINDS = {".py", ".yaml", ".yml", ".csv", ".json", ".jsonl", ".txt", ".html", ".md", ".xml"}
MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
ARABIC = re.compile("[\u0621-\u064a]")


def plain(text: str) -> str:
    """The text without marks, escapes and differences of white space."""
    text = ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return " ".join(MARKS.sub("", unicodedata.normalize("NFC", text)).split())


class Gold:
    """Gold reports, indexed so that any run of 40 characters of theirs is found."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = [plain(text) for text in texts]
        self.blocks: dict[str, list[tuple[int, int]]] = {}
        for number, text in enumerate(self.texts):
            for start in range(0, len(text) - BLOCK + 1, BLOCK):
                self.blocks.setdefault(text[start : start + BLOCK], []).append((number, start))

    def copies(self, text: str, *, names: bool = False) -> Iterator[str]:
        """The runs of `text` that are copied from a gold report; `names`: the text lists names."""
        text, done = plain(text), 0
        for start in range(len(text) - BLOCK + 1):
            if start < done:
                continue
            for number, at in self.blocks.get(text[start : start + BLOCK], ()):
                first, last = self._widest(text, start, self.texts[number], at)
                run = text[first:last].strip()
                if len(run) >= RUN and ARABIC.search(run) and not self._is_name(run, names=names):
                    done = last
                    yield run
                    break

    def _is_name(self, run: str, *, names: bool) -> bool:
        if len(run) >= NAME_RUN:
            return False
        return names or sum(run in text for text in self.texts) >= NAME_REPORTS

    @staticmethod
    def _widest(left: str, start: int, right: str, at: int) -> tuple[int, int]:
        """The widest stretch of `left` around `start` that stands in `right` around `at` too."""
        back = 0
        while start > back < at and left[start - back - 1] == right[at - back - 1]:
            back += 1
        after = zip(left[start:], right[at:], strict=False)
        same = takewhile(lambda pair: pair[0] == pair[1], after)
        return start - back, start + sum(1 for _ in same)


def copied(roots: Iterable[Path], gold: Gold) -> list[str]:
    """Each file below `roots` that copies gold, with what it copies."""
    files = (path for root in roots for path in sorted(root.rglob("*")) if path.suffix in KINDS)
    return [
        f"{path}: {run}"
        for path in files
        for run in gold.copies(path.read_text("utf-8", "replace"), names="reference" in path.parts)
    ]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the gold reports (../shared/gold) are not on this machine")
def test_no_sentence_of_gold_is_in_the_project() -> None:
    reports = sorted((SHARED / "gold").glob("*/reports/*"))
    assert reports, "../shared/gold holds no reports"
    gold = Gold(path.read_text("utf-8", "replace") for path in reports)
    assert copied([ROOT / "src", ROOT / "tests", ROOT / "examples"], gold) == []


SENTENCE = "وقف العصفور الصغير على غصن الشجرة العالية قرب النافذة وغنى طويلاً قبل أن يطير نحو الحقول البعيدة"
OTHER = "جلس الجد العجوز أمام باب البيت القديم يروي لأحفاده حكايات البحر والسفن والأسماك الكبيرة الملونة"
OFFICE = "الهيئة العامة لرعاية عصافير الحدائق والبساتين"


@pytest.mark.parametrize(
    "text",
    [
        f"x = '{SENTENCE}'",
        "نص آخر. " + SENTENCE[15:60] + " ثم شيء آخر",
        SENTENCE.replace("العصفور", "العُصْفُورُ").replace(" ", "\n  "),
        SENTENCE.encode("ascii", "backslashreplace").decode("ascii"),
    ],
    ids=["whole", "part", "respelled", "escaped"],
)
def test_a_copied_sentence_is_found(text: str, tmp_path: Path) -> None:
    (tmp_path / "copy.py").write_text(text, "utf-8")
    assert len(copied([tmp_path], Gold([OTHER, SENTENCE]))) == 1


def test_a_name_of_the_reference_is_no_copy_but_a_sentence_there_is(tmp_path: Path) -> None:
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "actors.yaml").write_text(f"- {OFFICE}\n- {SENTENCE}\n", "utf-8")
    assert len(copied([tmp_path], Gold([SENTENCE, OFFICE]))) == 1


def test_words_in_common_and_formulas_are_no_copies(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text(SENTENCE[:30] + "\n" + SENTENCE[50:80] + "\n" + OFFICE, "utf-8")
    gold = Gold([SENTENCE, *(f"{word} {OFFICE} {word}" for word in ("قالت", "أعلنت", "ذكرت"))])
    assert copied([tmp_path], gold) == []
    assert len(copied([tmp_path], Gold([OFFICE]))) == 1
