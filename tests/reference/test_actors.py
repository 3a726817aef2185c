"""The registry of actors and the nouns that stand for them: shape, promises, errors with lines, cost."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from waqai.language.fold import fold
from waqai.reference.actors import CODEBOOK_IDS, DataError, Kind, Table, Usage, load, load_nouns
from waqai.reference.actors.actors import load as load_folder

# Words that are ordinary Arabic or several things at once: never a name without context.
ORDINARY = """
    التحالف المقاومة النظام القاعدة التنظيم الحزب الحركة الجيش الشرطة الحكومة السلطات صالح الأسد العدو
    الاحتلال المتمردون المتمردين المسلحون الفصائل الطيران الثوار المجاهدون الهيئة العدوان المعارضة الشرعية
    قطر الفرس الخلافة المنافقين خراسان
""".split()

# A wording of each kind, and the codebook id that it must have (None: a group that the codebook lacks).
SAMPLES = {
    "ميليشيات مدعومة من إيران": "iran_backed_militias",
    "مجموعات موالية لطهران": "iran_backed_militias",
    "الميليشيات الإيرانية": "iran_backed_militias",
    "فصائل موالية لإيران": "iran_backed_militias",
    "جماعات متحالفة مع إيران": "iran_backed_militias",
    "لواء فاطميون": "iran_backed_militias",
    "القوات التركية": "turkey",
    "الطائرات الحربية الروسية": "russia",
    "مجهولون": "unidentified",
    "مسلحون مجهولون": "unidentified",
    "عصابات الأسد": "syrian_government",
    "ميليشيا قسد": "sdf",
    "قسد": "sdf",
    "بي كي كي": "pkk",
    "داعش": "islamic_state",
    "قوات الاحتلال الأميركي": "us_forces",
    "كيان العدو": "israel",
    "العدوان السعودي": "saudi_led_coalition",
    "مرتزقة العدوان": "yemeni_government",
    "الانقلابيون": "houthis",
    "مليشيات الحوثي الانقلابية": "houthis",
    "الحرس الثوري الإيراني": "irgc",
    "قاسم سليماني": "irgc",
    "كتائب حزب الله": "popular_mobilization",
    "حزب الله": "hezbollah",
    "جبهة النصرة": "hts_nusra",
    "فرقة السلطان مراد": "syrian_national_army",
    "أحرار الشام": "syrian_opposition",
    "تنظيم القاعدة في جزيرة العرب": "aqap",
    "كتائب القسام": "hamas",
    "سرايا القدس": "palestinian_islamic_jihad",
    "قوات الدعم السريع": "rsf",
    "قوات حفتر": "libyan_national_army",
    "قوات حكومة الوفاق": "libyan_government",
    "واشنطن": "us_forces",
    "تل أبيب": "israel",
    "قوات الدفاع الوطني": None,
    "السلطات الكويتية": None,
    "جيش التحرير الفلسطيني": None,
    "المجلس الانتقالي الجنوبي": None,
}
ADJECTIVES = {
    "أميركي": "us_forces",
    "أمريكي": "us_forces",
    "تركي": "turkey",
    "روسي": "russia",
    "إسرائيلي": "israel",
    "إيراني": "iran",
    "سعودي": "saudi_government",
    "سوري": "syrian_government",
    "عراقي": "iraqi_government",
    "يمني": "yemeni_government",
    "مصري": "egyptian_government",
    "لبناني": "lebanese_government",
    "ليبي": "libyan_government",
    "سوداني": "sudanese_government",
    "حوثي": "houthis",
    "داعشي": "islamic_state",
    "كردي": None,
    "فلسطيني": None,
}


def folded(wording: str) -> str:
    """The wording as the reader compares it."""
    return " ".join(fold(wording).text.split())


def owner(wording: str) -> str:
    """The one actor that a wording belongs to outside of context."""
    found = [
        actor.id
        for actor in load().values()
        for name, usage in actor.wordings()
        if name == wording and usage is not Usage.CONTEXTUAL
    ]
    assert len(found) == 1, f"{wording}: {found}"
    return found[0]


def test_the_registry_is_as_large_as_promised() -> None:
    assert len(load()) >= 370
    assert sum(1 for actor in load().values() for _ in actor.wordings()) >= 4000


def test_every_codebook_id_has_its_actor() -> None:
    assert load().keys() >= CODEBOOK_IDS
    assert all(load()[one].codebook == one for one in CODEBOOK_IDS)


def test_each_country_of_the_region_has_its_actors() -> None:
    at_least = {"SY": 100, "IQ": 60, "YE": 30, "LY": 25, "SD": 18, "LB": 15, "PS": 15, "TR": 12, "EG": 10}
    for country, number in at_least.items():
        assert sum(country in actor.countries for actor in load().values()) >= number, country


@pytest.mark.parametrize(("wording", "codebook"), SAMPLES.items())
def test_a_wording_leads_to_its_codebook_id(wording: str, codebook: str | None) -> None:
    assert load()[owner(wording)].codebook == codebook


@pytest.mark.parametrize(("adjective", "codebook"), ADJECTIVES.items())
def test_an_adjective_leads_to_one_actor(adjective: str, codebook: str | None) -> None:
    found = [actor for actor in load().values() if adjective in actor.nisba]
    assert [actor.codebook for actor in found] == [codebook]


def test_hostile_wording_is_kept_apart_and_never_changes_who_it_is() -> None:
    syria = load()["syrian_government"]
    assert "عصابات الأسد" in syria.hostile
    assert "حماة الديار" in syria.friendly
    assert "القوات الحكومية السورية" in syria.names


def test_finer_actors_take_the_id_of_their_parent_unless_their_row_says_none() -> None:
    assert load()["zaynabiyoun"].codebook == "iran_backed_militias"
    assert load()["second_coastal_division"].codebook == "syrian_opposition"
    assert load()["syrian_ndf"].parents[0].actor == "syrian_government"
    assert load()["syrian_ndf"].codebook is None


def test_ordinary_words_are_only_contextual() -> None:
    ordinary = {folded(word) for word in ORDINARY}
    for actor in load().values():
        for wording, usage in actor.wordings():
            if usage not in (Usage.CONTEXTUAL, Usage.METONYM):
                assert folded(wording) not in ordinary, f"{actor.id}: {wording} ({usage.value})"


def test_no_wording_stands_twice_as_the_reader_sees_it() -> None:
    """Hamza and ة are the folding's business: a list does not spell a name both ways."""
    owners: dict[str, str] = {}
    for actor in load().values():
        mine: set[str] = set()
        for wording, usage in actor.wordings():
            form = folded(wording)
            assert form not in mine, f"{actor.id}: {wording} is listed under another spelling"
            mine.add(form)
            if usage is not Usage.CONTEXTUAL:
                assert owners.setdefault(form, actor.id) == actor.id, f"{wording}: {owners[form]}, {actor.id}"


def test_bare_words_for_a_state_belong_to_one_state_at_home() -> None:
    """Where a country has two armies (Libya), an earlier full name must decide: no others may clash."""
    homes: defaultdict[tuple[str, str | None], set[str | None]] = defaultdict(set)
    for actor in load().values():
        for wording in actor.contextual:
            if wording in ("الجيش", "الحكومة", "السلطات", "القوات المسلحة", "الشرطة"):
                homes[wording, actor.home].add(actor.codebook)
    clashes = {country for (_, country), ids in homes.items() if len(ids) > 1}
    assert clashes <= {"LY"}


def test_wordings_are_plain_text() -> None:
    for actor in load().values():
        for wording, _ in actor.wordings():
            marks = [letter for letter in wording if "\u064b" <= letter <= "\u065f" or letter in '\u0640"«»“”']
            assert not marks, f"{actor.id}: {wording}"


def test_kinds_are_those_of_the_issue() -> None:
    assert load()["iraqi_federal_police"].kind is Kind.POLICE
    assert load()["hezbollah"].kind is Kind.MILITIA
    assert load()["coalition_oir"].kind is Kind.EXTERNAL_FORCE
    assert load()["unidentified"].kind is Kind.UNIDENTIFIED


def write(folder: Path, text: str) -> Path:
    """A registry of one file."""
    (folder / "land.yaml").write_text(text, encoding="utf-8")
    return folder


ROW = "- id: land_army\n  english: Army\n  kind: state_force\n"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (ROW + "  colour: red\n", 4, "unknown key 'colour'"),
        (ROW + "  kind: militia\n", 4, "key 'kind' stands twice"),
        ("- id: a\n  english: A\n  kind: army\n", 3, "kind 'army' is none of"),
        (ROW + ROW, 4, "id 'land_army' stands twice"),
        (ROW + "  names: الجيش\n", 4, "names: a list expected"),
        (ROW + "  names:\n    - الجيش\n    - الجيش\n", 5, "'الجيش' stands twice"),
        (ROW + "  names:\n    - الجيش\n    -\n", 6, "names: a word or name expected"),
        (ROW + "  names:\n    - الجيش  الأول\n", 5, "stray blanks"),
        (ROW + "  names:\n    - الجيش\n  hostile:\n    - الجيش\n", 7, "is a name of land_army already"),
        (ROW + "  parents:\n    - actor: nobody\n", 5, "no actor 'nobody'"),
        (ROW + "  parents:\n    - actor: land_army\n", 5, "goes round"),
        (ROW + "  sponsors:\n    - actor: land_army\n      since: soon\n", 6, "'soon' is not a year"),
        (
            ROW + "  sponsors:\n    - actor: land_army\n      since: 2015\n      until: 2011\n",
            6,
            "2015 is after",
        ),
        (ROW + "  codebook: land\n", 4, "not an id of the codebook"),
        ("- english: Army\n  kind: militia\n", 1, "id is missing"),
        ("- id: a\n  english: [A\n", 3, "not YAML"),
        ("id: a\n", 1, "a list of mappings expected"),
        ("- word\n", 1, "a mapping expected"),
    ],
)
def test_an_error_names_the_file_and_the_line(tmp_path: Path, text: str, line: int, problem: str) -> None:
    with pytest.raises(DataError) as caught:
        load_folder(write(tmp_path, text))
    assert caught.value.path.name == "land.yaml"
    assert (caught.value.line, problem in caught.value.problem) == (line, True), str(caught.value)


def test_null_is_a_word_only_in_quotes(tmp_path: Path) -> None:
    registry = load_folder(write(tmp_path, ROW + '  codebook: null\n  ucdp: "null"\n'))
    assert registry["land_army"].codebook is None
    assert registry["land_army"].ucdp == "null"


def test_nouns_give_their_forms() -> None:
    nouns = load_nouns()
    assert {"مسلح", "مسلحا", "مسلحون", "مسلحين", "مسلحو", "مسلحي", "مسلحان"} <= set(nouns["gunman"].forms)
    assert {"منزل", "منزلا", "منزلان", "منازل"} <= set(nouns["house"].forms)
    assert "كتائب" in nouns["battalion"].plural
    assert len(nouns) >= 320
    assert sum(len(noun.forms) for noun in nouns.values()) >= 2400


@pytest.mark.parametrize(
    ("form", "table"),
    [
        ("طائرات", Table.COLLECTIVE),
        ("قناصة", Table.COLLECTIVE),
        ("ميليشيات", Table.COLLECTIVE),
        ("أطفال", Table.CIVILIAN),
        ("مستشفى", Table.CIVILIAN),
        ("مخيم نازحين", Table.CIVILIAN),
        ("قافلة مساعدات", Table.CIVILIAN),
        ("فرن", Table.CIVILIAN),
        ("ثكنة", Table.TARGET),
        ("منصة إطلاق", Table.TARGET),
        ("جسر", Table.TARGET),
    ],
)
def test_a_noun_stands_in_its_table(form: str, table: Table) -> None:
    assert [noun.table for noun in load_nouns().values() if form in noun.forms] == [table]


def test_nouns_are_listed_without_the_article_unless_phrases() -> None:
    for noun in load_nouns().values():
        for form in noun.forms:
            bare = " " not in form and form.startswith("ال") and len(form) > 4
            assert not bare, f"{noun.id}: {form}"


def test_words_that_may_be_anyones_are_weak() -> None:
    assert load_nouns()["car"].weak
    assert load_nouns()["building"].weak
    assert not load_nouns()["hospital"].weak
