"""A stated total against the record: what counts for its scope, what is missing, nothing guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.incidents.build import PROTEST, SHELLING, STRIKE, account, event, gazetteer, killed, when, where, words
from tests.incidents.build import by as by_side
from waqai.claims.model import Account, Tally
from waqai.incidents.join import join
from waqai.incidents.totals import Total, totals
from waqai.publish.totals import lines, row

DAYS = (date(2023, 5, 1), date(2023, 5, 20))


def record() -> list[Account]:
    """Three acts of force in May, one of them far away, one older, and a protest."""
    told = {
        "a": event(1, STRIKE, when=when("2023-05-03"), casualties=(killed(3),)),
        "b": event(1, SHELLING, when=when("2023-05-11"), casualties=(killed(4),)),
        "far": event(1, SHELLING, when=when("2023-05-12"), places=(where("بلدة النرجس", "town"),)),
        "old": event(1, SHELLING, when=when("2023-02-01")),
        "march": event(1, PROTEST, when=when("2023-05-04")),
    }
    return [account(name, one) for name, one in told.items()]


def checked(what: str, count: int, place: str | None = None, *, approximate: bool = False) -> Total:
    tally = Tally(words("نحو خمسين هجوما", 30), count, approximate, what, place, *DAYS)
    said = replace(account("said"), tallies=(tally,))
    accounts = [*record(), said]
    (total,) = totals(accounts, join(accounts, gazetteer()).incidents, gazetteer())
    return total


@pytest.mark.parametrize(
    ("what", "count", "place", "recorded", "missing"),
    [
        ("attack", 50, None, 3, 47),
        ("attack", 2, "حقل الورد", 2, 0),
        ("attack", 1, "حقل الورد", 2, 0),
        ("attack", 3, "منطقة حقل الورد", 2, 1),
        ("attack", 5, "محافظة الشرق", 3, 2),
        ("air strike", 4, None, 1, 3),
        ("rocket attacks", 4, None, 2, 2),
        ("protest", 1, None, 1, 0),
        ("civilians killed", 20, None, 7, 13),
        ("killed", 7, "حقل الورد", 7, 0),
        ("attack", 3, "واحة لا يعرفها أحد", 0, 3),
    ],
)
def test_what_the_record_holds_is_counted(
    what: str, count: int, place: str | None, recorded: int, missing: int
) -> None:
    total = checked(what, count, place)
    assert (total.recorded, total.missing) == (recorded, missing)


def test_the_incidents_are_named_and_the_scope_is_said() -> None:
    total = checked("attack", 50, "حقل الورد", approximate=True)
    assert total.scope == "attack, حقل الورد, 2023-05-01 to 2023-05-20"
    assert len(total.incidents) == 2
    shown = "\n".join(line.plain for line in lines([total]))
    assert "said: «نحو خمسين هجوما»" in shown
    assert "states about 50, the record holds 2" in shown
    assert "48 are not in the record" in shown
    assert {"start": 30, "stated": 50, "approximate": True, "recorded": 2}.items() <= row(total).items()


@pytest.mark.parametrize(
    ("by", "against", "recorded"),
    [
        ((), (), {"answer", "attack", "nobodys"}),
        ((), ("us_forces",), {"attack", "nobodys"}),
        ((), ("coalition_oir",), {"attack", "nobodys"}),
        (("us_forces",), (), {"answer", "nobodys"}),
        (("iran_backed_militias",), ("us_forces",), {"attack", "nobodys"}),
        ((), ("iran_backed_militias",), {"answer", "nobodys"}),
        (("israel",), (), {"attack", "nobodys"}),
    ],
)
def test_only_acts_of_the_sides_that_are_counted(
    by: tuple[str, ...], against: tuple[str, ...], recorded: set[str]
) -> None:
    """What one side did is no attack on it; an act of nobody named may be anyone's."""
    told = {
        "answer": event(1, STRIKE, when=when("2023-05-03"), initiators=(by_side("us_forces"),)),
        "attack": event(1, SHELLING, when=when("2023-05-11"), targets=(by_side("us_forces"),)),
        "nobodys": event(1, SHELLING, when=when("2023-05-15")),
    }
    tally = Tally(words("هجمات"), 9, approximate=False, what="attack", place=None, by=by, against=against)
    accounts = [account(name, one) for name, one in told.items()]
    accounts.append(replace(account("said"), tallies=(replace(tally, since=DAYS[0], until=DAYS[1]),)))
    incidents = join(accounts, gazetteer()).incidents
    (total,) = totals(accounts, incidents, gazetteer())
    counted = {report for one in incidents if one.id in total.incidents for report in one.reports}
    assert counted == recorded
    assert total.scope.startswith("attack" + " by " * bool(by) + ", ".join(by))


def test_a_rejected_incident_does_not_count() -> None:
    accounts = [*record(), replace(account("said"), tallies=(Tally(words("هجومان"), 2, False, "attack", None, *DAYS),))]  # noqa: FBT003
    incidents = [replace(one, status="rejected") for one in join(accounts, gazetteer()).incidents]
    assert totals(accounts, incidents, gazetteer())[0].recorded == 0
