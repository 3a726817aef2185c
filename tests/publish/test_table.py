from __future__ import annotations

import pytest

from waqai.publish import table


@pytest.mark.parametrize(
    ("toll", "words"),
    [((3, 3, 3), "3"), ((3, 4, 5), "4 (3-5)"), ((10, None, None), "10+"), ((0, None, 7), "0-7")],
)
def test_a_toll_is_told_with_its_range_and_never_with_what_is_unknown(
    toll: tuple[int | None, int | None, int | None], words: str
) -> None:
    assert table._range(toll) == words
