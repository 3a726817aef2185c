"""Text from reports made fit for a terminal: it can neither move the cursor nor turn the line around."""

from __future__ import annotations

# Escape sequences begin with control characters; bidi overrides reorder what stands beside them.
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " ")
_BIDI = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF), "")


def safe(text: str) -> str:
    """The text on one line, without control characters and direction marks."""
    return text.translate(_CONTROLS | _BIDI).strip()
