"""What is typed of a contact: kept until it is taken, whether or not its sheet stays open."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID  # noqa: TC003 - a dataclass's fields are looked at

from shared.contract.clients import Contact, ContactRole  # noqa: TC001 - as above
from shared.ids import new_id


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """What is typed of a contact; without `known`, a new one, which then has this `id`."""

    known: Contact | None = None
    name: str = ""
    role: ContactRole = "other"
    email: str = ""
    phone: str = ""
    mobile: str = ""
    failure: str = ""
    busy: bool = False
    id: UUID = field(default_factory=new_id)

    @classmethod
    def of(cls, one: Contact) -> ContactDraft:
        return cls(one, one.name, one.role, one.email or "", one.phone or "", one.mobile or "")

    def typed(self, name: str, text: str) -> ContactDraft:
        return replace(self, **{name: text})  # type: ignore[arg-type]

    @property
    def values(self) -> dict[str, Any]:
        return {
            "name": self.name.strip(),
            "role": self.role,
            "email": self.email.strip() or None,
            "phone": self.phone.strip() or None,
            "mobile": self.mobile.strip() or None,
        }

    @property
    def is_typed(self) -> bool:
        blank = ContactDraft.of(self.known) if self.known else ContactDraft()
        return self.values != blank.values


class ContactDrafts:
    """Those of one client, by the contact they change; a new one's under None."""

    def __init__(self) -> None:
        self._kept: dict[UUID | None, ContactDraft] = {}

    @property
    def is_typed(self) -> bool:
        return bool(self._kept)

    def opened(self, known: Contact | None = None) -> ContactDraft:
        """What was typed of it and not taken yet, else the contact as it is."""
        kept = self._kept.get(known.id if known else None)
        if kept is not None:
            return replace(kept, known=known)
        return ContactDraft.of(known) if known else ContactDraft()

    def keep(self, draft: ContactDraft) -> ContactDraft:
        """As it is typed; what is as it was before is no draft."""
        key = draft.known.id if draft.known else None
        self._kept.pop(key, None)
        if draft.is_typed:
            self._kept[key] = replace(draft, failure="", busy=False)
        return draft

    def put_back(self, draft: ContactDraft) -> None:
        """It was not taken. What was typed in its place since stays."""
        if (draft.known.id if draft.known else None) not in self._kept:
            self.keep(draft)

    def drop(self, draft: ContactDraft) -> None:
        """Another one that is written in its place stays."""
        key = draft.known.id if draft.known else None
        if key in self._kept and self._kept[key].id == draft.id:
            del self._kept[key]
