"""Sentences around the portfolio: the shell, failures, signing in, Me."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mobile.strings.phrase import Phrase
    from shared.contract.identity import Language, Role, Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    app: str
    motto: str
    retry: str
    cancel: str
    close: str
    save: str
    back: str
    more: str
    confirm: str
    copy: str
    copied: str
    loading: str
    saving: str
    none: str
    required: str
    languages: dict[Language, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    today: str
    data_of_today: Phrase
    clients: str
    team: str
    data: str
    me: str
    offline: str
    offline_since: Phrase
    refreshing: str
    data_of: Phrase
    data_unknown: str
    not_found: str
    not_found_way: str
    home: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What happened, and what was kept."""

    offline: str
    slow: str
    choose_again: str
    server: str
    not_found: str
    forbidden: str
    too_many: str
    too_many_windows: str
    not_installable: str
    version: str
    unexpected: str
    broken: str
    broken_kept: str
    kept_typed: str
    kept_shown: Phrase
    reference: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    chosen: str
    remember: str
    title: str
    email: str
    password: str
    show_password: str
    hide_password: str
    submit: str
    forgotten: str
    reset_title: str
    reset_way: str
    reset_send: str
    reset_sent: str
    choose_title: str
    choose_welcome: str
    choose_submit: str
    link_spent: str
    demo: str
    demo_as: Phrase
    email_missing: str
    email_malformed: str
    password_missing: str
    promise: str
    session_over: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    title: str
    role: str
    scope: str
    scope_all: str
    scope_portfolio: str
    language: str
    theme: str
    themes: dict[Theme, str]
    roles: dict[Role, str]
    password: str
    password_change: str
    password_current: str
    password_new: str
    password_changed: str
    devices: str
    device_this: str
    device_seen: Phrase
    device_end: str
    device_rename: str
    device_name: str
    device_name_length: Phrase
    device_end_ask: Phrase
    installing: str
    installing_why: str
    install: str
    sign_out: str
