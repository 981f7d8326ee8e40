"""The organisers' inbox, and the answer as it reaches whoever asked."""

from collections.abc import Sequence

from bot.domain.inbox import OpenQuestion
from bot.texts import Markup, Texts
from handlers.organiser.buttons import AnswerQuestion, DropQuestion, Inbox
from handlers.views.reply import EDIT, NO, Reply, button, keyboard


def inbox(texts: Texts, questions: Sequence[OpenQuestion], count: int) -> Reply:
    """The open questions, each to answer or to drop."""
    if not questions:
        return Reply(texts("inbox-empty"))
    listed = [
        texts("inbox-question", number=number, question=one.text, count=one.times)
        for number, one in enumerate(questions, 1)
    ]
    more = [texts("answer-more", count=count - len(questions))] if count > len(questions) else []
    rows = [
        [button(f"{EDIT} {number}", AnswerQuestion(one.id)), button(f"{NO} {number}", DropQuestion(one.id))]
        for number, one in enumerate(questions, 1)
    ]
    return Reply("\n\n".join([texts("inbox-heading", count=count), *listed, *more]), keyboard(rows))


def ask_for_answer(texts: Texts, question: OpenQuestion) -> Reply:
    """Ask for the answer to one question."""
    back = [button(f"{NO} {texts.plain('button-cancel')}", Inbox())]
    return Reply(texts("inbox-write", question=question.text), keyboard([back]))


def answered(texts: Texts, question: str, html: str) -> Reply:
    """What whoever asked receives."""
    return Reply(texts("inbox-answer", question=question, answer=Markup(html)))
