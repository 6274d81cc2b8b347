"""A promise in sentences: who said it, what it is about, what came in, how it was judged."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, tzinfo

    from mobile.components.look import Look
    from shared.contract.promises import CountedPart, Judgement, Promise, PromisedDocument

NAMED_MOST = 3
ZERO = Decimal(0)


def who_words(look: Look, promise: Promise) -> str:
    """`dit par Mme Corval, sur place`; empty where nobody noted it."""
    said = look.strings.promises
    name = said.said_by(name=promise.said_by) if promise.said_by else ""
    how = said.said_how[promise.channel] if promise.channel != "other" else ""
    return ", ".join(part for part in (name, how) if part)


def about_words(look: Look, promise: Promise) -> str:
    if promise.about == "account":
        return look.strings.promises.on_account
    return numbers(look, promise.documents)


def numbers(look: Look, documents: list[PromisedDocument]) -> str:
    """The first few, and how many more."""
    named = ", ".join(one.number for one in documents[:NAMED_MOST])
    left = len(documents) - NAMED_MOST
    return f"{named} {look.strings.promises.documents_more(left)}" if left > 0 else named


def standing_words(look: Look, promise: Promise, today: date) -> Iterator[str]:
    """How it stands: what came in, what nobody can know, when it was paid after all."""
    said = look.strings.promises
    if promise.counted > 0:
        yield said.received(
            counted=look.amount(promise.counted, promise.currency),
            amount=look.amount(promise.amount, promise.currency),
        )
    if promise.disputed > 0:
        yield said.disputed(amount=look.amount(promise.disputed, promise.currency))
    if promise.is_unknown:
        through = promise.cash_through
        yield said.cash_since(day=look.day(through, today)) if through else said.cash_never
    elif promise.is_suspended:
        yield said.waits
    elif promise.state == "open" and promise.promised_on < today:
        yield said.until(day=look.day(promise.deadline_on, today))
    if promise.state == "kept_late" and promise.parts:
        paid_on = max(part.value_on for part in promise.parts)
        yield said.kept_late_on(day=look.day(paid_on, today))


def events(look: Look, promise: Promise, today: date, zone: tzinfo) -> Iterator[str]:
    """Its history, oldest first: taken, paid, judged, ended."""
    said = look.strings.promises
    said_on = look.day(promise.said_at.astimezone(zone).date(), today)
    taker = promise.taken_by
    yield said.taken_by(who=taker.name, day=said_on) if taker else said.taken(day=said_on)
    if promise.origin_comment_id is not None:
        yield look.strings.thread.from_thread
    if promise.note:
        yield said.note(note=promise.note)
    named = {one.id: one.number for one in promise.documents}
    for part in promise.parts:
        number = named.get(part.document_id) if part.document_id else None
        yield " · ".join(
            text for text in (_part(look, part, promise.currency, today), number) if text
        )
    for judgement in promise.judgements:
        yield _judged(look, judgement, promise.currency, today)
    yield from _ended(look, promise, today, zone)


def _part(look: Look, part: CountedPart, currency: str, today: date) -> str:
    said, amount = look.strings.promises, look.amount(part.amount, currency)
    last = look.day(part.value_on, today)
    if part.value_after is not None:
        first = look.day(part.value_after, today)
        return said.part_between(amount=amount, first=first, last=last)
    if part.by == "unknown":
        return said.part_unknown(amount=amount, day=last)
    return said.part(amount=amount, day=last)


def _judged(look: Look, judgement: Judgement, currency: str, today: date) -> str:
    said = look.strings.promises
    day, verdict = look.day(judgement.closed_on, today), said.verdicts[judgement.verdict]
    parts = [said.judged_unexpected(day=day, verdict=verdict)]
    if judgement.verdict != "reopened":
        parts = [
            said.judged(
                day=day,
                verdict=verdict,
                counted=look.amount(judgement.counted, currency),
                expected=look.amount(judgement.expected, currency),
            )
        ]
    if judgement.disputed > ZERO:
        parts.append(said.disputed(amount=look.amount(judgement.disputed, currency)))
    if judgement.cash_through is not None:
        parts.append(said.cash_then(day=look.day(judgement.cash_through, today)))
    return ", ".join(parts)


def _ended(look: Look, promise: Promise, today: date, zone: tzinfo) -> Iterator[str]:
    said = look.strings.promises
    if promise.ended_at is not None:
        day, word = (
            look.day(promise.ended_at.astimezone(zone).date(), today),
            said.states[promise.state],
        )
        who = promise.ended_by
        yield (
            said.ended_by(state=word, who=who.name, day=day)
            if who
            else said.ended(state=word, day=day)
        )
    if promise.ended_why:
        yield said.note(note=promise.ended_why)
