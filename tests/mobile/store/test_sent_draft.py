"""What is typed while an entry is on its way belongs to the next one."""

from __future__ import annotations

from dataclasses import replace

from mobile.store.dispute_entry import MoveDraft
from mobile.store.promise_draft import Draft
from mobile.store.sent_draft import draft_after
from mobile.store.visit_entry import VisitDraft


def test_a_draft_that_was_sent_as_it_stands_is_blank_afterwards():
    sent, blank = MoveDraft(text="Vu."), MoveDraft()
    assert draft_after(sent, sent, blank) is blank


def test_what_was_typed_meanwhile_stays_and_is_sent_as_another():
    sent = VisitDraft(note="Vu.")
    left = draft_after(sent, replace(sent, note="Vu. Rappeler."), VisitDraft())
    assert left.note == "Vu. Rappeler."
    assert left.id != sent.id


def test_what_was_typed_and_taken_back_was_sent():
    sent, blank = Draft(note="Vu."), Draft()
    now = replace(replace(sent, note="Vu !"), note="Vu.")
    assert draft_after(sent, now, blank) is blank
