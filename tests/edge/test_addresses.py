"""Where a request comes from, as far as trusted proxies tell."""

from ipaddress import ip_network

import pytest
from litestar.datastructures import Headers

from backend.edge.request import address_of

PROXIES = (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("192.0.2.7", [], "192.0.2.7"),
        ("192.0.2.7", ["203.0.113.9"], "192.0.2.7"),  # a stranger may say anything
        ("10.0.0.1", ["203.0.113.9"], "203.0.113.9"),
        ("10.0.0.1", ["198.51.100.1, 203.0.113.9"], "203.0.113.9"),  # the left part is hearsay
        ("10.0.0.1", ["203.0.113.9, 10.2.3.4"], "203.0.113.9"),
        ("10.0.0.1", ["203.0.113.9", "10.2.3.4"], "203.0.113.9"),
        ("10.0.0.1", ["10.9.9.9"], "10.9.9.9"),
        ("10.0.0.1", ["unknown"], "10.0.0.1"),
        ("10.0.0.1", [], "10.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", [], "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", [], "192.0.2.7"),
        ("fd00::1", ["2001:db8::7"], "2001:db8::/64"),
        (None, [], "unknown"),
        ("/run/socket", [], "unknown"),
    ],
)
def test_only_trusted_proxies_are_believed(peer: str | None, forwarded: list[str], address: str):
    headers = Headers([(b"x-forwarded-for", line.encode()) for line in forwarded])
    assert address_of(peer, headers, PROXIES) == address


@pytest.mark.anyio
async def test_nothing_has_a_name_with_a_nul_in_it(sign_in):
    http = await sign_in("admin", everything=True)
    for path in ("/api/import-presets/fec/a%00b", "/api/import-presets/%00/a"):
        answer = await http.delete(path)
        assert (answer.status_code, answer.json()["code"]) == (404, "not-found")
    kept = {"kind": "fec", "options": {}}
    assert (await http.put("/api/import-presets/a%00b", json=kept)).status_code == 404
