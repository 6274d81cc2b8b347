"""Promises of payment, payment plans, and how each was judged.

Amounts are positive and in the promise's currency. Judgements are appended, never changed (trigger
`promise_judgement_is_append_only`); `state` is that of the last one, or how the promise ended, and
is kept so that lists need not ask (an invariant holds it against the judgements).
"""

from __future__ import annotations

from piccolo.columns import UUID
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from backend.clients.tables import Client
from backend.database import columns
from backend.files.tables import StoredFile
from backend.identity.tables import Account
from backend.receivables.tables import Document


class PaymentPlan(Table, tablename="payment_plan"):
    """Instalments proposed on what is owed of some invoices, and what became of them.

    `proof` is how the client's acceptance can be shown, in words; beside it, or instead, stand the
    papers of `plan_file` (the database asks for one of the two: migration 0011).
    """

    id = columns.key()
    client = columns.link(Client, index=True)
    currency = columns.text()
    amount = columns.money()
    state = columns.text()
    said_by_contact = UUID(default=None, null=True)
    said_by = columns.text(null=True)
    note = columns.text(null=True)
    proposed_by = columns.link(Account, null=True)
    said_at = columns.instant()
    taken_on = columns.day()
    recorded_at = columns.instant()
    accepted_by = columns.link(Account, null=True)
    accepted_at = columns.instant(null=True)
    proof = columns.text(null=True)
    ended_by = columns.link(Account, null=True)
    ended_at = columns.instant(null=True)
    ended_why = columns.text(null=True)

    payment_plan_amount_sane = Check("amount > 0 AND amount < 1e15 AND scale(amount) <= 4")
    payment_plan_currency_code = Check("currency ~ '^[A-Z]{3}$'")
    payment_plan_state_known = Check(
        "state IN ('proposed', 'accepted', 'active', 'completed', 'broken', 'cancelled')"
    )


class PlanDocument(Table, tablename="plan_document"):
    id = columns.key()
    plan = columns.link(PaymentPlan)
    document = columns.link(Document, index=True)

    plan_document_once = Unique(["plan", "document"])


class PlanFile(Table, tablename="plan_file"):
    """A signed paper, or a photo of one, that shows the client's acceptance."""

    id = columns.key()
    plan = columns.link(PaymentPlan)
    file = columns.link(StoredFile, index=True)

    plan_file_once = Unique(["plan", "file"])


class PlanInstalment(Table, tablename="plan_instalment"):
    """What is due when; from the acceptance on, the promise at that `place` of the plan."""

    id = columns.key()
    plan = columns.link(PaymentPlan)
    place = columns.count()
    due_on = columns.day()
    amount = columns.money()

    plan_instalment_place_once = Unique(["plan", "place"])
    plan_instalment_amount_sane = Check("amount > 0 AND amount < 1e15 AND scale(amount) <= 4")


class Promise(Table, tablename="promise"):
    """What a client said it would pay: `client` is the one it was said of, merged since or not.

    `taken_on` is the business day it was said on, `deadline_on` the one at whose end it is judged:
    the grace is that of the day it was taken. `replaces` is the promise it put off, `reschedules`
    how many were put off before it. An instalment of an accepted `plan` is a promise too.
    `said_by_contact` names a contact without a foreign key: contacts may be removed, `said_by`
    keeps the name.
    """

    id = columns.key()
    client = columns.link(Client)
    on_account = columns.flag()
    currency = columns.text()
    amount = columns.money()
    promised_on = columns.day()
    deadline_on = columns.day()
    state = columns.text()
    said_by_contact = UUID(default=None, null=True)
    said_by = columns.text(null=True)
    channel = columns.text()
    note = columns.text(null=True)
    # Of a module above this one: the database holds the tie (migration 0009b).
    origin_comment = UUID(default=None, null=True)
    taken_by = columns.link(Account, null=True)
    said_at = columns.instant()
    taken_on = columns.day()
    recorded_at = columns.instant()
    replaces = columns.link("self", null=True)
    reschedules = columns.count()
    plan = columns.link(PaymentPlan, null=True)
    place = columns.count()
    ended_by = columns.link(Account, null=True)
    ended_at = columns.instant(null=True)
    ended_why = columns.text(null=True)

    promise_replaced_once = Unique(["replaces"])
    promise_amount_sane = Check("amount > 0 AND amount < 1e15 AND scale(amount) <= 4")
    promise_currency_code = Check("currency ~ '^[A-Z]{3}$'")
    promise_judged_after_its_date = Check("deadline_on >= promised_on")
    promise_state_known = Check(
        "state IN ('open', 'kept', 'partly_kept', 'broken', 'kept_late', 'superseded', 'withdrawn')"
    )
    promise_channel_known = Check(
        "channel IN ('phone', 'visit', 'email', 'letter', 'message', 'other')"
    )
    promise_ended_with_its_state = Check(
        "(state IN ('superseded', 'withdrawn')) = (ended_at IS NOT NULL)"
    )


class PromiseDocument(Table, tablename="promise_document"):
    """An invoice the promise is about; of one on the account, all that were owed then."""

    id = columns.key()
    promise = columns.link(Promise)
    document = columns.link(Document, index=True)

    promise_document_once = Unique(["promise", "document"])


class PromiseKnown(Table, tablename="promise_known"):
    """Money that had lowered the residual when the promise was taken, by what brought it.

    `credit` names a payment by its identity in its source, so that a corrected import is known
    again; null where something unknown had settled the invoice.
    """

    id = columns.key()
    promise = columns.link(Promise, index=True)
    credit = columns.text(null=True)
    amount = columns.money()

    promise_known_amount_positive = Check("amount > 0")


class PromiseJudgement(Table, tablename="promise_judgement"):
    """The `place`-th judgement of a promise, made by the closing of `closed_on`.

    `expected` and `counted` are those of its deadline, of *kept_late* those of the closed day.
    `cash_through` is how far the company's cash was known when it was made.
    """

    id = columns.key()
    promise = columns.link(Promise)
    place = columns.count()
    closed_on = columns.day()
    verdict = columns.text()
    expected = columns.money()
    counted = columns.money()
    disputed = columns.money()
    cash_through = columns.day(null=True)
    judged_at = columns.instant()

    promise_judgement_place_once = Unique(["promise", "place"])
    promise_judgement_verdict_known = Check(
        "verdict IN ('kept', 'partly_kept', 'broken', 'kept_late', 'reopened')"
    )
    promise_judgement_amounts_sane = Check("expected >= 0 AND counted >= 0 AND disputed >= 0")
