"""`encours demo`: a made-up company to try everything on."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import segno

from backend.catalogue.console import said
from backend.commands import complain, on_database, say
from backend.commands.serve import chosen, held_database, refuse_taken_port, serve
from backend.demo.service import DemoState, make_demo_company, sign_ins, state_of

if TYPE_CHECKING:
    import argparse

    from backend.commands import Commands
    from backend.settings import Settings

EVERYWHERE = "0.0.0.0"  # noqa: S104 - what --lan asks for
NOWHERE = ("192.0.2.1", 9)
"""An address that belongs to nobody (RFC 5737): asked for the way to it, nothing is sent."""


def register(commands: Commands) -> None:
    parser = commands.add_parser(
        "demo", help="Make a demo company, print its sign-ins, and serve it"
    )
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
    parser.add_argument(
        "--data", type=Path, help="data folder (the default one's `demo`); kept between runs"
    )
    parser.add_argument("--lan", action="store_true", help="open it to phones on this network")
    parser.add_argument(
        "--make-only", action="store_true", help="make the company and print, do not serve"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, settings: Settings) -> int:
    demo = demo_settings(options, settings)
    if not options.make_only:
        refuse_taken_port(demo)
    with held_database(demo):
        say(said(demo.language, "demo-preparing"))
        on_database(demo, lambda: make(demo))
        if on_database(demo, state_code) != 0:
            complain(said(demo.language, "demo-elsewhere", data=demo.data))
            return 1
        tell(demo, lan=options.lan)
        return 0 if options.make_only else serve(demo)


def demo_settings(options: argparse.Namespace, settings: Settings) -> Settings:
    data = options.data or (
        settings.data if "ENCOURS_DATA" in os.environ else settings.data / "demo"
    )
    address = lan_address() if options.lan else "127.0.0.1"
    return chosen(
        {
            "DATA": data.expanduser().absolute(),
            "DEMO": 1,
            "HOST": EVERYWHERE if options.lan else "127.0.0.1",
            "PORT": options.port,
            "PUBLIC_URL": f"http://{address}:{options.port}",
        }
    )


async def make(settings: Settings) -> int:
    await make_demo_company(settings)
    return 0


async def state_code() -> int:
    return 0 if await state_of() is DemoState.MADE else 1


def lan_address() -> str:
    """This machine's address on its network, as a phone beside it can type it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(NOWHERE)
        except OSError:
            return socket.gethostbyname(socket.gethostname())
        return str(asking.getsockname()[0])


def tell(settings: Settings, *, lan: bool) -> None:
    url, language = settings.public_url or "", settings.language
    people = sign_ins(settings)
    wide = max(len(one.email) for one in people)
    say("", said(language, "demo-sign-in-as"), "")
    for one in people:
        say(f"  {one.email:<{wide}}  {one.password}  {one.role:<16}  {one.name}")
    say("", said(language, "demo-address", url=url), "")
    if lan:
        say(said(language, "demo-scan"), "")
        segno.make(url).terminal(compact=True)
        say("", said(language, "demo-open"), "")
