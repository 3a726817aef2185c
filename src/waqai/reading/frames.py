"""Constructions from data: `frames.yaml` of a topic becomes rules; unknown keys stop the load with file and line.

A frame: `id` (topic.words), `about` (an Arabic example), `kind` (what it makes), `slots`, and optionally `value`
(a constant, or a role whose value it takes) and `not` (kinds that may not stand just before). A slot: `role: kind`
(`role?` is optional; kinds may be a list), `after` (words or proclitics before it), `gap` (tokens between),
`form` (inflected forms allowed), `value` (values allowed).
"""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from waqai.language.fold import fold_word
from waqai.reading.engine import Production, Rule, Slot, everything
from waqai.reading.lexicon import KnowledgeError, Loader
from waqai.reading.model import Mention

FRAME_KEYS = frozenset(["id", "about", "kind", "slots", "value", "not"])
SLOT_KEYS = frozenset(["after", "gap", "form", "value"])


def load_frames(path: Path, topic: str) -> list[Rule]:
    """The rules of a frame file, in its order."""
    if not path.exists():
        return []
    root = yaml.compose(path.read_text("utf-8"), Loader=Loader)
    if root is None:
        return []
    return [_frame(node, path, topic) for node in root.value]


def _plain(node: yaml.Node) -> Any:  # noqa: ANN401 -- YAML is what it is until _frame has checked it
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return {key.value: _plain(value) for key, value in node.value}


def _frame(node: yaml.Node, path: Path, topic: str) -> Rule:
    where = f"{path}:{node.start_mark.line + 1}"
    data = _plain(node)
    if not isinstance(data, dict) or not {"id", "kind", "slots", "about"} <= data.keys():
        raise KnowledgeError(f"{where}: a frame needs id, about, kind and slots")
    unknown = data.keys() - FRAME_KEYS
    if unknown:
        raise KnowledgeError(f"{where}: unknown key {sorted(unknown)}; a frame knows {sorted(FRAME_KEYS)}")
    if not data["id"].startswith(topic + "."):
        raise KnowledgeError(f"{where}: the id «{data['id']}» must begin with the topic: «{topic}.»")
    slots = tuple(_slot(item, where) for item in data["slots"])
    roles = {slot.role for slot in slots}
    make = _production(data.get("value"), roles)
    forbidden = tuple(data.get("not", ()))
    return Rule(data["id"], data["kind"], slots, make, forbidden, None, data["about"])


def _slot(item: dict[str, Any], where: str) -> Slot:
    keys = [key for key in item if key not in SLOT_KEYS]
    if len(keys) != 1:
        raise KnowledgeError(f"{where}: a slot has one `role: kind`, and of {sorted(SLOT_KEYS)} what it needs: {item}")
    role, kinds = keys[0], item[keys[0]]
    return Slot(
        role.rstrip("?"),
        tuple(kinds) if isinstance(kinds, list) else (kinds,),
        optional=role.endswith("?"),
        after=frozenset(fold_word(word) for word in _listed(item.get("after"))),
        gap=int(item.get("gap", 0)),
        forms=tuple(_listed(item.get("form"))),
        values=frozenset(_listed(item.get("value"))),
    )


def _listed(value: object) -> list[str]:
    if value is None:
        return []
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _production(value: str | None, roles: set[str]) -> Production:
    if value is None:
        return everything
    if value in roles:

        def copy(filled: dict[str, Mention]) -> Hashable | None:
            mention = filled.get(value)
            return mention.value if mention else None

        return copy

    def constant(_: dict[str, Mention]) -> Hashable:
        return value

    return constant
