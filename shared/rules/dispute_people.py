"""Who answers for which department, and who for every dispute they see. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from shared.rules.dispute import DEPARTMENTS, Mover

if TYPE_CHECKING:
    from uuid import UUID

    from shared.contract.identity import Role
    from shared.rules.dispute import Department


def departments_of(role: Role) -> tuple[Department, ...]:
    """Whose disputes without an owner are waiting for people of this role."""
    match role:
        case "sales":
            return ("sales",)
        case "after_sales":
            return ("after_sales", "logistics")
        case "collector" | "credit_manager":
            return ("billing", "finance")
        case "branch_manager":
            return ("sales", "logistics")
        case "finance_director":
            return ("finance",)
        case "admin":
            return DEPARTMENTS
        case _:
            assert_never(role)


def leads(role: Role) -> bool:
    """Whether they move every dispute in their scope."""
    return role not in {"sales", "after_sales"}


def mover_of(
    account_id: UUID,
    role: Role,
    *,
    owner: UUID | None,
    department: Department,
    opened_by: UUID | None,
) -> Mover:
    """Somebody's part in a dispute; without an owner it is its whole department's."""
    is_owner = owner == account_id or (owner is None and department in departments_of(role))
    return Mover(opened_by == account_id, is_owner, leads(role))
