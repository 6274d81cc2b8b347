"""An administrator's first day: from an empty folder to a rep who reads what is owed."""

from __future__ import annotations

from tests.journeys.deployment import deployed
from tests.journeys.people import (
    CLIENTS,
    ITEMS,
    TODAY,
    add_person,
    apply,
    clients_seen,
    done,
    follow,
    send_file,
    settled,
    sign_in,
)

LEDGER = (
    ITEMS,
    "00412;Menuiserie Vauclair;FA-1;01/09/2026;01/10/2026;1 200,10;LYO",
    "00412;Menuiserie Vauclair;FA-2;02/09/2026;02/10/2026;0,05;LYO",
    "00412;Menuiserie Vauclair;AV-1;03/09/2026;03/09/2026;-200,15;LYO",
    "00500;Garage du Pont;FA-3;04/10/2026;04/12/2026;99,99;LYO",
    "00600;Scierie Haute;FA-4;05/09/2026;05/10/2026;7 000,00;NTE",
)


def test_from_an_empty_folder_to_what_a_rep_reads():
    with deployed(ENCOURS_TODAY=TODAY) as deployment, deployment.serving() as server:
        link = add_person(deployment, "admin@nous.test", "admin", "--everything")
        follow(server, link)
        with server.client() as nobody:
            again = nobody.post(
                "/api/open-link",
                json={"token": link.rpartition("/")[2], "new_password": "une autre phrase ici"},
            )
        assert again.status_code == 409, "a link opens once"

        admin = sign_in(server, "admin@nous.test")
        company = done(admin.post("/api/companies", json={"code": "NOUS", "name": "Nous SA"}))
        for code in ("LYO", "NTE"):
            branch = {"company_id": company["id"], "code": code, "name": f"Agence {code}"}
            done(admin.post("/api/branches", json=branch))

        run = send_file(admin, deployment.write("grand livre.csv", *LEDGER), "open-items")
        assert run["state"] == "question"
        assert run["question"]["option"] == "--date-order"
        answer = {"date_order": "dmy"}
        done(admin.post(f"/api/imports/{run['id']}/options", json=answer))
        run = settled(admin, run["id"])
        assert (run["state"], run["outcome"]["added"]) == ("previewed", 5)
        assert run["outcome"]["control_totals"][0]["amount"] == "8099.99"
        apply(admin, run["id"])

        rep = {"email": "rep@nous.test", "name": "Ana Béranger", "role": "sales"}
        invited = done(admin.post("/api/users", json=rep))
        follow(server, invited["link"]["url"])
        whose = deployment.write(
            "clients.csv", CLIENTS, "00412;Menuiserie Vauclair;LYO;rep@nous.test"
        )
        run = send_file(admin, whose, "clients")
        apply(admin, run["id"])

        rep_phone = sign_in(server, "rep@nous.test")
        assert clients_seen(rep_phone) == {"00412": "1000.00"}
        everybody = done(admin.get("/api/clients"))["items"]
        ids = {client["code"]: client["id"] for client in everybody}
        file = done(rep_phone.get(f"/api/clients/{ids['00412']}"))
        figures = {name: file[name] for name in ("outstanding", "overdue", "unapplied")}
        assert figures == {"outstanding": "1000.00", "overdue": "1200.15", "unapplied": "-200.15"}
        assert [(d["number"], d["residual"], d["due_on"]) for d in file["open_documents"]] == [
            ("AV-1", "-200.15", "2026-09-03"),
            ("FA-1", "1200.10", "2026-10-01"),
            ("FA-2", "0.05", "2026-10-02"),
        ]
        assert file["oldest_days_overdue"] == 50
        assert rep_phone.get(f"/api/clients/{ids['00600']}").status_code == 404
        assert rep_phone.get("/api/imports").status_code == 403
