"""People, what they may see, their devices, and how they came in."""

from __future__ import annotations

from piccolo.constraints import Check, Unique
from piccolo.table import Table

from backend.database import columns
from backend.organisation.tables import Branch


class Account(Table, tablename="account"):
    """A person of ours. Without a password hash they have been invited and have not come yet."""

    id = columns.key()
    email = columns.text(unique=True)
    name = columns.text()
    role = columns.text()
    language = columns.text()
    theme = columns.text()
    password_hash = columns.text(null=True)
    sees_everything = columns.flag()
    sees_own_portfolio = columns.flag()
    created_at = columns.instant()
    disabled_at = columns.instant(null=True)

    account_email_folded = Check("email = lower(email)")
    account_role_known = Check(
        "role IN ('sales', 'after_sales', 'collector', 'branch_manager', 'credit_manager',"
        " 'finance_director', 'admin')"
    )
    account_language_known = Check("language IN ('fr', 'en')")
    account_theme_known = Check("theme IN ('system', 'light', 'dark')")


class AccountBranch(Table, tablename="account_branch"):
    """A branch in a person's scope."""

    id = columns.key()
    account = columns.link(Account)
    branch = columns.link(Branch, index=True)

    account_branch_once = Unique(["account", "branch"])


class Device(Table, tablename="device"):
    """One sign-in of one person: a phone, a browser. Its refresh tokens are one family."""

    id = columns.key()
    account = columns.link(Account, index=True)
    name = columns.text()
    created_at = columns.instant()
    last_seen_at = columns.instant()
    revoked_at = columns.instant(null=True)
    revoked_because = columns.text(null=True)


class RefreshToken(Table, tablename="refresh_token"):
    """A refresh token, kept as a hash. Used once; `request_id` names the retry that may repeat."""

    id = columns.key()
    device = columns.link(Device, index=True)
    token_hash = columns.text(unique=True)
    issued_at = columns.instant()
    expires_at = columns.instant()
    used_at = columns.instant(null=True)
    request_id = columns.text(null=True)


class OneTimeLink(Table, tablename="one_time_link"):
    """An invitation or a reset, kept as a hash; usable once, until it expires.

    `asked_publicly` without signing in, by whoever typed the address.
    """

    id = columns.key()
    account = columns.link(Account, index=True)
    token_hash = columns.text(unique=True)
    purpose = columns.text()
    asked_publicly = columns.flag()
    issued_at = columns.instant()
    expires_at = columns.instant()
    used_at = columns.instant(null=True)

    one_time_link_purpose_known = Check("purpose IN ('invitation', 'reset')")


class SignInFailure(Table, tablename="sign_in_failure"):
    """One refused sign-in, counted by what it named and where it came from (both hashed)."""

    id = columns.key()
    account_key = columns.text()
    address_key = columns.text()
    failed_at = columns.instant()
