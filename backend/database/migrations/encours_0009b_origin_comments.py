from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import UUID
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-22T19:09:30:000000"
VERSION = "1.38.0"
DESCRIPTION = "The comments that promises and disputes come from"


async def forwards():
    manager = MigrationManager(
        migration_id=ID, app_name="encours", description=DESCRIPTION
    )

    for class_name, tablename in (("Promise", "promise"), ("Dispute", "dispute")):
        manager.add_column(
            table_class_name=class_name,
            tablename=tablename,
            column_name="origin_comment",
            db_column_name="origin_comment",
            column_class_name="UUID",
            column_class=UUID,
            params={
                "default": None,
                "null": True,
                "primary_key": False,
                "unique": False,
                "index": False,
                "index_method": IndexMethod.btree,
                "choices": None,
                "db_column_name": None,
                "secret": False,
            },
            schema=None,
        )

    return manager
