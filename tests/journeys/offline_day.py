"""A day without a network, and what others did to the same clients meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from mobile.sync.commands import COMMANDS, Kind
from shared.ids import new_id
from tests.files.samples import picture
from tests.mobile.sync.device import Said

YESTERDAY, TODAY, TOMORROW = "2026-11-19", "2026-11-20", "2026-11-21"
NEXT_WEEK = "2026-11-27"
DEBTS = (
    "A;Alpha;A1;2026-08-01;2026-09-01;5200.00",
    "A;Alpha;A2;2026-08-02;2026-09-02;800.00",
    "B;Beta;B1;2026-08-01;2026-09-01;100.00",
    "G;Gamma;G1;2026-08-01;2026-09-01;300.00",
    "D;Delta;D1;2026-08-01;2026-09-01;70.00",
    "E;Epsilon;E1;2026-08-01;2026-09-01;900.00",
    "Z;Zeta;Z1;2026-08-01;2026-09-01;1200.00",
    "Z;Zeta;Z2;2026-08-02;2026-09-02;600.00",
)
"""A line a document: client, name, number, issued on, due on, amount."""
LATER = (
    *(DEBTS[0], DEBTS[1].replace("800.00", "500.00"), *DEBTS[3:]),
    "Z;Zeta;Z3;2026-11-02;2026-12-02;40.00",
)
"""Beta has paid all of it, Alpha a part; Zeta has bought something."""

SENT = "sent"
ENDS = {
    "alpha: remark": SENT,
    "beta: remark": SENT,
    "alpha: doors": SENT,
    "gamma: too much": "disputed-too-much",
    "alpha: frame": SENT,
    "beta: contested": "nothing-left-to-dispute",
    "delta: remark": "not-found",
    "zeta: accountant": SENT,
    "beta: seen": "held",
    "alpha: today": SENT,
    "epsilon: asked": "dispute-not-so",
    "zeta: plan": SENT,
    "delta: promise": "not-found",
    "alpha: corrected": SENT,
    "epsilon: passed on": "held",
    "zeta: stop": SENT,
    "gamma: promise": SENT,
    "zeta: stop moved": SENT,
    "beta: promise": "promise-not-owed",
    "zeta: other stop": SENT,
    "delta: contact": "not-found",
    "zeta: no other stop": SENT,
    "zeta: afternoon": SENT,
    "epsilon: remark": SENT,
    "zeta: another day": SENT,
    "alpha: visit": SENT,
    "gamma: photo": SENT,
    "zeta: visit": SENT,
    "beta: farewell": SENT,
    "gamma: too late": "promise-in-the-past",
    "alpha: last word": SENT,
}
"""What was entered, in this order, and what becomes of it."""
FACTS = {
    "disputed-too-much": {"left": "50.00"},
    "dispute-not-so": {"state": "closed"},
    "not-found": {},
}


@dataclass
class Ledger:
    """Where things are on the server: clients by the letter of their code, documents by number."""

    clients: dict[str, str]
    documents: dict[str, str]
    dispute: str
    """Epsilon's, opened before the day began."""
    folder: Path
    ids: dict[str, str] = field(default_factory=lambda: {name: str(new_id()) for name in ENDS})
    photos: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._said_at = datetime.now(UTC) - timedelta(days=1)

    def day(self) -> tuple[Said, ...]:
        """Yesterday's, minute by minute, but for what is said to be of today."""
        return tuple(self._entry(name, *words) for name, words in self._words().items())

    def _entry(
        self, name: str, kind: Kind, body: dict[str, Any], about: str = "", photos: int = 0
    ) -> Said:
        if name != "gamma: too late" and "said_at" in COMMANDS[kind].model.model_fields:
            self._said_at += timedelta(minutes=1)
            body = {"said_at": self._said_at.isoformat()} | body
        body = {"id": self.ids[name]} | body
        client = self.clients[name[0].upper()]
        files = dict(self._photo(f"{name} {n}") for n in range(photos))
        return Said(name, kind, client, body, self.ids.get(about, about) or None, files)

    def _photo(self, name: str) -> tuple[str, str]:
        taken = self.folder / f"{name.replace(': ', '-')}.jpg"
        taken.write_bytes(picture(size=(200, 150)))
        self.photos.append(str(new_id()))
        return self.photos[-1], str(taken)

    def _words(self) -> dict[str, tuple[Any, ...]]:
        words = self._of_alpha() | self._of_beta() | self._of_others() | self._of_zeta()
        assert words.keys() == ENDS.keys()
        return {name: words[name] for name in ENDS}

    def _of_alpha(self) -> dict[str, tuple[Any, ...]]:
        said = {"origin_comment_id": self.ids["alpha: remark"], "reason": "quality"}
        doors = said | {"document_id": self.documents["A1"], "amount": "1000.00"}
        paid = {"document_ids": [self.documents["A2"]], "promised_on": TODAY, "channel": "visit"}
        right = {"text": "Trois portes voilées."}
        return {
            "alpha: remark": ("post-comment", {"text": "Deux portes voilées."}),
            "alpha: doors": ("open-dispute", doors, "", 2),
            "alpha: frame": ("add-dispute-entry", {"text": "Le cadre."}, "alpha: doors", 1),
            "alpha: today": ("take-promise", paid),
            "alpha: corrected": ("edit-comment", right, "alpha: remark"),
            "alpha: visit": ("report-visit", {"mood": "satisfied", "met": "Mme Roche"}),
            "alpha: last word": ("post-comment", {"text": "Il attend la pose."}),
        }

    def _of_beta(self) -> dict[str, tuple[Any, ...]]:
        contested = {"document_id": self.documents["B1"], "reason": "price"}
        paid = {"document_ids": [self.documents["B1"]], "promised_on": NEXT_WEEK}
        return {
            "beta: remark": ("post-comment", {"text": "Il conteste le prix."}),
            "beta: contested": ("open-dispute", contested, "", 1),
            "beta: seen": ("add-dispute-entry", {"text": "Vu le bon."}, "beta: contested"),
            "beta: promise": ("take-promise", paid),
            "beta: farewell": ("post-comment", {"text": "Il rappelle lundi."}),
        }

    def _of_others(self) -> dict[str, tuple[Any, ...]]:
        gamma = {"document_id": self.documents["G1"], "reason": "delivery", "amount": "100.00"}
        part = {"document_ids": [self.documents["G1"]], "amount": "40.00"}
        call = {"name": "Camille Neuf", "role": "owner", "phone": "04 72 00 00 00"}
        return {
            "gamma: too much": ("open-dispute", gamma),
            "gamma: promise": ("take-promise", part | {"promised_on": NEXT_WEEK}),
            "gamma: photo": ("post-comment", {"text": "Le quai."}, "", 1),
            "gamma: too late": ("take-promise", part | {"promised_on": YESTERDAY}),
            "delta: remark": ("post-comment", {"text": "Je reste son commercial."}),
            "delta: promise": ("take-promise", {"about": "account", "promised_on": NEXT_WEEK}),
            "delta: contact": ("add-contact", call),
            "epsilon: asked": (
                *("add-dispute-entry", {"text": "Il vérifie.", "waiting_on": "client"}),
                self.dispute,
            ),
            "epsilon: passed on": ("assign-dispute", {"department": "billing"}, self.dispute),
            "epsilon: remark": ("post-comment", {"text": "Il a trouvé l’avoir."}),
        }

    def _of_zeta(self) -> dict[str, tuple[Any, ...]]:
        accountant = {"said_by_contact_id": self.ids["zeta: accountant"]}
        halves = [{"due_on": day, "amount": "600.00"} for day in ("2026-12-20", "2027-01-20")]
        plan = accountant | {"document_ids": [self.documents["Z1"]], "instalments": halves}
        rest = {"document_ids": [self.documents["Z2"]], "promised_on": YESTERDAY}
        seen = {"visit_id": self.ids["zeta: stop"], "mood": "annoyed", "evidence": "Atelier vide."}
        return {
            "zeta: accountant": ("add-contact", {"name": "Sacha", "role": "accounts_payable"}),
            "zeta: plan": ("propose-plan", plan),
            "zeta: stop": ("plan-visit", {"planned_on": TODAY}),
            "zeta: stop moved": ("move-visit", {"planned_on": YESTERDAY}, "zeta: stop"),
            "zeta: other stop": ("plan-visit", {"planned_on": NEXT_WEEK}),
            "zeta: no other stop": ("remove-visit", {}, "zeta: other stop"),
            "zeta: afternoon": ("take-promise", rest | {"amount": "200.00"} | accountant),
            "zeta: another day": (
                "reschedule-promise",
                {"promised_on": NEXT_WEEK},
                "zeta: afternoon",
            ),
            "zeta: visit": (
                "report-visit",
                seen | {"met_contact_id": accountant["said_by_contact_id"]},
            ),
        }
