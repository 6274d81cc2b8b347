"""Where a person is in the app: one value for each address, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote, urlsplit
from uuid import UUID


@dataclass(frozen=True, slots=True)
class SignIn:
    path: str = "/connexion"


@dataclass(frozen=True, slots=True)
class Clients:
    path: str = "/clients"


@dataclass(frozen=True, slots=True)
class Client:
    client_id: UUID

    @property
    def path(self) -> str:
        return f"/clients/{self.client_id}"


@dataclass(frozen=True, slots=True)
class Document:
    client_id: UUID
    document_id: UUID

    @property
    def path(self) -> str:
        return f"/clients/{self.client_id}/factures/{self.document_id}"


@dataclass(frozen=True, slots=True)
class Me:
    path: str = "/moi"


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


Place = SignIn | Clients | Client | Document | Me | Team | Data | Link | Nowhere

PLAIN: Final[dict[str, Place]] = {
    place.path: place for place in (SignIn(), Clients(), Me(), Team(), Data())
}
HOME: Final = Clients()


def place_of(address: str) -> Place:
    """The place an address names; `/` is home. Total: what is no address of ours is Nowhere."""
    path = "/" + urlsplit(address).path.strip("/")
    if path == "/":
        return HOME
    if path in PLAIN:
        return PLAIN[path]
    match path.split("/")[1:]:
        case ["clients", client]:
            ids = _ids(client)
            return Client(*ids) if ids else Nowhere(path)
        case ["clients", client, "factures", document]:
            ids = _ids(client, document)
            return Document(*ids) if ids else Nowhere(path)
        case ["lien" | "link", token]:
            return Link(unquote(token))
        case _:
            return Nowhere(path)


def trail(place: Place) -> tuple[Place, ...]:
    """The places one goes back through, home first, this one last."""
    match place:
        case Client():
            return (HOME, place)
        case Document(client_id=client_id):
            return (HOME, Client(client_id), place)
        case _:
            return (place,)


def _ids(*texts: str) -> tuple[UUID, ...]:
    try:
        return tuple(UUID(text) for text in texts)
    except ValueError:
        return ()
