"""Companies and branches over HTTP: here, above `organisation`, because roles are told here."""

from uuid import UUID

from litestar import Controller, get, patch, post
from litestar.params import FromPath, JSONBody

from backend.edge.provided import TheClock
from backend.identity.access import TheViewer, require
from backend.identity.controllers.answers import branch_answer, company_answer
from backend.organisation import service
from shared.contract.organisation import (
    Branch,
    ChangeBranch,
    ChangeCompany,
    Company,
    NewBranch,
    NewCompany,
    Organisation,
)


class OrganisationController(Controller):
    tags = ("Organisation",)

    @get("/organisation", summary="Our companies and branches")
    async def organisation(self) -> Organisation:
        ours = await service.our_organisation()
        return Organisation(
            companies=[company_answer(row) for row in ours.companies],
            branches=[branch_answer(row) for row in ours.branches],
        )

    @post(
        "/companies",
        guards=[require("manage-organisation")],
        summary="Add a legal entity of ours",
    )
    async def add_company(
        self, data: JSONBody[NewCompany], viewer: TheViewer, clock: TheClock
    ) -> Company:
        row = await service.add_company(
            id_=data.id,
            code=data.code,
            name=data.name,
            siren=data.siren,
            currency=data.currency,
            by=viewer.by,
            now=clock.now(),
        )
        return company_answer(row)

    @patch(
        "/companies/{company_id:uuid}",
        guards=[require("manage-organisation")],
        summary="Rename a company",
    )
    async def rename_company(
        self,
        company_id: FromPath[UUID],
        data: JSONBody[ChangeCompany],
        viewer: TheViewer,
        clock: TheClock,
    ) -> Company:
        return company_answer(
            await service.rename_company(company_id, data.name, by=viewer.by, now=clock.now())
        )

    @post("/branches", guards=[require("manage-organisation")], summary="Add a branch")
    async def add_branch(
        self, data: JSONBody[NewBranch], viewer: TheViewer, clock: TheClock
    ) -> Branch:
        row = await service.add_branch(
            id_=data.id,
            company_id=data.company_id,
            code=data.code,
            name=data.name,
            by=viewer.by,
            now=clock.now(),
        )
        return branch_answer(row)

    @patch(
        "/branches/{branch_id:uuid}",
        guards=[require("manage-organisation")],
        summary="Rename a branch",
    )
    async def rename_branch(
        self,
        branch_id: FromPath[UUID],
        data: JSONBody[ChangeBranch],
        viewer: TheViewer,
        clock: TheClock,
    ) -> Branch:
        return branch_answer(
            await service.rename_branch(branch_id, data.name, by=viewer.by, now=clock.now())
        )
