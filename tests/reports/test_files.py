"""Files to reports: each is read or set aside with its reason; names are distinct; bytes are kept."""

from __future__ import annotations

import hashlib
import itertools
import os
from pathlib import Path

import pytest

from tests.reports.test_decoding import TEXT, UNVOCALISED
from waqai.reports.files import Source, find, read_file
from waqai.reports.intake import SetAsideError
from waqai.reports.texts import MAX_BYTES, MAX_CHARACTERS

ENGLISH = b"Three rockets fell near the village last night, residents said. Nobody was hurt in the attack."
PERSIAN = (
    "به گزارش خبرگزاری، سه راکت شب گذشته به نزدیکی این روستا برخورد کرد و کسی آسیب ندید. "
    "مقام‌های محلی گفتند که آتش‌سوزی در مزرعه مهار شده است و چند خانه نیز آسیب دیده بود."
)
URDU = (
    "مقامی لوگوں کا کہنا ہے کہ گزشتہ رات گاؤں کے قریب تین راکٹ گرے اور کوئی زخمی نہیں ہوا، "
    "پولیس نے بھی اس کی تصدیق کی ہے۔"
)
KURDISH = (
    "دوێنێ شەو سێ مووشەک لە نزیک گوندەکە کەوتنە خوارەوە و کەس بریندار نەبوو، بەرپرسان ڕایانگەیاند کە لێکۆڵینەوە دەکەن."
)

PASHTO = (
    "د سيمې چارواکي وايي چې تېره شپه درې توغندي د کلي څنډو ته لګېدلي او هيچا ته زيان نه دی اوښتی، خو يو کور ړنګ شوی دی."
)
UYGHUR = (
    "يەرلىك ئەمەلدارلار ئۆتكەن كېچە ئۈچ راكېتانىڭ يېزا ئەتراپىغا چۈشكەنلىكىنى ۋە ھېچكىمنىڭ يارىلانمىغانلىقىنى ئېيتتى."
)


def read(folder: Path, raw: bytes, name: str = "a.txt") -> str:
    """What becomes of the bytes: the note with which they are read, or the reason why not."""
    path = folder / name
    path.write_bytes(raw)
    try:
        return f"read {read_file(Source(path, path.stem)).note}".strip()
    except SetAsideError as reason:
        return str(reason)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (TEXT.encode(), "read"),
        (TEXT.encode("utf-8-sig"), "read"),
        (UNVOCALISED.encode("windows-1256"), "read decoded from windows-1256"),
        (TEXT.encode("utf-16"), "read decoded from utf-16"),
        (TEXT.encode()[:-2], "read 1 characters could not be decoded"),
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\ufeff \u00a0\n".encode(), "empty"),
        (bytes(range(256)) * 40, "binary"),
        (ENGLISH, "no Arabic letters"),
        (ENGLISH * 3 + "قال مصدر محلي أمس".encode(), "another language"),
        (PERSIAN.encode(), "Persian"),
        (URDU.encode(), "Urdu"),
        (KURDISH.encode(), "Kurdish"),
        (PASHTO.encode(), "Pashto"),
        (UYGHUR.encode(), "Uyghur"),
        ("خبر".encode(), "only 3 Arabic letters"),
        (("قصف " * (10_000_000 // 7)).encode(), "too long"),
        (("قصف " * (MAX_CHARACTERS // 4 + 1)).encode(), "split it"),
        (b"x" * (MAX_BYTES + 1), "too long"),
    ],
    ids=itertools.count(),
)
def test_every_file_has_its_line(raw: bytes, said: str, tmp_path: Path) -> None:
    assert said in read(tmp_path, raw)


def test_arabic_with_persian_names_and_letters_is_arabic(tmp_path: Path) -> None:
    typed = TEXT.replace("ي", "ی").replace("ك", "ک") + " وقال چيا گوران إن الوضع هادئ في قرية پردي."
    assert read(tmp_path, typed.encode()) == "read"


@pytest.mark.parametrize(("name", "said"), [("a.docx", "damaged"), ("a.xyz", "no kind of file")])
def test_what_a_name_claims_falsely_is_said(name: str, said: str, tmp_path: Path) -> None:
    assert said in read(tmp_path, b"PK\x03\x04 broken" if name == "a.docx" else TEXT.encode(), name)


def test_what_cannot_be_opened_is_set_aside(tmp_path: Path) -> None:
    with pytest.raises(SetAsideError, match="cannot be opened"):
        read_file(Source(tmp_path / "none.txt", "none"))
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(SetAsideError, match="not a file"):
        read_file(Source(tmp_path / "pipe.txt", "pipe"))


def test_the_bytes_are_kept_and_named_by_their_hash(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + TEXT.encode() + b"\r\n"
    (tmp_path / "a.txt").write_bytes(raw)
    arrival = read_file(Source(tmp_path / "a.txt", "a"))
    assert arrival.raw == raw
    assert arrival.report.id == hashlib.sha256(raw).hexdigest()
    assert (arrival.report.text, arrival.report.encoding) == (TEXT + "\r\n", "utf-8-sig")


def test_files_are_found_once_in_order_with_names_of_their_own(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "a/2.txt", "a/.hidden.txt", ".git/3.txt", "index.jsonl", "a/1.text"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = find([tmp_path, tmp_path / "a" / "2.txt"], leave_out=[tmp_path / "index.jsonl"])
    assert [source.name for source in found] == ["a/1", "a/1 (2)", "a/2", "b/2"]
    assert [source.name for source in find([tmp_path / "b"])] == ["2"]
    assert [source.path.name for source in find([tmp_path / "missing.txt"])] == ["missing.txt"]
