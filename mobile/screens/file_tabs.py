"""The tabs of a client's file, and what each of them holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.components.navigation import Tab
from mobile.screens import contacts, identity, invoices
from mobile.screens.disputes import DisputeCards
from mobile.screens.hooks import keyed
from mobile.screens.promises import PromiseCards
from mobile.screens.thread import thread_cards
from mobile.store.dispute_draft import held_by
from mobile.store.disputes import standing
from mobile.store.invoices import Marked
from mobile.store.promises import listed_alone, open_ones, promised_days

if TYPE_CHECKING:
    from collections.abc import Callable

    import flet as ft

    from mobile.components.look import Look
    from mobile.store.client_file import OneClient
    from mobile.store.desk import Desk
    from mobile.store.disputes import ClientDisputes
    from mobile.store.place import FileTab
    from mobile.store.promises import Promises
    from shared.contract.clients import ClientFile
    from shared.contract.receivables import BucketName
    from shared.contract.threads import ThreadHead


def of_tab(
    desk: Desk,
    look: Look,
    client: OneClient,
    file: ClientFile,
    promises: Promises,
    disputes: ClientDisputes,
    tab: FileTab,
    bucket: BucketName | None,
    drawn: int,
    show_all: Callable[[], None],
) -> list[ft.Control]:
    match tab:
        case "disputes":
            return [keyed(DisputeCards, tab)(desk, look, file, disputes)]
        case "thread":
            return [thread_cards(desk, look, client, client.thread, client.thread.head, key=tab)]
        case "promises":
            return [keyed(PromiseCards, tab)(desk, look, client, file, promises, client.plans)]
        case "contacts":
            return [keyed(contacts.ContactCards, tab)(desk, look, client.contacts)]
        case "identity":
            return [identity.card(look, file.identity)]
        case _:
            marked = Marked(promised_days(promises.items), held_by(disputes.items))
            open_ = invoices.groups(desk, look, file, bucket, drawn, show_all, marked)
            return [*open_, invoices.PaidDocuments(desk, look, file, client.paid)]


def tabs_of(
    look: Look,
    file: ClientFile,
    promises: Promises,
    disputes: ClientDisputes,
    head: ThreadHead | None,
    *,
    with_thread: bool,
) -> list[Tab]:
    words = look.strings.file
    waiting = len(open_ones(listed_alone(promises.items)))
    return [
        Tab("invoices", words.tab_invoices, file.open_documents_total),
        *([thread_tab(look, head)] if with_thread else []),
        Tab("disputes", look.strings.disputes.tab, len(standing(disputes.items)) or None),
        Tab("promises", look.strings.promises.tab, waiting or None),
        Tab("contacts", words.tab_contacts),
        Tab("identity", words.tab_identity),
    ]


def thread_tab(look: Look, head: ThreadHead | None) -> Tab:
    """With how many comments there are, and how many of them were not read."""
    said = look.strings.thread
    if head is None:
        return Tab("thread", said.tab)
    fresh = said.unread(head.unread) if head.unread else ""
    return Tab("thread", said.tab, head.comments or None, head.unread, fresh)
