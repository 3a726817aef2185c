"""What is told, who signs, what they set: the material of the log's machine."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.incidents.build import CLASH, SHELLING, STRIKE, by, event, killed, when, where
from waqai.deciding import Signature

PLACES = (where("حقل الورد", "rose"), where("قاعدة الورد", "rose-base"), where("بلدة النرجس", "town"))

tellable = st.builds(
    lambda kind, day, place, dead, author: event(
        1,
        kind,
        when=when(f"2023-05-{day:02}"),
        places=(PLACES[place],),
        casualties=(killed(dead),),
        initiators=(by(author),) if author else (),
    ),
    st.sampled_from((STRIKE, SHELLING, CLASH)),
    st.integers(16, 18),
    st.integers(0, 2),
    st.integers(0, 4),
    st.sampled_from(("us_forces", "iran_backed_militias", None)),
)
stories = st.lists(tellable, min_size=1, max_size=3)
signatures = st.builds(Signature, st.sampled_from(("ندى", "سامي")), st.sampled_from(("فحص", "شاهدان", "خطأ")))
edits = st.sampled_from(
    (("killed", "4-7"), ("date", "2023-05-16"), ("damage", "none"), ("label", "weak"), ("killed", "9"))
)
picks = st.integers(0, 10**6)
