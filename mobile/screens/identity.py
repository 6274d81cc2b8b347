"""Who a client is, and who of ours looks after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.components import layout

if TYPE_CHECKING:
    import flet as ft

    from mobile.components.look import Look
    from shared.contract.clients import Identity


def card(look: Look, who: Identity) -> ft.Control:
    """What is known of them; what is not known is left out."""
    said = look.strings.identity
    town = " ".join(part for part in (who.postcode, who.town) if part)
    address = ", ".join(part for part in (who.address, town) if part)
    terms = said.terms_of[who.terms.basis](who.terms.days) if who.terms else None
    facts = [
        ("rep", said.rep, who.rep.name if who.rep else said.nobody),
        ("collector", said.collector, who.collector.name if who.collector else said.nobody),
        ("terms", said.terms, terms),
        ("address", said.address, address),
        ("siren", said.siren, _spaced(who.siren)),
        ("siret", said.siret, _spaced(who.siret)),
        ("vat", said.vat, who.vat_number),
        ("branch", said.branch, who.branch),
        ("company", said.company, who.company),
        ("code", said.code, who.code),
        ("profile", said.profile, who.profile),
        ("merged", said.merged, ", ".join(who.merged_codes)),
    ]
    known = [(name, title, value) for name, title, value in facts if value]
    return layout.card(look, layout.facts(look, known), spread=True)


def _spaced(number: str | None) -> str | None:
    """`123 456 789 00012`: three by three, the establishment's number in one."""
    if not number:
        return None
    siren, rest = number[:9], number[9:]
    groups = [siren[at : at + 3] for at in range(0, len(siren), 3)]
    return "\u00a0".join([*groups, rest] if rest else groups)
