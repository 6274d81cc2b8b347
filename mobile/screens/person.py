"""One colleague's sheet: role, scope, link, portfolio, access."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import flet as ft

from mobile.components import buttons, fields, layout, sheets, words
from mobile.screens.choices import choices, toggled
from mobile.screens.person_edit import Edit, Person
from mobile.screens.refusal import refusal
from mobile.theme import Space
from shared.contract.identity import Role, User

if TYPE_CHECKING:
    from mobile.components.look import Look
    from mobile.screens.hooks import Change
    from mobile.store.desk import Desk
    from mobile.store.team import Team


def person_sheet(
    desk: Desk, look: Look, team: Team, person: Person, put: Change[Person]
) -> ft.BottomSheet:
    said = look.strings.team
    shown_sheet = Sheet(desk, look, team, person, put)
    match person.step:
        case "form":
            body, action = shown_sheet.form()
        case "link":
            body, action = shown_sheet.link()
        case "hand-over":
            body, action = shown_sheet.hand_over()
        case "disable":
            body, action = shown_sheet.disable()
    return sheets.sheet(
        look,
        person.user.name if person.user else said.invite,
        body,
        lambda: put(lambda _: None),
        screen_height=desk.screen.height,
        under=person.user.email if person.user else "",
        action=action,
        identifier="person-sheet",
    )


Parts = tuple[list[ft.Control], ft.Control | None]


class Sheet(Edit):
    """The sheet's steps over one person."""

    def form(self) -> Parts:
        look, person = self.look, self.person
        body: list[ft.Control] = []
        if person.user is None:
            body += [
                fields.field(
                    look,
                    look.strings.team.name,
                    person.name,
                    lambda text: self.put(lambda now: replace(now, name=text)),
                    "person-name",
                ),
                fields.field(
                    look,
                    look.strings.sign_in.email,
                    person.email,
                    lambda text: self.put(lambda now: replace(now, email=text)),
                    "person-email",
                    keyboard=ft.KeyboardType.EMAIL,
                ),
            ]
        body += [self._roles(), *self._scope()]
        if person.failure:
            body.append(refusal(look, person.failure))
        if person.user is not None:
            body += self._further(person.user)
        words_ = look.strings.common.save if person.user else look.strings.team.invite
        action = buttons.button(look, words_, self.save, "person-save", busy=person.busy)
        return body, action

    def _roles(self) -> ft.Control:
        names = self.look.strings.me.roles
        return choices(
            self.look,
            self.look.strings.team.role,
            {role: names[role] for role in get_args(Role)},
            {self.person.role},
            lambda role: self.put(lambda now: replace(now, role=role)),
            "role",
        )

    def _scope(self) -> list[ft.Control]:
        """All clients; or one's own portfolio, and those of some branches."""
        look, person, said = self.look, self.person, self.look.strings.me
        on = {"everything"} if person.everything else set()
        on |= {"portfolio"} if person.own_portfolio and not person.everything else set()

        def tap(name: str) -> None:
            if name == "everything":
                self.put(lambda now: replace(now, everything=not now.everything))
            else:
                own = not person.own_portfolio
                self.put(lambda now: replace(now, everything=False, own_portfolio=own))

        names = {"everything": said.scope_all, "portfolio": look.strings.team.scope_portfolio}
        shown = [choices(look, look.strings.team.scope, names, on, tap, "scope")]
        places = self.team.organisation.value
        if places is not None and places.branches and not person.everything:
            shown.append(
                choices(
                    look,
                    look.strings.team.branches,
                    {branch.id: branch.name for branch in places.branches},
                    person.branches,
                    lambda branch: self.put(
                        lambda now: replace(now, branches=toggled(now.branches, branch))
                    ),
                    "branch",
                )
            )
        return shown

    def _further(self, user: User) -> list[ft.Control]:
        """What else can be done about somebody who is there already."""
        look, said, put = self.look, self.look.strings.team, self.put
        shown: list[ft.Control] = [
            buttons.button(
                look,
                said.link_reset,
                self.new_link,
                "person-link",
                kind="soft",
                icon=ft.Icons.LINK_ROUNDED,
            )
        ]
        if user.clients:
            shown.append(
                buttons.button(
                    look,
                    said.hand_over,
                    lambda: put(lambda now: replace(now, step="hand-over")),
                    "person-hand-over",
                    kind="soft",
                    icon=ft.Icons.SWAP_HORIZ_ROUNDED,
                )
            )
        if user.disabled:
            shown.append(
                buttons.button(
                    look,
                    said.enable,
                    lambda: self.access(disabled=False),
                    "person-enable",
                    kind="soft",
                )
            )
        else:
            shown.append(
                buttons.button(
                    look,
                    said.disable,
                    lambda: put(lambda now: replace(now, step="disable")),
                    "person-disable",
                    kind="danger",
                )
            )
        return shown

    def link(self) -> Parts:
        """The link, shown once: to copy, or to be read from the screen."""
        look, said, link = self.look, self.look.strings.team, self.person.link
        if link is None:
            return [], None
        zone = self.desk.platform.zone
        until = look.moment(link.expires_at.astimezone(zone), self.desk.today())
        sentence_ = said.link_way(name=self.person.name, day=until)
        shown = ft.Text(link.url, style=words.text(look, "", "body").style, selectable=True)
        body: list[ft.Control] = [
            words.text(look, said.link_ready, "title"),
            words.text(look, sentence_, "body", look.palette.ink2),
            layout.card(
                look,
                ft.Semantics(
                    content=shown, identifier="link-url", label=link.url, exclude_semantics=True
                ),
                color=look.palette.fill,
            ),
        ]
        if link.sent_to:
            body.append(words.text(look, said.link_sent(address=link.sent_to), "label"))
        action = buttons.button(
            look,
            look.strings.common.copy,
            lambda: self.desk.do(self.copy, link.url),
            "link-copy",
            icon=ft.Icons.CONTENT_COPY_ROUNDED,
        )
        return body, action

    def hand_over(self) -> Parts:
        look, said = self.look, self.look.strings.team
        user = self.person.user
        others = [one for one in self.team.value or () if user and one.id != user.id]
        count = user.clients if user else 0
        body: list[ft.Control] = [words.text(look, said.hand_over, "title")]
        rows: list[ft.Control] = []
        for place, one in enumerate(one for one in others if not one.disabled):
            rows += [layout.hairline(look, 16)] if place else []
            rows.append(
                buttons.tappable(
                    layout.column(
                        words.text(look, said.hand_over_to(name=one.name), "body"),
                        words.text(
                            look,
                            said.hand_over_ask(count, name=one.name),
                            "label",
                            look.palette.ink3,
                        ),
                    ),
                    self.handing(one),
                    f"hand-over-{one.id}",
                )
            )
        body.append(layout.card(look, *rows, pad=0, gap=0, color=look.palette.canvas))
        if self.person.failure:
            body.append(refusal(look, self.person.failure))
        return body, None

    def disable(self) -> Parts:
        look, said = self.look, self.look.strings.team
        body: list[ft.Control] = [
            words.text(look, said.disable_ask(name=self.person.name), "body"),
            *([refusal(look, self.person.failure)] if self.person.failure else []),
            ft.Container(height=Space.XS),
        ]
        action = buttons.button(
            look, said.disable, lambda: self.access(disabled=True), "disable-yes", kind="danger"
        )
        return body, action
