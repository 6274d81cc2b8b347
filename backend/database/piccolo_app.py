"""One Piccolo app over every module's tables: one linear migration history."""

from __future__ import annotations

from pathlib import Path

from piccolo.conf.apps import AppConfig, table_finder

APP_CONFIG = AppConfig(
    app_name="encours",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=table_finder(
        [
            "backend.activity.tables",
            "backend.organisation.tables",
            "backend.identity.tables",
            "backend.clients.tables",
            "backend.files.tables",
            "backend.threads.tables",
            "backend.receivables.tables",
            "backend.promises.tables",
            "backend.disputes.tables",
            "backend.visits.tables",
            "backend.imports.tables",
            "backend.changes.tables",
        ],
        exclude_imported=True,
    ),
    migration_dependencies=[],
    commands=[],
)
