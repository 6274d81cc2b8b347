"""Every sentence of the app by name. A language is one complete `Strings`.

One group a screen. A plain sentence is text, one with places a `Phrase`, one that counts a
`Plural`; a dict names the words of the contract.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mobile.strings.catalogue_disputes import Causes, DisputeMoves, Disputes, DisputeSheet
    from mobile.strings.catalogue_entries import Entries, Refusals
    from mobile.strings.catalogue_files import Files
    from mobile.strings.catalogue_office import Data, Team
    from mobile.strings.catalogue_offline import Offline
    from mobile.strings.catalogue_plans import Plans
    from mobile.strings.catalogue_portfolio import Assignment, History, Merging, Report
    from mobile.strings.catalogue_promises import Promises, PromiseSheet
    from mobile.strings.catalogue_shell import Common, Failure, Me, Shell, SignIn
    from mobile.strings.catalogue_thread import CommentSheet, Thread
    from mobile.strings.catalogue_today import Brief, Today, VisitSheet
    from mobile.strings.phrase import Phrase, Plural
    from shared.contract.clients import ClientFilter, ClientSort, ContactRole, TermsBasis
    from shared.contract.identity import Language
    from shared.contract.receivables import BucketName, DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """Days past due, as shown and as read aloud; the days themselves are in shared.formats."""

    buckets: dict[BucketName, str]
    buckets_spoken: dict[BucketName, str]
    bucket_spoken: Phrase
    bar: str
    oldest: Phrase
    up_to_date: str
    late: str
    very_late: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clients:
    none_chosen: str
    none_chosen_way: str
    title: str
    count: Plural
    count_owing: Phrase
    search: str
    clear_search: str
    filters: dict[ClientFilter, str]
    sort: str
    sorts: dict[ClientSort, str]
    outstanding_spoken: Phrase
    overdue: Phrase
    overdue_spoken: Phrase
    nothing_overdue: str
    other_currencies: Plural
    found_by: Phrase
    visited: Phrase
    never_visited: str
    loading: str
    loading_more: str
    end: str
    empty: str
    empty_way: str
    empty_way_admin: str
    no_match: Phrase
    no_match_way: str
    choose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFile:
    refresh: str
    free_payments: str
    more_paid: str
    add_contact: str
    remove_contact: str
    contact_name: str
    contact_phone: str
    contact_mobile: str
    contact_malformed: str
    statement_pdf: str
    statement_excel: str
    statement_name: Phrase
    whom: str
    outstanding: str
    overdue: str
    nothing_overdue: str
    unapplied: str
    next_due: Phrase
    no_next_due: str
    other_currency: Phrase
    tab_invoices: str
    tab_contacts: str
    tab_identity: str
    tab_history: str
    group_overdue: str
    group_coming: str
    group_credits: str
    group_paid: str
    show_paid: str
    no_open: str
    no_open_way: str
    no_paid: str
    in_bucket: Phrase
    all_open: str
    last_payment: Phrase
    no_payment: str
    pays_late: Plural
    pays_in_time: str
    habits_unknown: str
    statement: str
    call: str
    text_message: str
    write: str
    no_contact: str
    no_contact_way: str
    contact_roles: dict[ContactRole, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    code: str
    company: str
    branch: str
    siren: str
    siret: str
    vat: str
    address: str
    terms: str
    terms_of: dict[TermsBasis, Plural]
    profile: str
    rep: str
    collector: str
    nobody: str
    merged: str
    change_at: Phrase
    no_changes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    estimated_mark: str
    issued_on: str
    due_on: str
    label: str
    kinds: dict[DocumentKind, str]
    issued: Phrase
    due: Phrase
    was_due: Phrase
    due_today: str
    estimated: str
    of_amount: Phrase
    amount: str
    residual: str
    residual_spoken: Phrase
    settled: str
    settled_on: Phrase
    settled_between: Phrase
    settlements: str
    no_settlement: str
    age_from_issue: str
    days_past_due: str
    branch: str
    source: str
    settled_by: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strings:
    language: Language
    common: Common
    shell: Shell
    failure: Failure
    sign_in: SignIn
    age: Age
    clients: Clients
    file: ClientFile
    identity: Identity
    document: Document
    me: Me
    team: Team
    data: Data
    history: History
    merging: Merging
    assignment: Assignment
    report: Report
    promises: Promises
    promise_sheet: PromiseSheet
    thread: Thread
    comment_sheet: CommentSheet
    plans: Plans
    brief: Brief
    today: Today
    visit_sheet: VisitSheet
    files: Files
    disputes: Disputes
    dispute_sheet: DisputeSheet
    dispute_moves: DisputeMoves
    causes: Causes
    entries: Entries
    refusals: Refusals
    offline: Offline
