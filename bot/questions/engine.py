"""The way from a text to an answer, for one programme."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.domain.localised import LANGUAGES
from bot.domain.programme import Index
from bot.questions.acting import Acting, lead_of
from bot.questions.answering import Answering
from bot.questions.changing import Changing
from bot.questions.glossary import Glossary
from bot.questions.hearing import Heard, Hearing
from bot.questions.intent import Intents
from bot.questions.model import Answer, Query
from bot.questions.names import Names
from bot.questions.pointing import Pointing
from bot.questions.second_try import warm
from bot.questions.select import Selection
from bot.questions.titles import Titles
from bot.questions.tokens import LONGEST
from bot.questions.topics import Topics, exhibitor_texts, session_texts
from bot.questions.wordlist import VARIANTS, own_table

_SEVERAL: Final = re.compile(
    r"(?<=[?!\n])\s+|(?<=[^\W\d_]{4}\.)\s+(?=[A-ZÆØÅÄÖ][a-zæøåäö])|\n+"
    r"|(?i:(?<=\w\w)(?:,\s*|\s+)(?=(?:og|and|och)\s+(?:hv\w+|kv\w+|wh\w+|how|når|när|vad|var|vem|hur)\b))"
)
_FEWEST_WORDS: Final = 3
_MOST_QUESTIONS: Final = 5
_ALONE: Final = frozenset({"practical", "help", "smalltalk", "place", "exhibitors", "agenda", "session"})
"""What is asked for by itself even where it begins as a follow-up: "and where is the cloakroom"."""

_ABOUT_ONE: Final = frozenset({"session", "place"})
_EMPTY: Final = frozenset({"unknown", "smalltalk"})


@dataclass(frozen=True, slots=True)
class Explained:
    """A question taken apart, the query made of it, and how well each session fits its topic, by its id."""

    heard: Heard
    query: Query
    scores: Mapping[str, int]


class Engine:
    """Understands questions about one programme; making one takes up to two seconds for 10,000 sessions."""

    def __init__(self, index: Index, glossary: Sequence[Sequence[str]] = ()) -> None:
        self._glossary = Glossary([*glossary, *own_table("concepts")["topics"]])
        topics = Topics(session_texts(index), self._glossary)
        self._titles = Titles(index)
        self._hearing = Hearing(index, Names(index), topics, self._titles)
        self._intents = Intents(index, topics, Topics(exhibitor_texts(index), self._glossary), self._titles)
        self._acting = Acting(index)
        self._pointing = Pointing(index)
        self._changing = Changing(index)
        self._selection = Selection(index, topics)
        self._answering = Answering(index, self._selection)
        self._start = index.start(index.sessions[0]) if index.sessions else None

    def warm(self) -> None:
        """Do what is slow the first time: the lexicons are read, and dateparser's."""
        now = self._start or datetime.now().astimezone()
        warm()
        for language in LANGUAGES:
            self._glossary.learn(language)
        for language in VARIANTS:
            self.ask("?", now=now, language=language)

    def ask(
        self, text: str, *, now: datetime, language: str, thread: Query | None = None, favourites: Collection[str] = ()
    ) -> Answer:
        """The answer to a text of any length and script; `language` is the chat's, `thread` the query before."""
        answers: list[Answer] = []
        for question in self._questions(text):
            answer = self._one(question, now, language, thread, favourites)
            answers.append(answer)
            thread = answer.query
        answers = [one for one in answers if one.query.intent not in _EMPTY] or answers[:1]
        return replace(answers[0], more=tuple(answers[1:])) if answers[1:] else answers[0]

    def explain(self, text: str, *, now: datetime, language: str, thread: Query | None = None) -> list[Explained]:
        """How each question of the text is understood."""
        found: list[Explained] = []
        for question in self._questions(text):
            heard = self._hearing.hear(question, now=now, chat=thread.language if thread else language)
            thread = self._one(question, now, language, thread, ()).query
            found.append(Explained(heard, thread, self._selection.scores(thread)))
        return found

    def _questions(self, text: str) -> list[str]:
        questions = _questions(text)
        whole = len(questions) > 1 and self._titles.ending(text[:LONGEST].split())
        return [text] if whole else questions

    def _one(
        self, text: str, now: datetime, language: str, thread: Query | None, favourites: Collection[str]
    ) -> Answer:
        chat = thread.language if thread else language
        heard = self._hearing.hear(text, now=now, chat=chat)
        spoken = "nb" if heard.language == "nn" else heard.language
        if lead := lead_of(heard):
            minutes, said = lead
            rest = text[: heard.tokens[said.start].start] + text[heard.tokens[said.stop - 1].end :]
            query = self._reminded(self._hearing.hear(rest, now=now, chat=spoken), thread, spoken, now, minutes)
        else:
            query = self._query(heard, thread, spoken, now)
        if query.language != spoken:
            query = query.model_copy(update={"language": spoken})
        return self.run(query, now=now, favourites=favourites)

    def _query(self, heard: Heard, thread: Query | None, spoken: str, now: datetime) -> Query:
        acting = self._acting.query(heard, thread, spoken)
        if acting and not self._titles.whole([token.text for token in heard.tokens]):
            return acting
        return self._follow_up(heard, thread, now) or self._alone(heard, thread, spoken)

    def _reminded(self, heard: Heard, thread: Query | None, spoken: str, now: datetime, lead: int) -> Query:
        """Remind me of it an hour before: of what is pointed at or named, else of everything."""
        one = thread is not None and len(thread.sessions) == 1
        if not heard.has("always") and (one or not _is_bare(heard)):
            query = self._query(heard, thread, spoken, now)
            if query.action == "save" or _points(heard):
                return query.model_copy(update={"lead": lead if query.action == "save" else None})
        return Query(language=spoken, intent="help", action="remind", lead=lead)

    def _follow_up(self, heard: Heard, thread: Query | None, now: datetime) -> Query | None:
        if thread is None:
            return None
        several = len(thread.speakers) > 1 or (thread.intent in _ABOUT_ONE and len(thread.sessions) > 1)
        if several and (chosen := self._pointing.reading(heard, self.run(thread, now=now).clarify)):
            return chosen
        if pointed := self._pointing.query(heard, thread, now):
            return pointed
        changed = self._changing.query(heard, thread)
        alone = self._intents.query(heard, thread.language) if changed else None
        return None if alone and alone.intent in _ALONE else changed

    def _alone(self, heard: Heard, thread: Query | None, language: str) -> Query:
        """What the text asks by itself; "there" is where the thread was."""
        query = self._intents.query(heard, language)
        there = thread.rooms if thread and heard.has("same_room") and query.intent == "sessions" else ()
        return query.model_copy(update={"rooms": there}) if there and not query.rooms else query

    def run(self, query: Query, *, now: datetime, favourites: Collection[str] = ()) -> Answer:
        """The answer to a query, as it is now."""
        return self._answering.answer(query, now, favourites)


def _points(heard: Heard) -> bool:
    """Whether one of several is meant: the second one."""
    items = heard.setting.words.items(heard.tokens, (), lambda _: True)
    return heard.has("first", "last", "next") or any(item.kind in "on" for item in items)


def _is_bare(heard: Heard) -> bool:
    """Whether a reminder is asked for, but not of what."""
    return not (heard.topic or heard.matches or heard.time or heard.has("it") or _points(heard))


def _questions(text: str) -> list[str]:
    """The questions of one message; a title with a question mark in it stays whole where it ends there."""
    whole = text[:LONGEST].strip()
    parts = [part.strip() for part in _SEVERAL.split(whole) if part and part.strip()]
    joined = len(parts) > 1 and not re.search(r"[?!.\n]", whole[:-1]) and len(parts[0].split()) < _FEWEST_WORDS
    return [whole] if joined or not parts else parts[:_MOST_QUESTIONS]
