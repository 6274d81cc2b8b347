"""The environment is read once; what cannot be meant is refused by name."""

import os
import stat
import threading
from datetime import date, timedelta
from ipaddress import ip_network
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from backend.clock import SystemClock
from backend.settings import Settings, SettingsError, default_data_folder


def refusal(**env):
    with pytest.raises(SettingsError) as refused:
        Settings.from_environment(env)
    return str(refused.value)


def test_an_empty_environment_is_enough():
    settings = Settings.from_environment({"HOME": "/home/rep"})
    assert settings.host == "127.0.0.1"
    assert settings.port == 8000
    assert settings.language == "fr"
    assert settings.time_zone == ZoneInfo("Europe/Paris")
    assert settings.today is None
    assert settings.database_url is None


def test_every_variable_is_read():
    settings = Settings.from_environment(
        {
            "ENCOURS_DATA": "/srv/encours",
            "DATABASE_URL": "postgresql://db/encours",
            "ENCOURS_POSTGRES_BIN": "/opt/pg/bin",
            "ENCOURS_HOST": "0.0.0.0",  # noqa: S104 - only read here
            "ENCOURS_PORT": "9000",
            "ENCOURS_TODAY": "2026-02-28",
            "ENCOURS_TIME_ZONE": "America/Martinique",
            "ENCOURS_PUBLIC_URL": "https://encours.example/",
            "ENCOURS_SMTP_URL": "smtp://mail.example:25",
            "ENCOURS_MAIL_FROM": "Encours <encours@example.org>",
            "ENCOURS_TRUSTED_PROXIES": "10.0.0.0/8, 192.168.1.1",
            "ENCOURS_WORKERS": "4",
            "ENCOURS_WINDOWS": "40",
            "ENCOURS_WINDOWS_AN_ADDRESS": "7",
            "ENCOURS_WINDOW_SECONDS": "600",
            "ENCOURS_WINDOW_SECONDS_SIGNED_OUT": "0",
            "ENCOURS_LANGUAGE": "en",
            "ENCOURS_SECRET_KEY": "k" * 32,
        }
    )
    assert settings.data == Path("/srv/encours")
    assert settings.database_url == "postgresql://db/encours"
    assert settings.postgres_bin == Path("/opt/pg/bin")
    assert settings.port == 9000
    assert settings.today == date(2026, 2, 28)
    assert settings.time_zone == ZoneInfo("America/Martinique")
    assert settings.public_url == "https://encours.example"
    assert settings.trusted_proxies == (ip_network("10.0.0.0/8"), ip_network("192.168.1.1/32"))
    assert settings.workers == 4
    assert (settings.windows_most, settings.windows_an_address_most) == (40, 7)
    assert (settings.window_seconds, settings.window_seconds_signed_out) == (600, 0)
    assert settings.language == "en"
    assert settings.secret_key() == "k" * 32


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://db/encours"),
        ("DATABASE_URL", "postgresql:db"),
        ("ENCOURS_PORT", "0"),
        ("ENCOURS_PORT", "65536"),
        ("ENCOURS_PORT", "٨٠"),
        ("ENCOURS_PORT", "eighty"),
        ("ENCOURS_PORT", "9" * 5000),
        ("ENCOURS_TODAY", "28/02/2026"),
        ("ENCOURS_TODAY", "2026-02-30"),
        ("ENCOURS_TIME_ZONE", "Europe/Nowhere"),
        ("ENCOURS_TIME_ZONE", "/etc/passwd"),
        ("ENCOURS_PUBLIC_URL", "encours.example"),
        ("ENCOURS_SMTP_URL", "mail.example"),
        ("ENCOURS_MAIL_FROM", "nobody"),
        ("ENCOURS_TRUSTED_PROXIES", "10.0.0.0/99"),
        ("ENCOURS_WORKERS", "-1"),
        ("ENCOURS_WORKERS", "1000"),
        ("ENCOURS_WINDOWS", "0"),
        ("ENCOURS_WINDOWS_AN_ADDRESS", "many"),
        ("ENCOURS_WINDOW_SECONDS", "1h"),
        ("ENCOURS_WINDOW_SECONDS_SIGNED_OUT", "-1"),
        ("ENCOURS_LANGUAGE", "de"),
        ("ENCOURS_SECRET_KEY", "short"),
        ("ENCOURS_DATA", "a\0b"),
    ],
)
def test_an_impossible_value_is_refused_by_the_variables_name(name, value):
    sentence = refusal(**{name: value})
    assert sentence.startswith(name)
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_refused_address_does_not_show_its_password():
    assert "s3cret" not in refusal(DATABASE_URL="mysql://encours:s3cret@db/encours")
    assert "short" not in refusal(ENCOURS_SECRET_KEY="short-secret")


def test_a_misspelt_variable_is_refused_with_the_one_that_was_meant():
    assert "did you mean ENCOURS_PORT?" in refusal(ENCOURS_PROT="80")
    assert "ENCOURS_QQQQQQQQ is not a setting" in refusal(ENCOURS_QQQQQQQQ="1")


def test_an_empty_variable_counts_as_not_given():
    assert Settings.from_environment({"ENCOURS_PORT": " ", "ENCOURS_DATA": ""}).port == 8000


def test_the_data_folder_follows_the_desktop_rules(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr("sys.platform", "linux")
    assert default_data_folder({"XDG_DATA_HOME": "/x/share"}) == Path("/x/share/encours")
    home = Path.home()
    assert default_data_folder({}) == home / ".local/share/encours"
    assert default_data_folder({"XDG_DATA_HOME": "relative"}) == home / ".local/share/encours"
    monkeypatch.setattr("sys.platform", "darwin")
    assert default_data_folder({}) == home / "Library/Application Support/encours"
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert default_data_folder({}) == Path("/var/lib/encours")


def test_the_secret_key_is_made_once_and_closed_to_others(tmp_path):
    data = tmp_path / "new"
    key = Settings(data=data).secret_key()
    assert len(key) >= 32
    assert Settings(data=data).secret_key() == key
    assert stat.S_IMODE((data / "secret-key").stat().st_mode) == 0o600
    assert [entry.name for entry in data.iterdir()] == ["secret-key"]
    assert Settings(data=tmp_path / "other").secret_key() != key


def test_processes_that_make_the_key_at_once_agree(tmp_path):
    keys = []
    threads = [
        threading.Thread(target=lambda: keys.append(Settings(data=tmp_path).secret_key()))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 8
    assert len(set(keys)) == 1


def test_a_data_folder_that_keeps_no_key_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="ENCOURS_DATA"):
        Settings(data=tmp_path / "file").secret_key()
    (tmp_path / "secret-key").write_text("short")
    with pytest.raises(SettingsError, match="too short"):
        Settings(data=tmp_path).secret_key()


def test_the_business_day_can_be_frozen_while_instants_go_on():
    clock = SystemClock(ZoneInfo("Europe/Paris"), date(2020, 4, 30))
    assert clock.today() == date(2020, 4, 30)
    assert clock.now().utcoffset() == timedelta(0)
    assert clock.now().year > 2020


def test_the_business_day_is_that_of_its_time_zone(tmp_path):
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        clock = SystemClock.of(Settings(data=tmp_path, time_zone=ZoneInfo(zone)))
        assert clock.today() == clock.now().astimezone(ZoneInfo(zone)).date()
