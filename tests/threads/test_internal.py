"""Strictly internal: nothing said in a thread is ever mailed to a client (DOMAIN §16)."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
MAY_MAIL = {
    "backend/mail.py",
    "backend/identity/letters.py",
    "backend/identity/service/links.py",
}
"""Who writes letters: to our own people, at the address of their account."""


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_only_what_writes_to_our_own_people_can_mail():
    mailing = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "backend").rglob("*.py")
        if imported(path) & {"backend.mail", "smtplib", "email.message"}
    }
    assert mailing == MAY_MAIL


def test_no_letter_is_addressed_to_a_contact():
    """Nothing that mails knows of contacts, and threads know of neither."""
    for name in MAY_MAIL:
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "contact" not in text.lower(), name
    for path in (ROOT / "backend" / "threads").rglob("*.py"):
        text = path.read_text(encoding="utf-8").lower()
        assert "contact" not in text, path
        assert "email" not in text, path
