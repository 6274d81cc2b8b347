from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from mobile.store.invoices import grouped
from shared.contract.clients import ClientFile, Identity
from shared.contract.receivables import Bucket, Buckets, Document
from shared.ids import new_id
from shared.rules.aging import BUCKETS, bucket_of

TODAY = date(2026, 11, 20)
ZERO = Decimal(0)


def document(residual: Decimal, days_past_due: int) -> Document:
    due = TODAY - timedelta(days=days_past_due)
    return Document(
        id=new_id(),
        kind="invoice" if residual > 0 else "credit_note",
        number="F-1",
        issued_on=due - timedelta(days=30),
        due_on=due,
        due_estimated=False,
        currency="EUR",
        amount=residual,
        residual=residual,
    )


def file_of(documents: list[Document], free: Decimal) -> ClientFile:
    """A file as the server computes it: by the rules of aging."""
    owed = [d for d in documents if d.residual > 0]
    credit = sum((d.residual for d in documents if d.residual < 0), ZERO)
    held: dict[str, list[Decimal]] = {name: [] for name in BUCKETS}
    for one in owed:
        held[bucket_of((TODAY - one.due_on).days)].append(one.residual)
    buckets = Buckets.model_validate(
        {name: Bucket(documents=len(h), amount=sum(h, ZERO)) for name, h in held.items()}
    )
    overdue = sum((d.residual for d in owed if d.due_on < TODAY), ZERO)
    return ClientFile(
        identity=IDENTITY,
        currency="EUR",
        outstanding=sum((d.residual for d in owed), ZERO) + credit + free,
        unapplied=credit + free,
        overdue=overdue,
        oldest_days_overdue=0,
        next_due_on=None,
        buckets=buckets,
        open_documents=documents,
        open_documents_total=len(documents),
        unapplied_payments=free,
        last_payment=None,
        statistics=[],
        data_as_of=None,
        today=TODAY,
    )


IDENTITY = Identity(
    id=new_id(),
    code="C1",
    name="Vauclair",
    company_id=new_id(),
    company="Rivaton",
    branch_id=None,
    branch=None,
    siren=None,
    siret=None,
    vat_number=None,
    address=None,
    postcode=None,
    town=None,
    country=None,
    language="fr",
    currency="EUR",
    terms=None,
    profile=None,
    rep=None,
    collector=None,
    debtor_id=None,
)
AMOUNTS = st.decimals(-10_000, 10_000, places=2).filter(bool)
DOCUMENTS = st.lists(st.builds(document, AMOUNTS, st.integers(-90, 400)), max_size=20)
FREE = st.decimals(-5_000, 0, places=2)


@given(DOCUMENTS, FREE)
def test_the_groups_add_up_to_what_is_owed(documents, free):
    file = file_of(documents, free)
    assert sum((g.total for g in grouped(file)), ZERO) == file.outstanding


@given(DOCUMENTS, FREE)
def test_each_group_adds_up_to_the_figure_it_shows(documents, free):
    for group in grouped(file_of(documents, free)):
        rows = sum((d.residual for d in group.documents), ZERO)
        assert rows + group.free_payments == group.total


@given(DOCUMENTS, FREE)
def test_no_open_document_is_left_out(documents, free):
    shown = [d.id for g in grouped(file_of(documents, free)) for d in g.documents]
    assert sorted(shown) == sorted(d.id for d in documents)


@given(DOCUMENTS, st.sampled_from(BUCKETS))
def test_a_bucket_shows_the_documents_of_its_amount(documents, bucket):
    file = file_of(documents, ZERO)
    for group in grouped(file, bucket):
        assert sum((d.residual for d in group.documents), ZERO) == group.total


def test_an_invoice_due_today_is_still_to_come():
    (group,) = grouped(file_of([document(Decimal("120.00"), 0)], ZERO))
    assert group.name == "coming"


def test_a_client_who_owes_nothing_has_no_group():
    assert grouped(file_of([], ZERO)) == []


def test_money_received_that_settles_nothing_is_shown_with_the_credits():
    (group,) = grouped(file_of([], Decimal("-50.00")))
    assert (group.name, group.total, group.free_payments) == (
        "credits",
        Decimal("-50.00"),
        Decimal("-50.00"),
    )
