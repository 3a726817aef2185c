"""The rules of persons and facilities, in the order in which they run."""

from __future__ import annotations

from waqai.reading.engine import Rule
from waqai.reading.people.facilities import facilities
from waqai.reading.people.groups import (
    counted,
    counted_of,
    crowds,
    described_persons,
    family,
    joined,
    kin_counted,
    named,
    others,
)

RULES = (
    Rule("people.counted", "person", find=counted, about="14 مسلحا من التنظيم"),
    Rule("people.counted-of", "person", find=counted_of, about="ستة من عناصرها"),
    Rule("people.number-behind", "person", find=kin_counted, about="أطفالهما الثلاثة"),
    Rule("people.described", "person", find=described_persons, about="جنديان"),
    Rule("people.others", "person-weak", find=others, about="خمسة آخرون"),
    Rule("people.crowd", "person", find=crowds, about="العناصر الإرهابية"),
    Rule("people.joined", "person", find=joined, about="سيدة وثلاثة من أطفالها"),
    Rule("people.family", "person", find=family, about="عائلة من خمسة أفراد"),
    Rule("people.named", "name", find=named, about="خالد الحسن"),
    Rule("people.facility", "facility", find=facilities, about="مستودع أسلحة"),
)
