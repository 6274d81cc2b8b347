"""A branch with its people, a client and an invoice, and what each of them says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx

from backend.edge.keys import Keys
from backend.identity.tokens import access_token
from backend.identity.viewer import Bearer
from shared.ids import new_id
from tests.edge_fixtures import TEST_SECRET, MovingClock
from tests.makers.ledger import (
    MadeBranch,
    MadeClient,
    MadeDocument,
    MadePerson,
    make_branch,
    make_client,
    make_document,
    make_person,
)


@dataclass
class Scene:
    http: httpx.AsyncClient
    clock: MovingClock
    branch: MadeBranch
    client: MadeClient
    invoice: MadeDocument
    people: dict[str, MadePerson] = field(default_factory=dict)

    def id_of(self, role: str) -> str:
        return str(self.people[role].id)

    def headers(self, person: MadePerson) -> dict[str, str]:
        bearer = Bearer(person.id, person.device)
        token = access_token(bearer, Keys(TEST_SECRET), self.clock.now())
        return {"Authorization": f"Bearer {token}", "Accept-Language": "en"}

    async def get(self, role: str, path: str, **query: Any) -> Any:
        headers = self.headers(self.people[role])
        answer = await self.http.get(f"/api{path}", params=query, headers=headers)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def ask(self, role: str, path: str, **body: Any) -> httpx.Response:
        headers = self.headers(self.people[role])
        return await self.http.post(f"/api{path}", json=body, headers=headers)

    async def say(self, role: str, path: str, **body: Any) -> Any:
        answer = await self.ask(role, path, **body)
        assert answer.is_success, answer.text
        return answer.json()

    async def refused(self, role: str, path: str, **body: Any) -> tuple[int, str]:
        answer = await self.ask(role, path, **body)
        assert not answer.is_success, answer.text
        return answer.status_code, answer.json()["code"]

    async def dispute(self, role: str = "sales", **body: Any) -> Any:
        said = {"id": str(new_id()), "document_id": str(self.invoice.id), "reason": "quality"}
        return await self.say(role, self.disputes, **(said | body))

    @property
    def disputes(self) -> str:
        return f"/clients/{self.client.id}/disputes"


ROLES = ("sales", "after_sales", "collector", "branch_manager", "credit_manager", "admin")


async def make_scene(http: httpx.AsyncClient, clock: MovingClock, amount: str = "5200.00") -> Scene:
    branch = await make_branch()
    client = await make_client(company=branch.company, branch=branch.id)
    scene = Scene(http, clock, branch, client, await make_document(client, amount))
    for role in ROLES:
        scene.people[role] = await make_person(role, branches=(branch.id,))
    scene.people["colleague"] = await make_person("sales", branches=(branch.id,))
    scene.people["outsider"] = await make_person("after_sales")
    return scene
