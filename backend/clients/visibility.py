"""The one clause that decides which clients a person sees (DOMAIN §15).

Every statement that reads a client, or anything of a client's, carries it: lists, counts, search,
exports and files alike. It stands here, beside no other statement, so that there is only one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from backend.identity.viewer import Viewer


def visible(client: str, first: int) -> str:
    """The scope clause over the alias `client`, its four parameters numbered from `first`.

    Give their values with `scope_of`. A client is visible by its own branch, the branch of any of
    its open documents, its rep or its collector.
    """
    return _clause(
        client,
        everything=f"${first}::boolean",
        own=f"${first + 1}::boolean",
        viewer=f"${first + 2}::uuid",
        branches=f"${first + 3}::uuid[]",
    )


def visible_to(client: str, asker: str) -> str:
    """The same clause, its values from the columns of `asker`, which is `ASKER` under an alias."""
    return _clause(
        client,
        everything=f"{asker}.sees_everything",
        own=f"{asker}.sees_own_portfolio",
        viewer=f"{asker}.id",
        branches=f"{asker}.branches",
    )


def _clause(client: str, *, everything: str, own: str, viewer: str, branches: str) -> str:
    return f"""(
      {everything}
      OR {client}.branch = ANY ({branches})
      OR ({own} AND ({client}.rep = {viewer} OR {client}.collector = {viewer}))
      OR EXISTS (SELECT FROM document elsewhere WHERE elsewhere.client = {client}.id
                 AND elsewhere.residual <> 0 AND elsewhere.branch = ANY ({branches})))"""


def company_in_sight(company: str, first: int) -> str:
    """Over the alias `company` and the same parameters: that of a branch or a portfolio in scope.

    Of each client in sight the company is among them, a document's branch being of its own.
    """
    return f"""(
      ${first}::boolean
      OR EXISTS (SELECT FROM branch held WHERE held.company = {company}.id
                 AND held.id = ANY (${first + 3}::uuid[]))
      OR (${first + 1}::boolean AND {company}.id IN (
        SELECT mine.company FROM client mine
        WHERE mine.rep = ${first + 2}::uuid OR mine.collector = ${first + 2}::uuid)))"""


SEEING = f"""
SELECT person.id, person.name, person.role FROM (
  SELECT p.id, p.name, p.role, p.sees_everything, p.sees_own_portfolio,
    ARRAY(SELECT held.branch FROM account_branch held WHERE held.account = p.id) AS branches
  FROM account p WHERE p.disabled_at IS NULL) person
JOIN client c ON c.id = $1 WHERE {visible_to("c", "person")}"""
"""Who may come in and sees the client `$1`; conditions on `person` may follow."""

ASKERS = """
  SELECT device.id AS device, person.id, person.sees_everything, person.sees_own_portfolio,
    ARRAY(SELECT held.branch FROM account_branch held WHERE held.account = person.id) AS branches
  FROM device JOIN account person ON person.id = device.account
  WHERE device.id = ANY ($1) AND device.revoked_at IS NULL AND person.disabled_at IS NULL"""
"""Who asks on each of the devices `$1`, as `ASKER` says of one."""

ASKER = """
  SELECT person.id, person.sees_everything, person.sees_own_portfolio,
    ARRAY(SELECT held.branch FROM account_branch held WHERE held.account = person.id) AS branches
  FROM device JOIN account person ON person.id = device.account
  WHERE device.id = $1 AND device.revoked_at IS NULL AND person.disabled_at IS NULL"""
"""Who asks on device `$1`: no row once the device is signed out or its person disabled."""


def scope_of(viewer: Viewer) -> tuple[Any, ...]:
    """The values of the clause's parameters, in its order."""
    return (
        viewer.sees_everything,
        viewer.sees_own_portfolio,
        viewer.account_id,
        list(viewer.branch_ids),
    )
