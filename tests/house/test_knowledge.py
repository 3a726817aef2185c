"""Knowledge files are lists to read and to diff: standard spelling, a word a line, no word twice."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml

from tests.house.tree import READING, topics
from waqai.language.fold import fold_word
from waqai.reading.knowledge import TOPICS
from waqai.reading.lexicon import words

TATWEEL = "\u0640"
LETTERS = frozenset(map(chr, range(0x0621, 0x064B))) - {TATWEEL} | frozenset("0123456789 ")


def is_presentation_form(letter: str) -> bool:
    """Whether the character is a drawn shape of a letter instead of the letter."""
    return "\ufb50" <= letter <= "\ufdff" or "\ufe70" <= letter <= "\ufefe"


def is_foreign_letter(letter: str) -> bool:
    """Whether it is a letter of Persian, Kurdish or Urdu that Arabic keyboards do not have."""
    return "\u0671" <= letter <= "\u06d3"


def faults(topic: Path) -> list[str]:
    """What in the knowledge files of a topic a reader of diffs would stumble over."""
    found = [fault for path in sorted(topic.glob("*.yaml")) for fault in text_faults(path)]
    lexicon = topic / "lexicon.yaml"
    if lexicon.exists():
        found += [*word_faults(lexicon), *style_faults(lexicon)]
    stated = lexicon.exists() or (topic / "frames.yaml").exists()
    if stated and not (topic / "examples.yaml").exists():
        found.append(f"{topic.name}: no examples.yaml: no example, no rule")
    return found


def text_faults(path: Path) -> Iterator[str]:
    """Lines that are not NFC, have strange letters, or are rules put to sleep in comments."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        where = f"{path.parent.name}/{path.name}:{number}"
        if not unicodedata.is_normalized("NFC", line):
            yield f"{where}: not NFC"
        if line.lstrip().startswith(("#- ", "# - ")):
            yield f"{where}: commented out; delete it, git remembers"
        if path.name == "examples.yaml":  # examples are spelled as newsrooms spell
            continue
        if any(is_presentation_form(letter) for letter in line):
            yield f"{where}: a presentation form; write the letter"
        if any(is_foreign_letter(letter) for letter in line):
            yield f"{where}: a letter that is not Arabic's; folding reads it, the lexicon does not list it"


def word_faults(path: Path) -> Iterator[str]:
    """Words of a lexicon that are not in plain letters."""
    for word in words(path):
        strange = sorted(set(word.spelling) - LETTERS)
        where = f"{path.parent.name}/{Path(word.where).name}: «{word.spelling}»"
        if strange:
            names = ", ".join(f"U+{ord(letter):04X}" for letter in strange)
            yield f"{where} has {names}: only Arabic letters, digits and spaces"
        if word.spelling != " ".join(word.spelling.split()):
            yield f"{where} has blanks too many"


def style_faults(path: Path) -> Iterator[str]:
    """Lists and maps on one line: editors and diffs scramble Arabic with commas."""
    waiting = [yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, yaml.CollectionNode):
            continue
        if node.flow_style:
            yield f"{path.parent.name}/{path.name}:{node.start_mark.line + 1}: block style, one word a line"
        waiting += [part for item in node.value for part in (item if isinstance(item, tuple) else (item,))]


def repeated(folders: Iterable[Path]) -> list[str]:
    """Words that stand twice within a kind, folded, over all topics."""
    seen: dict[tuple[str, str, bool], str] = {}
    found = []
    for path in (folder / "lexicon.yaml" for folder in folders if (folder / "lexicon.yaml").exists()):
        for word in words(path):
            key = (word.kind, fold_word(word.spelling), word.form_class == "verb")
            if key in seen:
                found.append(f"{word.where}: «{word.spelling}» is in {seen[key]} already")
            seen.setdefault(key, word.where)
    return found


@pytest.mark.parametrize("topic", topics(), ids=lambda path: path.name)
def test_the_files_of_a_topic_are_clean(topic: Path) -> None:
    assert faults(topic) == []


def test_every_topic_is_read() -> None:
    assert {topic.name for topic in topics()} - set(TOPICS) == set(), "missing in TOPICS of reading/knowledge.py"


def test_no_word_stands_twice_within_a_kind() -> None:
    assert repeated(topics(READING)) == []


def topic_of(folder: Path, lexicon: str, examples: str | None = "") -> Path:
    """A topic folder with these files."""
    (folder / "lexicon.yaml").write_text(lexicon, "utf-8")
    if examples is not None:
        (folder / "examples.yaml").write_text(examples, "utf-8")
    return folder


def listing(*spellings: str) -> str:
    """A lexicon of one kind and one value with these words."""
    return "animal:\n  bird:\n    noun:\n" + "".join(f"      - {word}\n" for word in spellings)


BAD = {
    "not NFC": listing("ا\u0654رنب"),
    "commented out": listing("طائر") + "      # - عصفور\n",
    "presentation form": listing("\ufeb3فينة"),
    "not Arabic's": listing("\u06a9تاب"),
    "U+064C": listing("طائرٌ"),
    "U+0640": listing("طائـر"),
    "U+0062": listing("طائرb"),
    "U+061F": listing("طائر؟"),
    "U+0660": listing("طائر ٠"),
    "blanks": listing("طائر  بحري"),
    "block style": "animal:\n  bird: [طائر, عصفور]\n",
}


@pytest.mark.parametrize("fault", BAD)
def test_an_unclean_file_is_found(fault: str, tmp_path: Path) -> None:
    assert any(fault in found for found in faults(topic_of(tmp_path, BAD[fault])))


def test_a_topic_without_examples_is_found(tmp_path: Path) -> None:
    assert any("no example" in found for found in faults(topic_of(tmp_path, listing("طائر"), None)))


def test_a_clean_topic_passes_and_examples_may_be_respelled(tmp_path: Path) -> None:
    assert faults(topic_of(tmp_path, listing("طائر بحري", "قطا 2"), "- texts:\n  - طَائِرٌ \u06a9بير\n")) == []


@pytest.mark.parametrize("pair", [("إوزة", "اوزه"), ("طائر", "طائر")])
def test_a_repeated_word_is_found(pair: tuple[str, str], tmp_path: Path) -> None:
    assert len(repeated([topic_of(tmp_path, listing(*pair))])) == 1
