"""What a payments file and a client file say."""

from datetime import date
from decimal import Decimal

from backend.imports.reading.diagnosis import Options
from backend.imports.reading.rows import Kind
from tests.imports.reading.files import column, read, write


def test_a_payment_in_parts_keeps_its_total_and_what_each_part_settles(tmp_path):
    path = write(
        tmp_path,
        [
            "Code client;N° règlement;Date règlement;Montant règlement;Facture;Montant affecté",
            "00042;R1;31/01/2024;100,00;F1;60,00",
            "00042;R1;31/01/2024;100,00;F2;30,00",
        ],
    )

    rows = read(path, Kind.PAYMENTS).rows

    assert column(rows, "amount") == [Decimal("60.00"), Decimal("30.00")]
    assert column(rows, "payment_total") == [Decimal("100.00")] * 2
    assert column(rows, "document_number") == ["F1", "F2"]
    assert rows[0].paid_on == date(2024, 1, 31)


def test_one_amount_column_is_the_part_of_the_line(tmp_path):
    path = write(tmp_path, ["Customer ID,Payment date,Payment amount", "C1,2024-01-31,12.50"])

    (row,) = read(path, Kind.PAYMENTS).rows

    assert (row.amount, row.payment_total, row.document_number) == (Decimal("12.50"), None, None)


def test_money_received_shown_below_zero_throughout_is_turned_round(tmp_path):
    header = "Client;Date;Montant"
    all_below = write(tmp_path, [header, "1;31/01/2024;-10", "1;31/01/2024;-20"], name="a.csv")
    mixed = write(tmp_path, [header, "1;31/01/2024;10", "1;31/01/2024;-20"], name="b.csv")

    assert column(read(all_below, Kind.PAYMENTS).rows, "amount") == [Decimal(10), Decimal(20)]
    assert column(read(mixed, Kind.PAYMENTS).rows, "amount") == [Decimal(10), Decimal(-20)]


def test_a_client_file_gives_identity_branch_and_rep(tmp_path):
    header = "Code;Raison sociale;SIRET;N° TVA;Adresse;CP;Ville;Langue;Commercial;Agence;Recouvreur"
    path = write(
        tmp_path,
        [
            header,
            "00042;Été SA;123 456 789 00012;FR 12 123456789;1 rue X;01000;Bourg;Français;a@b.fr;L;",
            "00043;Nord;12345;;;;;;;;c@d.fr",
        ],
    )

    ledger = read(path, Kind.CLIENTS, Options(company_code="S1"))

    first, second = ledger.rows
    assert (first.siren, first.siret) == ("123456789", "12345678900012")
    assert (first.vat_number, first.language, first.postcode) == ("FR12123456789", "fr", "01000")
    assert (first.rep, first.branch_code, first.company_code) == ("a@b.fr", "L", "S1")
    assert (second.siret, second.collector) == (None, "c@d.fr")
    assert ledger.warned == {"unreadable-siret": 1}
    assert ledger.done.control_totals == ()


def test_a_client_without_a_code_is_refused(tmp_path):
    path = write(tmp_path, ["Code client;Nom", ";Sans code", "1;Un"])

    assert read(path, Kind.CLIENTS).refused == {2: "blank-value"}


def test_a_totals_line_of_a_client_file_is_no_client(tmp_path):
    rows = ["Code client;Raison sociale;Ville", "C9;Neuf;Lyon", "TOTAL;TotalÉnergie;Lyon"]
    ledger = read(write(tmp_path, [*rows, "Total général;;"]), Kind.CLIENTS)
    assert [client.client_code for client in ledger.rows] == ["C9", "TOTAL"]
    assert ledger.warned == {"total-lines-skipped": 1}
