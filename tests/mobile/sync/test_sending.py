"""Entries on their way: in order, once each, explained where the server says no."""

from __future__ import annotations

from pathlib import Path

import pytest

from mobile.sync.entries import Counts
from mobile.sync.owner import Owner
from mobile.sync.refusals import MayHaveArrived
from mobile.sync.sending import Round, Sending
from shared.contract.disputes import CloseDispute
from shared.contract.visits import RemoveVisit
from shared.ids import new_id
from tests.mobile.sync.phone import Phone
from tests.mobile.sync.pieces import ALPHA, BETA, answer, comment, dispute, outbox, photo, promise
from tests.mobile.sync.server import NO, Fault

pytestmark = pytest.mark.anyio


async def test_entries_leave_in_their_order_and_are_known_to_be_sent(phone: Phone):
    first = await phone.kept.record("take-promise", ALPHA, promise())
    second = await phone.kept.record("post-comment", ALPHA, comment())
    third = await phone.kept.record("remove-visit", BETA, RemoveVisit(), about_id=new_id())
    assert await phone.round() == Round("done", None)
    assert phone.server.applied == [first.id, second.id, third.id]
    assert phone.told() == ["sent", "sent", "sent"]
    assert phone.kept.counts() == Counts(waiting=0, review=0)
    sent = phone.kept.entry(first.id)
    assert (sent.kept_id, sent.answer) == (first.id, {"id": str(first.id)})
    await phone.round()
    assert len(phone.server.applied) == 3


@pytest.mark.parametrize("fault", ["lost", "slow-lost", "busy", "error", "page", "limited"])
async def test_an_answer_that_never_came_is_asked_for_again(phone: Phone, fault: Fault):
    entry = await phone.kept.record("post-comment", ALPHA, comment())
    await phone.round(fault)
    assert phone.told() == ["saved"]
    with pytest.raises(MayHaveArrived):
        await phone.kept.say_again(entry.id, comment("Autrement."))
    with pytest.raises(MayHaveArrived):
        await phone.kept.discard(entry.id)
    phone.clock.seconds += 30
    assert (await phone.round()).ended == "done"
    assert phone.told() == ["sent"]
    assert phone.server.applied == [entry.id]


async def test_what_is_refused_waits_for_its_author_and_holds_only_what_builds_on_it(phone: Phone):
    record = phone.kept.record
    refused = await record("open-dispute", ALPHA, dispute(NO))
    answered = await record("add-dispute-entry", ALPHA, answer(), about_id=refused.id)
    closed = await record("close-dispute", ALPHA, CloseDispute(), about_id=refused.id)
    apart = await record("post-comment", ALPHA, comment())
    elsewhere = await record("take-promise", BETA, promise())
    await phone.round()
    assert phone.told() == ["review", "held", "held", "sent", "sent"]
    assert phone.kept.held() == {answered.id: refused.id, closed.id: refused.id}
    assert phone.kept.counts() == Counts(waiting=2, review=1)
    problem = phone.kept.entry(refused.id).problem
    assert problem is not None
    assert (problem.status, problem.code) == (409, "state-says-no")

    await phone.kept.say_again(refused.id, dispute("Deux portes."))
    await phone.round()
    assert phone.told() == ["sent"] * 5
    assert phone.server.applied == [
        *(apart.id, elsewhere.id, refused.id, answered.id, closed.id),
    ]


async def test_a_refused_entry_that_is_discarded_lets_the_others_find_out(phone: Phone):
    refused = await phone.kept.record("open-dispute", ALPHA, dispute(NO))
    await phone.kept.record("add-dispute-entry", ALPHA, answer(), about_id=refused.id)
    await phone.round()
    await phone.kept.discard(refused.id)
    assert phone.told() == ["saved"]
    await phone.round()
    assert phone.told() == ["sent"]  # the real server says 404, and it waits for its author


async def test_words_that_were_taken_and_then_changed_are_two_entries(phone: Phone):
    """The answer was lost, and another release of the app wrote the same id differently."""
    entry = await phone.kept.record("post-comment", ALPHA, comment())
    await phone.round("lost")
    phone.server.bodies[entry.id] = {"text": "as another release wrote it"}
    phone.sending.wake()
    await phone.round()
    assert phone.told() == ["review"]
    again = await phone.kept.say_again(entry.id, comment("Il paie jeudi."))
    assert again.command_id != entry.id
    await phone.round()
    assert phone.server.applied == [entry.id, again.command_id]
    assert phone.told() == ["sent"]


async def test_nothing_is_sent_before_its_client_has_rested(phone: Phone):
    slow = await phone.kept.record("post-comment", ALPHA, comment())
    other = await phone.kept.record("post-comment", BETA, comment())
    assert await phone.round("slow") == Round("done", 1.0)
    assert phone.server.applied == [other.id]  # one client's rest is not another's
    phone.clock.seconds += 0.9
    await phone.round()
    assert phone.server.applied == [other.id]
    phone.clock.seconds += 0.1
    assert (await phone.round("busy")).next_seconds == 2.0
    phone.clock.seconds += 2
    assert (await phone.round("limited")).next_seconds == 30.0  # what the server asked for
    phone.sending.wake()  # the person asks
    await phone.round()
    assert phone.server.applied == [other.id, slow.id]


async def test_without_a_network_nobody_is_tried_after_the_first(phone: Phone):
    for client in (ALPHA, BETA):
        await phone.kept.record("post-comment", client, comment())
    ended = await phone.round("cut")
    assert (ended.ended, ended.next_seconds) == ("offline", 1.0)
    assert phone.told() == ["saved", "saved"]
    assert [entry.tries for entry in phone.kept.entries()] == [1, 0]


async def test_a_session_that_is_over_pauses_and_keeps_everything(phone: Phone):
    await phone.kept.record("post-comment", ALPHA, comment())
    phone.server.signed_out = True
    assert (await phone.round()).ended == "signed-out"
    assert phone.told() == ["saved"]
    phone.server.signed_out = False
    assert (await phone.round()).ended == "done"
    assert phone.told() == ["sent"]


async def test_somebody_elses_session_sends_nothing(phone: Phone, tmp_path: Path):
    """Another window of the same browser signed in as somebody else."""
    hers = Owner("https://credit.test", new_id())
    with outbox(tmp_path, hers) as kept:
        await kept.record("open-dispute", ALPHA, dispute(), files=[photo()])
        await kept.record("post-comment", BETA, comment())
        ended = await Sending(kept, phone.server.wire()).round()
        assert ended.ended == "signed-out"
        assert list(kept.standings().values()) == ["saved", "saved"]
    assert (phone.server.applied, phone.server.files) == ([], {})


async def test_what_was_long_sent_is_forgotten_but_not_what_may_still_be_named(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("mobile.sync.sending.SENT_KEPT", 2)
    opened = await phone.kept.record("open-dispute", ALPHA, dispute())
    for _ in range(4):
        await phone.kept.record("post-comment", BETA, comment())
    await phone.kept.record("post-comment", ALPHA, comment(NO))
    await phone.round()
    ids = {entry.id for entry in phone.kept.entries(ALPHA)}
    assert opened.id in ids  # ALPHA has something to look at
    assert len(phone.kept.entries(BETA)) == 2


async def test_what_was_taken_back_meanwhile_is_not_sent(phone: Phone):
    first = await phone.kept.record("post-comment", ALPHA, comment())
    second = await phone.kept.record("post-comment", ALPHA, comment("Non, jeudi."))
    told: list[str] = []
    phone.kept.disk.step = told.append
    chosen = phone.sending._next()
    assert chosen is not None
    await phone.kept.discard(first.id)
    await phone.sending._send(chosen)
    assert told == []
    await phone.round()
    assert phone.server.applied == [second.id]


async def test_an_entry_of_a_later_release_waits_for_its_author(phone: Phone):
    entry = await phone.kept.record("post-comment", ALPHA, comment())
    phone.kept.disk.rows._connection.execute("UPDATE entry SET kind = 'sing-a-song'")
    await phone.round()
    refused = phone.kept.entry(entry.id)
    assert refused.problem is not None
    assert refused.problem.code == "unknown-kind"
    await phone.kept.discard(entry.id)
