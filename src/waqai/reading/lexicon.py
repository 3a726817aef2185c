"""Words and what they mean: topic lexicons, inflected, folded and found by their first words.

`lexicon.yaml` is `kind → value → form class → words`, one word a line, in standard spelling; a list directly
under a value is of the class `word` (taken as written). The form classes are those of `inflection.FORMS`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from waqai.language.fold import fold_word
from waqai.reading.inflection import FORMS
from waqai.reading.model import Entry
from waqai.reading.spellings import Spellings

Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class KnowledgeError(Exception):
    """A knowledge file says something that cannot be: names file, line, what is wrong and how to mend it."""


@dataclass(frozen=True, slots=True)
class Word:
    """One listed word: where it stands and what it means."""

    kind: str
    value: str
    form_class: str
    spelling: str
    where: str


def words(path: Path) -> Iterator[Word]:
    """Every word of a lexicon file, with its file and line."""
    root = yaml.compose(path.read_text("utf-8"), Loader=Loader)
    if root is None:
        return
    for kind, values in _pairs(root, path):
        for value, content in _pairs(values, path):
            if isinstance(content, yaml.SequenceNode):
                yield from _items(kind.value, value.value, "word", content, path)
                continue
            for form, items in _pairs(content, path):
                if form.value != "word" and form.value not in FORMS:
                    raise KnowledgeError(
                        f"{path}:{form.start_mark.line + 1}: unknown form class «{form.value}»; "
                        f"use one of word, {', '.join(sorted(FORMS))}"
                    )
                yield from _items(kind.value, value.value, form.value, items, path)


def _pairs(node: yaml.Node, path: Path) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise KnowledgeError(f"{path}:{node.start_mark.line + 1}: a mapping is wanted here (kind → value → words)")
    return list(node.value)


def _items(kind: str, value: str, form: str, node: yaml.Node, path: Path) -> Iterator[Word]:
    if not isinstance(node, yaml.SequenceNode):
        raise KnowledgeError(f"{path}:{node.start_mark.line + 1}: a list of words is wanted under «{value}»")
    for item in node.value:
        yield Word(kind, value, form, str(item.value), f"{path}:{item.start_mark.line + 1}")


class Lexicon:
    """All words known, found in one pass over a folded text."""

    def __init__(self) -> None:
        """An empty lexicon; `add` words and entries, then `freeze`."""
        self._entries: dict[str, list[Entry]] = {}
        self._seen: dict[tuple[str, str], Word] = {}
        self.spellings = Spellings({})

    def add_file(self, path: Path, topic: str) -> None:
        """Every word of the file, in all its forms, is known; a clash of meanings stops here."""
        for word in words(path):
            self._refuse_clash(word)
            self.add_word(word, topic)

    def _refuse_clash(self, word: Word) -> None:
        """A word has one meaning within a kind; the same line twice is a slip too."""
        key = (word.kind, fold_word(word.spelling) + "/" + ("verb" if word.form_class == "verb" else "noun"))
        other = self._seen.get(key)
        if other is not None:
            same = "listed twice" if other.value == word.value else f"already {word.kind}/{other.value}"
            raise KnowledgeError(f"{word.where}: «{word.spelling}» is {same} ({other.where}); keep one of the two")
        self._seen[key] = word

    def add_word(self, word: Word, topic: str) -> None:
        """The word's forms, with and without article where its class takes one."""
        rule = f"{topic}/{word.kind}/{word.value}"
        if word.form_class == "word":
            self.add(word.spelling, Entry(word.kind, word.value, "", rule, "noun"))
            return
        verbal = word.form_class == "verb"
        for spelling, form, tail in FORMS[word.form_class](word.spelling):
            entry = Entry(word.kind, word.value, form, rule, "verb" if verbal else "noun", tail)
            self.add(spelling, entry)
            if not verbal and tail < 2:
                self.add_article(spelling, Entry(word.kind, word.value, form + ".the", rule, "article"))

    def add_article(self, spelling: str, entry: Entry) -> None:
        """The form with ال, and with لل (the ل is then a proclitic already)."""
        self.add("ال" + spelling, entry)
        rest = spelling if spelling.startswith("ل") else "ل" + spelling
        self.add("ل" + rest, Entry(entry.kind, entry.value, entry.form, entry.rule, "bare", 0, "ل"))

    def add(self, spelling: str, entry: Entry) -> None:
        """One spelling means one thing more."""
        folded = fold_word(spelling)
        known = self._entries.setdefault(folded, [])
        for other in known:
            if (
                other.value == entry.value
                and other.kind == entry.kind
                and other.form == entry.form
                and other.tail == entry.tail
            ):
                return
        known.append(entry)

    def add_name(self, name: str, entry: Entry) -> None:
        """A proper name as written; one that begins with ال is also found after ل (للميادين)."""
        self.add(name, entry)
        folded = fold_word(name)
        if folded.startswith("ال") and len(folded) > 4:
            rest = folded[2:] if folded[2] == "ل" else folded[1:]
            self.add("ل" + rest, Entry(entry.kind, entry.value, entry.form, entry.rule, "bare", 0, "ل"))

    def freeze(self) -> None:
        """All words added can be found."""
        self.spellings = Spellings(self._entries)

    def __len__(self) -> int:
        """How many spellings are known."""
        return len(self._entries)
