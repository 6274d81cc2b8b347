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
    everything, own, viewer, branches = (f"${first + n}" for n in range(4))
    return f"""(
      {everything}::boolean
      OR {client}.branch = ANY ({branches}::uuid[])
      OR ({own}::boolean AND ({client}.rep = {viewer}::uuid OR {client}.collector = {viewer}::uuid))
      OR EXISTS (SELECT FROM document elsewhere WHERE elsewhere.client = {client}.id
                 AND elsewhere.residual <> 0 AND elsewhere.branch = ANY ({branches}::uuid[])))"""


def scope_of(viewer: Viewer) -> tuple[Any, ...]:
    """The values of the clause's parameters, in its order."""
    return (
        viewer.sees_everything,
        viewer.sees_own_portfolio,
        viewer.account_id,
        list(viewer.branch_ids),
    )
