"""Where a person is in the app: one value for each address, and back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal
from urllib.parse import quote, unquote, urlsplit
from uuid import UUID


@dataclass(frozen=True, slots=True)
class SignIn:
    path: str = "/connexion"


@dataclass(frozen=True, slots=True)
class Today:
    path: str = "/aujourdhui"


@dataclass(frozen=True, slots=True)
class Clients:
    path: str = "/clients"


FileTab = Literal["invoices", "thread", "disputes", "promises", "contacts", "identity"]
TABS: Final[dict[FileTab, str]] = {
    "invoices": "",
    "thread": "/fil",
    "disputes": "/litiges",
    "promises": "/promesses",
    "contacts": "/contacts",
    "identity": "/fiche",
}


@dataclass(frozen=True, slots=True)
class Client:
    """A client's file, open at one of its tabs."""

    client_id: UUID
    tab: FileTab = "invoices"

    @property
    def path(self) -> str:
        return f"/clients/{self.client_id}{TABS[self.tab]}"


@dataclass(frozen=True, slots=True)
class Document:
    client_id: UUID
    document_id: UUID

    @property
    def path(self) -> str:
        return f"/clients/{self.client_id}/factures/{self.document_id}"


@dataclass(frozen=True, slots=True)
class History:
    """What was changed about a client."""

    client_id: UUID

    @property
    def path(self) -> str:
        return f"/clients/{self.client_id}/historique"


@dataclass(frozen=True, slots=True)
class Dispute:
    """One of a client's disputes."""

    client_id: UUID
    dispute_id: UUID

    @property
    def path(self) -> str:
        return f"/clients/{self.client_id}/litiges/{self.dispute_id}"


@dataclass(frozen=True, slots=True)
class MyDisputes:
    """Those that wait for whoever is signed in."""

    path: str = "/litiges"


@dataclass(frozen=True, slots=True)
class MyDispute:
    """One of them: the same dispute, from another list."""

    dispute_id: UUID

    @property
    def path(self) -> str:
        return f"/litiges/{self.dispute_id}"


@dataclass(frozen=True, slots=True)
class Causes:
    """Why clients do not pay."""

    path: str = "/causes"


@dataclass(frozen=True, slots=True)
class AgedBalance:
    """As of a day; without one, of today."""

    as_of: date | None = None

    @property
    def path(self) -> str:
        return f"/balance-agee/{self.as_of}" if self.as_of else "/balance-agee"


@dataclass(frozen=True, slots=True)
class Me:
    path: str = "/moi"


@dataclass(frozen=True, slots=True)
class Entries:
    """What was entered on this device, and what became of it."""

    path: str = "/moi/saisies"


@dataclass(frozen=True, slots=True)
class Team:
    path: str = "/equipe"


@dataclass(frozen=True, slots=True)
class Data:
    """Loaded files; one of them in particular, or all."""

    path: str = "/donnees"


@dataclass(frozen=True, slots=True)
class Link:
    """A one-time link: an invitation or a forgotten password."""

    token: str

    @property
    def path(self) -> str:
        return f"/lien/{quote(self.token)}"


@dataclass(frozen=True, slots=True)
class Nowhere:
    """An address of no screen."""

    path: str


OfDisputes = Dispute | MyDisputes | MyDispute | Causes
OfClients = Clients | Client | Document | History | AgedBalance | OfDisputes
"""The places beside the list, where there is room for two."""
Place = SignIn | Today | OfClients | Me | Entries | Team | Data | Link | Nowhere

PLAIN: Final[dict[str, Place]] = {
    place.path: place
    for place in (
        *(SignIn(), Today(), Clients(), AgedBalance(), Me(), Entries(), Team(), Data()),
        *(MyDisputes(), Causes()),
    )
}
HOME: Final = Today()
FIRST: Final[tuple[Place, ...]] = (Today(), Clients())
"""Where a client is opened from."""
TAB_OF: Final[dict[str, FileTab]] = {step: tab for tab, step in TABS.items() if step}


def place_of(address: str) -> Place:
    """The place an address names; `/` is home. Total: what is no address of ours is Nowhere."""
    path = "/" + urlsplit(address).path.strip("/")
    if path == "/":
        return HOME
    return PLAIN.get(path) or _place_of(path.split("/")[1:]) or Nowhere(path)


def _place_of(steps: list[str]) -> Place | None:
    place: Place | None = None
    try:
        match steps:
            case ["clients", client]:
                place = Client(UUID(client))
            case ["clients", client, step] if f"/{step}" in TAB_OF:
                place = Client(UUID(client), TAB_OF[f"/{step}"])
            case ["clients", client, "factures", document]:
                place = Document(UUID(client), UUID(document))
            case ["clients", client, "litiges", dispute]:
                place = Dispute(UUID(client), UUID(dispute))
            case ["litiges", dispute]:
                place = MyDispute(UUID(dispute))
            case ["clients", client, "historique"]:
                place = History(UUID(client))
            case ["balance-agee", day]:
                place = AgedBalance(date.fromisoformat(day))
            case ["lien" | "link", token]:
                place = Link(unquote(token))
            case _:
                pass
    except ValueError:
        return None  # no id, or no day
    return place


def trail(place: Place, beginning: Place | None = None) -> tuple[Place, ...]:
    """The places one goes back through, this one last.

    What is of a client begins where it was opened from: `beginning`, else the list.
    """
    return (*_before(place, beginning or Clients()), place)


def _before(place: Place, first: Place) -> tuple[Place, ...]:
    before: tuple[Place, ...] = ()
    match place:
        case Client() | MyDisputes():
            before = (first,)
        case AgedBalance() | Causes():
            before = (Clients(),)
        case Entries():
            before = (Me(),)
        case MyDispute():
            before = (first, MyDisputes())
        case Dispute(client_id=client_id):
            before = (first, Client(client_id, "disputes"))
        case Document(client_id=client_id) | History(client_id=client_id):
            before = (first, Client(client_id))
    return before
