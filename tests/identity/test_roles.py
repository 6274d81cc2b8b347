"""What a role may do, by rule and over HTTP."""

from typing import Any, get_args

import pytest

from backend.identity.rules import CAPABILITIES, Capability, capabilities_of, may
from backend.identity.viewer import Role
from shared.contract.identity import Capability as CapabilityOnTheWire
from shared.contract.identity import Role as RoleOnTheWire
from shared.ids import new_id
from tests.edge_fixtures import SignIn

ROLES: tuple[Role, ...] = get_args(Role)

MATRIX: dict[Capability, str] = {
    #                     admin credit finance branch collector after sales
    "manage-users":        "x     -      -       -      -         -     -",
    "manage-organisation": "x     -      -       -      -         -     -",
    "import-ledger":       "x     x      x       -      -         -     -",
    "merge-clients":       "x     x      x       -      -         -     -",
    "assign-clients":      "x     x      x       x      -         -     -",
    "see-audit":           "x     x      x       x      -         -     -",
    "withdraw-promises":   "x     x      x       x      -         -     -",
    "edit-clients":        "x     x      x       x      x         -     -",
    "export":              "x     x      x       x      x         -     -",
    "agree-plans":         "x     x      x       x      x         -     -",
    "pin-comments":        "x     x      x       x      x         -     -",
    "edit-contacts":       "x     x      x       x      x         x     x",
    "take-promises":       "x     x      x       x      x         x     x",
}  # fmt: skip
COLUMNS: tuple[Role, ...] = (
    "admin",
    "credit_manager",
    "finance_director",
    "branch_manager",
    "collector",
    "after_sales",
    "sales",
)


def test_the_matrix_is_the_rule():
    assert set(MATRIX) == set(CAPABILITIES) == set(get_args(CapabilityOnTheWire))
    for capability, marks in MATRIX.items():
        for role, mark in zip(COLUMNS, marks.split(), strict=True):
            assert may(role, capability) is (mark == "x"), (role, capability)


def test_every_role_is_in_the_matrix_and_on_the_wire():
    assert set(COLUMNS) == set(ROLES) == set(get_args(RoleOnTheWire))
    assert all(capabilities_of(role) for role in ROLES)


ADMINISTRATION: list[tuple[str, str, dict[str, Any] | None]] = [
    ("GET", "/api/users", None),
    ("POST", "/api/users", {"email": "n@example.test", "name": "N", "role": "sales"}),
    ("GET", f"/api/users/{new_id()}", None),
    ("PATCH", f"/api/users/{new_id()}", {}),
    ("POST", f"/api/users/{new_id()}/link", None),
    ("POST", "/api/companies", {"code": "FR02", "name": "N"}),
    ("PATCH", f"/api/companies/{new_id()}", {"name": "N"}),
    ("POST", "/api/branches", {"company_id": str(new_id()), "code": "X", "name": "N"}),
    ("PATCH", f"/api/branches/{new_id()}", {"name": "N"}),
]


@pytest.mark.anyio
@pytest.mark.parametrize("role", ROLES)
async def test_administration_is_for_administrators(sign_in: SignIn, role: Role):
    client = await sign_in(role)
    for method, path, body in ADMINISTRATION:
        answer = await client.request(method, path, json=body)
        if role == "admin":
            assert answer.status_code not in {401, 403}, (method, path)
        else:
            assert answer.status_code == 403, (method, path)
            assert answer.json()["code"] == "role-may-not"


@pytest.mark.anyio
async def test_a_role_is_asked_before_the_body_is_read(sign_in: SignIn):
    client = await sign_in("sales")
    assert (await client.post("/api/users", json={"nonsense": 1})).status_code == 403
