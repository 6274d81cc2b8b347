"""Who asks, where a test calls a service itself."""

from __future__ import annotations

from uuid import UUID

from backend.identity.viewer import Bearer, Role, Viewer
from tests.makers.ledger import MadePerson


def viewer_of(
    person: MadePerson,
    role: Role = "sales",
    *,
    everything: bool = False,
    own_portfolio: bool = True,
    branches: tuple[UUID, ...] = (),
) -> Viewer:
    return Viewer(
        account_id=person.id,
        device_id=person.device,
        name=person.name,
        role=role,
        language="fr",
        sees_everything=everything,
        sees_own_portfolio=own_portfolio,
        branch_ids=branches,
    )


def bearer_of(person: MadePerson) -> Bearer:
    return Bearer(person.id, person.device)
