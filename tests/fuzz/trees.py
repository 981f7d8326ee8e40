"""JSON a little wrong: values swapped, lost, doubled, of another kind."""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any, Final

from tests.fuzz import odd

_TWIN: Final = "\x00twin"
_LARGE: Final = 2_000
_KEPT: Final = 4

Holder = Any  # a list or a dict: what may be indexed by the key beside it
Slot = tuple[Holder, Any]


def thinned(tree: object, kept: int = _KEPT) -> object:
    """The tree with a few things of each list only."""
    if isinstance(tree, list):
        return [thinned(part, kept) for part in tree[:kept]]
    if isinstance(tree, dict):
        parts = list(tree.items())
        return {key: thinned(part, kept) for key, part in (parts if len(parts) < 30 else parts[:kept])}
    return tree


def thinned_file(content: bytes) -> bytes:
    """A JSON file with a few things of each list only."""
    return json.dumps(thinned(json.loads(content))).encode()


def mutated(content: bytes, dice: random.Random, slips: int) -> bytes:
    """The JSON with so many slips."""
    root = [json.loads(content)]
    for _ in range(slips):
        slots = list(_slots(root))
        holder, key = dice.choice(slots)
        dice.choice((_odd, _odd, _garbled, _dropped, _swapped, _copied, _doubled, _twin, _wrapped))(
            holder, key, dice, slots
        )
        root = root or [None]
    text = json.dumps(root[0], ensure_ascii=dice.random() < 0.5)
    text = text.replace("\\u0000twin", "").replace(_TWIN, "")
    return text.encode(dice.choice(["utf-8"] * 12 + ["utf-8-sig", "utf-16", "utf-32", "latin-1"]), "replace")


def _slots(value: object) -> Iterator[Slot]:
    if isinstance(value, list | dict):
        for key in range(len(value)) if isinstance(value, list) else value:
            yield value, key
            yield from _slots(value[key])


def _odd(holder: Holder, key: Any, dice: random.Random, _: list[Slot]) -> None:
    holder[key] = copy.deepcopy(odd.value(dice))


def _garbled(holder: Holder, key: Any, dice: random.Random, _: list[Slot]) -> None:
    holder[key] = odd.garbled(str(holder[key])[:_LARGE], dice)


def _dropped(holder: Holder, key: Any, *_: object) -> None:
    del holder[key]


def _swapped(holder: Holder, key: Any, dice: random.Random, slots: list[Slot]) -> None:
    other, there = dice.choice(slots)
    mine, its = copy.deepcopy(holder[key]), copy.deepcopy(other[there])
    holder[key], other[there] = its, mine


def _copied(holder: Holder, key: Any, dice: random.Random, slots: list[Slot]) -> None:
    other, there = dice.choice(slots)
    if len(str(other[there])) < _LARGE:
        holder[key] = copy.deepcopy(other[there])


def _doubled(holder: Holder, key: Any, dice: random.Random, _: list[Slot]) -> None:
    if isinstance(holder, list) and len(str(holder[key])) < _LARGE:
        holder[key:key] = [copy.deepcopy(holder[key]) for _ in range(dice.randint(1, 3))]
    elif isinstance(holder, dict):
        holder[dice.choice(odd.TEXTS)] = copy.deepcopy(holder[key])


def _twin(holder: Holder, key: Any, dice: random.Random, slots: list[Slot]) -> None:
    """The same key once more, as no dict can hold but a file can."""
    if isinstance(holder, dict):
        other, there = dice.choice(slots)
        holder[f"{key}{_TWIN}"] = copy.deepcopy(other[there]) if len(str(other[there])) < _LARGE else None


def _wrapped(holder: Holder, key: Any, dice: random.Random, _: list[Slot]) -> None:
    inner = holder[key]
    holder[key] = dice.choice(([inner], {"en": inner}, {"name": inner}, [inner, inner], {"results": [inner]}))
