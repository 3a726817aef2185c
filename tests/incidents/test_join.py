"""From accounts to incidents: what is joined, what is said of it, under which name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.incidents.build import (
    PROTEST,
    SHELLING,
    account,
    by,
    event,
    gazetteer,
    killed,
    voice,
    weapon,
    when,
    where,
    words,
)
from waqai.claims.model import Account, ReportedEvent, Stance
from waqai.incidents.anchors import anchor
from waqai.incidents.decisions import Act, Decision
from waqai.incidents.join import Joined, Past, join
from waqai.incidents.model import Disagreement, Incident


def joined(*accounts: Account, past: Past | None = None) -> Joined:
    return join(accounts, gazetteer(), past)


def one(*events: ReportedEvent) -> Incident:
    """The only incident of reports with an event each."""
    found = joined(*(account(f"r{n}", told) for n, told in enumerate(events, start=1))).incidents
    assert len(found) == 1
    return found[0]


def versions(incident: Incident, field: str) -> dict[str, tuple[str, ...]]:
    return dict(next((d.versions for d in incident.disagreements if d.field == field), ()))


def test_reports_of_one_act_are_one_incident() -> None:
    incident = one(event(), event(), event(when=when("2023-05-16", "2023-05-17")))
    assert incident.reports == ("r1", "r2", "r3")
    assert (incident.start, incident.end, incident.date_precision) == ("2023-05-17", "2023-05-17", "day")
    assert incident.places == (("حقل الورد", 35.0, 40.0),)
    assert incident.disagreements == ()


def test_a_place_that_the_reader_did_not_choose_has_no_coordinates() -> None:
    open_place = replace(where("حقل الورد"), candidates=("rose",))
    assert one(event(places=(open_place,))).places == (("حقل الورد", None, None),)
    assert one(event(places=(open_place,)), event()).places == (("حقل الورد", 35.0, 40.0),)


def test_two_salvos_on_one_base_on_one_day_stay_two() -> None:
    morning = event(1, SHELLING, weapons=(weapon("rocket", 3),))
    evening = event(2, SHELLING, weapons=(weapon("rocket", 14),))
    found = joined(account("a", morning, evening), account("b", evening, morning)).incidents
    assert sorted(incident.events for incident in found) == [("a/e1", "b/e2"), ("a/e2", "b/e1")]


def test_events_of_one_report_are_never_joined() -> None:
    found = joined(account("a", event(1), event(2)), account("b", event(1))).incidents
    assert sorted(len(incident.events) for incident in found) == [1, 2]


def test_the_order_of_reports_does_not_matter() -> None:
    accounts = [
        account(f"r{n}", event(1, when=when(f"2023-05-{10 + n % 4}")), event(2, SHELLING), published="2023-06-01")
        for n in range(8)
    ]
    before = joined(*accounts)
    after = joined(*accounts[3:], *accounts[2::-1])
    assert after.incidents == before.incidents
    assert after.links == before.links


def test_rival_tolls_are_kept_side_by_side() -> None:
    incident = one(
        event(casualties=(killed(2), killed(0, voice="وزارة"))),
        event(casualties=(killed(5),)),
        event(casualties=(killed(5),)),
    )
    assert incident.killed == (0, 5, 5)
    assert versions(incident, "killed") == {
        "0": ("صحيفة r1 ← وزارة",),
        "2": ("صحيفة r1",),
        "5": ("صحيفة r2", "صحيفة r3"),
    }


def test_a_range_and_a_figure_in_it_do_not_disagree() -> None:
    incident = one(event(casualties=(killed(2, 6),)), event(casualties=(killed(4),)))
    assert incident.disagreements == ()
    assert incident.killed[0::2] == (2, 6)


def test_parts_come_to_a_total() -> None:
    parts = (killed(1, group="متعاقد"), killed(5, group="جنود"))
    assert one(event(casualties=parts)).killed == (5, 6, 6)
    whole_first = (killed(14, group="مسلحاً"), killed(6, group="منهم"), killed(5, group="آخرون"))
    assert one(event(casualties=whole_first)).killed == (14, 14, 25)
    assert one(event(casualties=(killed(1, group="طفل"), killed(7)))).killed == (7, 7, 7)


def test_rival_authors_denials_and_foiled_against_hit() -> None:
    incident = one(
        event(initiators=(by("russia"),), outcome=("intercepted",), voices=(voice("ناطق"),)),
        event(
            initiators=(by("us_forces", "شاهد", Stance.SUSPECTS),),
            casualties=(killed(3),),
            voices=(voice("شاهد"), voice("مسؤول", Stance.DENIES)),
        ),
    )
    fields = [disagreement.field for disagreement in incident.disagreements]
    assert fields == ["denial", "author", "outcome"]
    assert versions(incident, "denial")["denied"] == ("صحيفة r2 ← مسؤول",)
    assert versions(incident, "author") == {
        "russia (asserts)": ("صحيفة r1",),
        "us_forces (suspects)": ("صحيفة r2 ← شاهد",),
    }
    assert versions(incident, "outcome") == {"intercepted": ("صحيفة r1",), "hit": ("صحيفة r2",)}


def test_both_sides_of_a_clash_are_no_rival_authors() -> None:
    assert one(event(initiators=(by("sdf"), by("turkey"))), event(initiators=(by("sdf"),))).disagreements == ()


def test_dates_and_places_that_do_not_meet_are_told() -> None:
    incident = one(
        event(casualties=(killed(19),), when=when("2023-05-17"), initiators=(by("russia"),)),
        event(casualties=(killed(19),), when=when("2023-05-18"), initiators=(by("russia"),)),
    )
    assert isinstance(incident.disagreements[0], Disagreement)
    assert versions(incident, "date") == {"2023-05-17": ("صحيفة r1",), "2023-05-18": ("صحيفة r2",)}


def test_denied_authors_are_no_initiators() -> None:
    incident = one(event(initiators=(by("sdf", "ناطق", Stance.DENIES), by("turkey", "شاهد", Stance.SUSPECTS))))
    assert incident.initiators == ("turkey",)
    assert [(author.actor, author.stance) for author in incident.authors] == [
        ("sdf", "denies"),
        ("turkey", "suspects"),
    ]


def test_a_stated_answer_links_incidents() -> None:
    cause = event(1, SHELLING)
    answer = event(2, places=(where("بلدة النرجس", "town"),))
    answer = replace(answer, responds_to=("e1",), response_words=words("رداً على"))
    found = joined(account("a", cause, answer), account("b", cause))
    by_kind = {incident.sub_event_type: incident.id for incident in found.incidents}
    assert [(link.answer, link.cause, link.stated, link.words) for link in found.links] == [
        (by_kind["Air/drone strike"], by_kind[SHELLING[1]], True, "رداً على")
    ]


def test_an_incident_keeps_its_name_while_it_grows() -> None:
    first = joined(account("b", event()))
    past = Past(first.naming.founders, first.naming.redirects)
    more = joined(account("a", event(), published="2023-05-17"), account("b", event()), past=past)
    assert more.incidents[0].id == first.incidents[0].id
    assert more.incidents[0].reports == ("a", "b")


def decision(act: Act, number: int, before: Joined, *keys: str, **fields: Any) -> Decision:  # noqa: ANN401
    """Somebody decides of these events: of a difference the first one is one side."""
    anchors = tuple(anchor(before.tellings[key]) for key in keys)
    cut = len(anchors) if act is Act.MERGE else 1
    return Decision(act, "ندى", "فحص", "2024-01-01", anchors[:cut], anchors[cut:], number=number, **fields)


def test_two_that_become_one_leave_a_redirect() -> None:
    there = event(places=(where("قرية الياسمين", "village"),))
    before = joined(account("a", event()), account("b", there))
    assert len(before.incidents) == 2
    said = decision(Act.MERGE, 1, before, "a/e1", "b/e1")
    past = Past(before.naming.founders, before.naming.redirects, (said,))
    after = joined(account("a", event()), account("b", there), past=past)
    old = {incident.id for incident in before.incidents}
    assert len(after.incidents) == 1
    assert after.naming.redirects == {(old - {after.incidents[0].id}).pop(): after.incidents[0].id}


def test_a_person_outranks_the_rules_and_the_later_word_the_earlier() -> None:
    accounts = account("a", event()), account("b", event())
    before = joined(*accounts)
    assert len(before.incidents) == 1
    apart = decision(Act.DIFFERENT, 1, before, "a/e1", "b/e1")
    assert len(joined(*accounts, past=Past(log=(apart,))).incidents) == 2
    again = decision(Act.MERGE, 2, before, "a/e1", "b/e1")
    assert len(joined(*accounts, past=Past(log=(apart, again))).incidents) == 1
    undone = Decision(Act.UNDO, "سامي", "خطأ", "2024-01-02", undoes=2, number=3)
    assert len(joined(*accounts, past=Past(log=(apart, again, undone))).incidents) == 2


def test_a_difference_holds_for_what_joins_later() -> None:
    before = joined(account("a", event()), account("b", event()))
    apart = decision(Act.DIFFERENT, 1, before, "a/e1", "b/e1")
    more = [account(name, event()) for name in "abcd"]
    found = joined(*more, past=Past(log=(apart,))).incidents
    assert len(found) == 2
    assert not any({"a/e1", "b/e1"} <= set(one.events) for one in found)


def test_a_decision_survives_a_reader_that_numbers_and_cuts_anew() -> None:
    before = joined(account("a", event(1)), account("b", event(1)))
    apart = decision(Act.DIFFERENT, 1, before, "a/e1", "b/e1")
    longer = replace(event(1), trigger=words("شن هجوم", 7))
    found = joined(account("a", event(5, PROTEST), longer), account("b", event(1)), past=Past(log=(apart,)))
    assert found.waiting == ()
    assert not any({"a/e2", "b/e1"} <= set(one.events) for one in found.incidents)


def test_a_decision_on_what_is_no_longer_read_waits() -> None:
    before = joined(account("a", event(1)), account("b", event(1)))
    apart = decision(Act.DIFFERENT, 1, before, "a/e1", "b/e1")
    other = replace(event(9), trigger=words("اشتباك", 900))
    assert joined(account("a", other), account("b", event(1)), past=Past(log=(apart,))).waiting == (apart,)


def test_a_value_that_a_person_set_holds_and_says_so() -> None:
    accounts = account("a", event(casualties=(killed(2),))), account("b", event(casualties=(killed(5),)))
    before = joined(*accounts)
    name = before.incidents[0].id
    said = decision(Act.EDIT, 1, before, "a/e1", incident=name, field="killed", value="4-7")
    past = Past(before.naming.founders, before.naming.redirects, (said,))
    after = joined(*accounts, past=past).incidents[0]
    assert after.killed == (4, 4, 7)
    assert dict(after.chosen_by)["killed"] == "set by ندى: فحص"
    assert versions(after, "killed") == versions(before.incidents[0], "killed")


def test_an_id_stays_though_a_new_reader_no_longer_tells_its_first_event() -> None:
    first = joined(account("a", event(1)), account("b", event(1)))
    past = Past(first.naming.founders, first.naming.redirects)
    assert first.incidents[0].events == ("a/e1", "b/e1")
    later = joined(account("a"), account("b", event(1)), past=past)
    assert [one.id for one in later.incidents] == [first.incidents[0].id]


def test_ids_are_of_six_letters_and_never_shared() -> None:
    found = joined(*(account(f"r{n}", event(when=when(f"20{n:02}-01-01"))) for n in range(1, 60))).incidents
    assert len({incident.id for incident in found}) == len(found) == 59
    assert all(incident.id.startswith("WQ-") and len(incident.id) == 9 for incident in found)
