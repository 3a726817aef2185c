"""The registry of sources and the generic speakers: shape, promises, errors with lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.language.fold import fold
from waqai.reference.actors import DataError
from waqai.reference.actors import load as load_actors
from waqai.reference.sources import Kind, Sort, Takes, load, load_speakers

SAMPLES = {
    "رويترز": ("reuters", Kind.AGENCY),
    "فرانس برس": ("afp", Kind.AGENCY),
    "وكالة الصحافة الفرنسية": ("afp", Kind.AGENCY),
    "أ ف ب": ("afp", Kind.AGENCY),
    "أسوشيتد برس": ("ap", Kind.AGENCY),
    "د ب أ": ("dpa", Kind.AGENCY),
    "سانا": ("sana", Kind.AGENCY),
    "سبوتنيك": ("sputnik", Kind.AGENCY),
    "المرصد السوري لحقوق الإنسان": ("sohr", Kind.MONITOR),
    "المرصد": ("sohr", Kind.MONITOR),
    "الشبكة السورية لحقوق الإنسان": ("snhr", Kind.MONITOR),
    "الخوذ البيضاء": ("white_helmets", Kind.MONITOR),
    "البنتاغون": ("pentagon", Kind.MINISTRY),
    "وزارة الدفاع الأميركية": ("pentagon", Kind.MINISTRY),
    "سنتكوم": ("centcom", Kind.MINISTRY),
    "القيادة المركزية الأميركية": ("centcom", Kind.MINISTRY),
    "قناة المسيرة": ("al_masirah", Kind.OUTLET),
    "وكالة أعماق": ("amaq", Kind.ARMED_ACTOR),
}


def folded(wording: str) -> str:
    """The wording as the reader compares it."""
    return " ".join(fold(wording).text.split())


def test_the_registry_is_as_large_as_promised() -> None:
    assert len(load()) >= 500
    assert sum(1 for source in load().values() for _ in source.wordings()) >= 1800


@pytest.mark.parametrize(("wording", "expected"), SAMPLES.items())
def test_a_wording_leads_to_its_source(wording: str, expected: tuple[str, Kind]) -> None:
    found = [(source.id, source.kind) for source in load().values() if wording in source.wordings()]
    assert expected in found


def test_affiliations_are_actors() -> None:
    for source in load().values():
        assert source.affiliation is None or source.affiliation in load_actors(), source.id


def test_a_partys_own_voice_is_told_from_a_third() -> None:
    assert load()["sana"].affiliation == "syrian_government"
    assert load()["reuters"].affiliation is None
    for source in load().values():
        if source.kind is Kind.ARMED_ACTOR:
            assert source.affiliation, f"{source.id} speaks for nobody"


def bare_host(domain: str) -> str:
    """The domain as a bare lower-case host."""
    labels = domain.lower().removeprefix("www.").partition("/")[0].split(".")
    return ".".join(labels) if len(labels) > 1 else ""


def test_domains_are_bare_hosts() -> None:
    for source in load().values():
        for domain in source.domains:
            assert bare_host(domain) == domain, f"{source.id}: {domain}"


def test_short_names_that_are_words_are_only_contextual() -> None:
    words = {folded(word) for word in "المرصد الحدث الجزيرة العربية الحياة الوطن وفا قنا بنا واع الحرة المنار".split()}
    for source in load().values():
        for wording in (*source.names, *source.abbreviations):
            assert folded(wording) not in words, f"{source.id}: {wording}"


def test_no_wording_stands_twice_as_the_reader_sees_it() -> None:
    owners: dict[str, str] = {}
    for source in load().values():
        for wording in source.wordings():
            form = folded(wording)
            assert form not in owners, f"{wording}: {owners[form]} and {source.id}"
            owners[form] = source.id


ROW = "- id: paper\n  english: Paper\n  kind: outlet\n"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (ROW + "  colour: red\n", 4, "unknown key 'colour'"),
        ("- id: a\n  english: A\n  kind: blog\n", 3, "kind 'blog' is none of"),
        (ROW + ROW, 4, "id 'paper' stands twice"),
        (ROW + "  names:\n    - صحيفة\n  contextual:\n    - صحيفة\n", 1, "is a name of paper already"),
        ("- id: a\n  kind: outlet\n", 1, "english is missing"),
    ],
)
def test_an_error_names_the_file_and_the_line(tmp_path: Path, text: str, line: int, problem: str) -> None:
    (tmp_path / "papers.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(tmp_path)
    assert caught.value.path.name == "papers.yaml"
    assert (caught.value.line, problem in caught.value.problem) == (line, True), str(caught.value)


def test_speakers_give_forms_and_say_what_completes_them() -> None:
    speakers = load_speakers()
    assert {"مصدر", "مصادر", "مصدران"} <= set(speakers["source"].forms)
    assert speakers["source"].takes == {Takes.ADJECTIVE, Takes.IN, Takes.NAME_OF}
    assert Takes.NAME_OF in speakers["spokesman"].takes
    assert "المتحدث باسم" in speakers["named_spokesman"].forms
    assert speakers["eyewitness"].kind is Kind.WITNESS
    assert speakers["statement"].sort is Sort.TEXT
    assert len(speakers) >= 95


def test_adjectives_lean_a_speaker_to_a_kind() -> None:
    speakers = load_speakers()
    assert speakers["medical"].kind is Kind.WITNESS
    assert speakers["security"].kind is Kind.OFFICIAL
    assert speakers["reliable"].kind is None
    assert all(not one.takes for one in speakers.values() if one.sort is Sort.ADJECTIVE)


def test_a_speaker_error_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "speakers.yaml"
    path.write_text("- id: a\n  english: A\n  sort: person\n  takes:\n    - dative\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"speakers\.yaml:5: takes: 'dative' is none of"):
        load_speakers(path)
