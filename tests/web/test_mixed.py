from __future__ import annotations

import pytest

from waqai.web.mixed import mixed


@pytest.mark.parametrize(
    ("text", "direction", "shown"),
    [
        ("by طائرات حربية; 7 killed.", "ltr", "by <bdi>طائرات حربية</bdi>; 7 killed."),
        ("by الفرقة 25 مهام, الحشد (claims it)", "ltr", "by <bdi>الفرقة 25 مهام, الحشد</bdi> (claims it)"),
        ("غارة في حلب؛ قُتل 7.", "rtl", "غارة في حلب؛ قُتل 7."),
        ("تُنسب إلى Wagner Group؛ قُتل 7.", "rtl", "تُنسب إلى <bdi>Wagner Group</bdi>؛ قُتل 7."),
        ("by <b>شبان</b>", "ltr", "by &lt;b&gt;<bdi>شبان</bdi>&lt;/b&gt;"),
        ("قصف", "ltr", "<bdi>قصف</bdi>"),
        ("", "rtl", ""),
    ],
)
def test_names_of_the_other_direction_stand_apart(text: str, direction: str, shown: str) -> None:
    assert str(mixed(text, direction)) == shown


def test_what_is_invisible_is_shown() -> None:
    assert "U+202E" in str(mixed("by \u202eقصف", "ltr"))
