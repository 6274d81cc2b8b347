"""What people write in a thread over the API, and what is read of it."""

from typing import Any

SEEN = "Vu sur place avec la comptable : elle paie F-24 817 lundi."


async def post(who, client, text: str = SEEN, **fields: Any):
    return await who.post(f"/api/clients/{client.id}/comments", json={"text": text, **fields})


async def posted(who, client, text: str = SEEN, **fields: Any) -> dict[str, Any]:
    answer = await post(who, client, text, **fields)
    assert answer.status_code == 201, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def thread(who, client, **params):
    answer = await who.get(f"/api/clients/{client.id}/thread", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def head(who, client):
    return (await who.get(f"/api/clients/{client.id}/thread/head")).json()
