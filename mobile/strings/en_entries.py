"""English sentences about what was entered on a device."""

from typing import Final

from mobile.strings import catalogue_entries as c
from mobile.strings.phrase import Phrase, Plural

ENTRIES: Final = c.Entries(
    title="Entries",
    waiting=Plural("{n} entry waiting", "{n} entries waiting"),
    review=Plural("{n} entry to review", "{n} entries to review"),
    none="Everything has gone",
    none_way="What you enter without a network waits here, and goes by itself.",
    nothing_kept="Nothing is kept here",
    nothing_kept_way="This window sends each entry at once."
    " Install the app to work without a network.",
    elsewhere="Open in another window",
    elsewhere_way="Another window of this device holds the entries. Close it to see them here.",
    failed="The entries of this device cannot be opened",
    kept="Saved on this device – it goes as soon as the network is back",
    kept_again="The entry is on its way again",
    pending="To be sent",
    mark=Phrase("{what} · {state}"),
    standings={
        "saved": "Saved",
        "sending": "Sending",
        "sent": "Sent",
        "held": "Held",
        "review": "To review",
    },
    kinds={
        "post-comment": "Comment",
        "edit-comment": "Changed comment",
        "take-promise": "Promise",
        "reschedule-promise": "Promise put off",
        "withdraw-promise": "Promise withdrawn",
        "propose-plan": "Payment plan proposed",
        "accept-plan": "Payment plan agreed",
        "cancel-plan": "End of a payment plan",
        "open-dispute": "Dispute",
        "add-dispute-entry": "Answer to a dispute",
        "assign-dispute": "Dispute handed over",
        "resolve-dispute": "Decision on a dispute",
        "close-dispute": "Dispute closed",
        "reopen-dispute": "Dispute reopened",
        "plan-visit": "Visit planned",
        "move-visit": "Visit moved",
        "remove-visit": "Visit taken off",
        "report-visit": "Visit report",
        "add-contact": "New contact",
    },
    unknown_kind="Entry",
    client_unknown="Client out of your scope",
    said_at=Phrase("Entered {when}"),
    by=Phrase("Said by {who}"),
    for_day=Phrase("for {day}"),
    of_invoices=Plural("{n} invoice", "{n} invoices"),
    instalments=Plural("{n} instalment", "{n} instalments"),
    on_the=Phrase("on {day}"),
    files=Plural("{n} file", "{n} files"),
    held_why="Waits until the entry to review that it builds on is settled.",
    reasons={
        "file-lost": "This device has lost a file of this entry. Change it or discard it.",
        "unknown-kind": "This version of the app cannot send this entry. Update it.",
    },
    modify="Change",
    again="Send again",
    discard="Discard",
    discard_title="Discard this entry?",
    discard_ask="It has not gone, and is nowhere but on this device. Nobody can bring it back.",
    discard_yes="Discard the entry",
    discard_keep="Keep it",
    send_now="Send now",
    discarded="Entry discarded",
    leave_title="Sign out?",
    leave_ask=Plural(
        "{n} entry has not gone. It stays on this device, locked, until you sign in again.",
        "{n} entries have not gone. They stay on this device, locked, until you sign in again.",
    ),
    leave_first="Send first",
    leave_anyway="Sign out anyway",
)
REFUSALS: Final = c.Refusals(
    not_kept="This device could not save it: its storage is full or refused.",
    full="Too many entries and photos are already waiting on this device (200 MB)."
    " Send them first.",
    file_too_large=Phrase("{name} is larger than 15 MB."),
    too_many_files=Plural("{n} file at most with an entry.", "{n} files at most with an entry."),
    already_entered="This is already saved on this device as it was entered the first time.",
    may_have_arrived="This entry is on its way, and may have arrived."
    " It cannot be changed before the server has answered.",
    somebody_else="Somebody else is signed in on this device.",
)
