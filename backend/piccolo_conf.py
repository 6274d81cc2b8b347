"""Where Piccolo looks for the engine and the tables (`PICCOLO_CONF`)."""

from backend.database.engine import ENGINE

DB = ENGINE


def __getattr__(name: str) -> object:
    """The registry imports every table: only migrations ask for it, serving does not."""
    if name == "APP_REGISTRY":
        from piccolo.conf.apps import AppRegistry  # noqa: PLC0415 - see above

        return AppRegistry(apps=["backend.database.piccolo_app"])
    raise AttributeError(name)
