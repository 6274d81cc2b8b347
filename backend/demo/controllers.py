"""The demo company's sign-ins, where there is one."""

from litestar import Controller, get

from backend.demo.service import sign_ins
from backend.edge.provided import TheSettings
from backend.identity.access import OPEN_TO_ALL
from shared.contract.demo import DemoAccount, DemoAccountList


class DemoController(Controller):
    """Part of the API in demo mode only: elsewhere the path does not exist."""

    path = "/demo-accounts"
    tags = ("Demo",)

    @get("", summary="Who may sign in to the demo company", opt=OPEN_TO_ALL)
    async def demo_accounts(self, settings: TheSettings) -> DemoAccountList:
        return DemoAccountList(
            items=[
                DemoAccount(name=one.name, email=one.email, role=one.role, password=one.password)
                for one in sign_ins(settings)
            ]
        )
