"""Public ledgers, loaded and told of at the console, to the cent."""

from pathlib import Path
from typing import Any

import pytest

from tests.exports.console import ROOT, Console

LEDGERS = ROOT.parent / "shared" / "data"

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(
        not LEDGERS.is_dir(), reason="the public ledgers are not beside the checkout"
    ),
]


async def load(console: Console, kind: str, file: Path, *options: str) -> None:
    done = await console.run("import", kind, str(file), *options)
    assert done.returncode == 0, done.stderr.decode()


def told(report: dict[str, Any]) -> dict[str, tuple[int, str]]:
    (line,) = report["currencies"]
    held = line["buckets"].items()
    return {
        "all": (line["documents"], line["outstanding"]),
        **{name: (b["documents"], b["amount"]) for name, b in held if b["documents"]},
    }


async def test_open_items_are_all_open_on_the_day_of_their_file(console: Console):
    """Over a thousand of them are dated after it."""
    await load(
        console,
        "open-items",
        LEDGERS / "ledgers" / "open-items.csv",
        *("--currency", "USD", "--as-of", "2020-04-30"),
    )
    report = await console.report("--as-of", "2020-04-30")
    assert report["currencies"][0]["clients"] == 694
    assert told(report) == {
        "all": (9681, "310427859.02"),
        "not_due": (3063, "92720203.39"),
        "1-30": (4384, "147162702.53"),
        "31-60": (2225, "70436393.50"),
        "61-90": (9, "108559.60"),
    }


async def test_a_history_is_told_of_as_it_stood_on_a_past_day(console: Console):
    file = LEDGERS / "ledgers" / "late-payment-history.csv"
    await load(console, "history", file)
    assert (await console.report())["currencies"] == []
    assert told(await console.report("--as-of", "2013-06-30")) == {
        "all": (84, "5119.85"),
        "not_due": (72, "4284.29"),
        "1-30": (12, "835.56"),
    }


@pytest.mark.parametrize(
    ("file", "clients", "outstanding"),
    [
        ("111111111FEC20221231.TXT", 34, "14416.52"),
        ("000000000FEC20231231.txt", 4, "27771.70"),
        ("123456789FEC20500930.txt", 1, "128200.50"),
    ],
)
async def test_a_fec_comes_to_the_balance_of_its_account_411(
    console: Console, file: str, clients: int, outstanding: str
):
    await load(console, "fec", LEDGERS / "fec" / file)
    (line,) = (await console.report())["currencies"]
    assert line["outstanding"] == outstanding
    assert line["clients"] <= clients
