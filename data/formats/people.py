"""Speakers, each of them once."""

from collections.abc import Iterable

from bot.domain.localised import ANY
from bot.domain.models import Speaker
from data.formats.draft import Person
from data.formats.names import identifier
from data.formats.text import line, paragraphs


class People:
    """The speakers met so far; a later mention fills in what an earlier one left out."""

    def __init__(self) -> None:
        self._all: dict[str, Speaker] = {}
        self._met: dict[tuple[str, ...], str] = {}

    def use(self, persons: Iterable[Person]) -> tuple[str, ...]:
        """Their ids, in order and each once; nameless ones are passed over."""
        return tuple(dict.fromkeys(key for person in persons if (key := self._one(person))))

    def _one(self, person: Person) -> str:
        told = (person.name, person.id, person.role, person.organisation, person.biography)
        if told not in self._met:
            self._met[told] = self._new(person) if line(person.name) else ""
        return self._met[told]

    def _new(self, person: Person) -> str:
        name = line(person.name)
        key = identifier(line(person.id) or name)
        told = Speaker(
            id=key,
            name=name,
            role=line(person.role),
            organisation=line(person.organisation),
            biography={ANY: text} if (text := paragraphs(person.biography)) else {},
        )
        known = self._all.setdefault(key, told)
        fresh = {field: value for field, value in told if value and not getattr(known, field)}
        if fresh:
            self._all[key] = known.model_copy(update=fresh)
        return key

    def speakers(self) -> tuple[Speaker, ...]:
        """All of them, in the order they came."""
        return tuple(self._all.values())
