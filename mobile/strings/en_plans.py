"""English sentences about payment plans."""

from __future__ import annotations

from mobile.strings import catalogue_plans as c
from mobile.strings.phrase import Phrase, Plural

PLANS = c.Plans(
    action="Propose a payment plan",
    title="Propose a payment plan",
    save="Propose the plan",
    total="Amount to spread",
    parts="In how many parts?",
    times=Phrase("{n} parts"),
    parts_other="Other",
    parts_typed="Number of instalments",
    rhythm="How often?",
    rhythms={
        "weekly": "Every week",
        "fortnightly": "Every two weeks",
        "monthly": "Every month",
    },
    first="First instalment",
    preview="What will be proposed",
    preview_way="Choose the day of the first instalment.",
    troubles={
        "nothing-ticked": "Tick at least one invoice.",
        "parts-malformed": "Write a number from 2 to 60.",
        "parts-too-many": "The amount is too small for so many instalments.",
        "no-day": "Choose the day of the first instalment.",
        "day-malformed": "Write the day like this: 15/12/2026.",
        "too-long": "That is too long.",
    },
    sent=Plural(
        "Plan proposed: {amount} in {n} instalment",
        "Plan proposed: {amount} in {n} instalments",
    ),
    to_review="To review",
    not_sent="Not sent",
    kept="What you typed is kept here.",
    taken_already="It was recorded already, as it was first sent. If you try again it will be done"
    " a second time.",
    paid=Phrase("{paid} of {parts} paid"),
    missed=Plural("{n} missed", "{n} missed"),
    proposed_by=Phrase("Proposed by {who}, {day}"),
    accepted_by=Phrase("Agreement noted by {who}, {day}"),
    note=Phrase("“{note}”"),
    accept="The client agrees",
    accept_title="The client agrees",
    accept_way=Phrase(
        "The instalments become promises, {amount} in all. An agreement must be shown: say how it"
        " was given, or add the signed paper."
    ),
    accept_save="Record the agreement",
    accepted="Agreement recorded",
    proof="How the agreement was given",
    withdraw="Withdraw",
    withdraw_title="Withdraw the plan",
    cancel="Cancel",
    cancel_title="Cancel the plan",
    cancel_way=Phrase(
        "Its instalments to come are no longer expected, and {amount} are due again as before. It"
        " stays in the history, with your reason."
    ),
    why="Reason",
    cancelled="Plan ended",
    missing={
        "proof": "Say how the agreement was given, or add the paper.",
        "why": "Say why.",
        "too-long": "That is too long.",
        "failed-file": "Remove the refused file, or try again.",
    },
)
