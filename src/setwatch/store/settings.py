"""What is set of a store."""

from sqlalchemy import Engine, delete, insert, select

from setwatch.model import Setting, checked_setting, default_of
from setwatch.store.keys import SET
from setwatch.store.ledgers import touch
from setwatch.store.tables import SETTINGS


class Settings:
    """The settings of a store. Every method is one transaction."""

    def __init__(self, reader: Engine, writer: Engine) -> None:
        """Read and write through the store's engines."""
        self._reader = reader
        self._writer = writer

    def get(self, setting: Setting) -> str:
        """Return what is set, or what holds where nobody says otherwise."""
        with self._reader.begin() as connection:
            found = connection.scalar(select(SETTINGS.c.value).where(SETTINGS.c.name == setting.value))
        return found if found is not None else default_of(setting)

    def all(self) -> dict[Setting, str]:
        """Return all settings, those that nobody set too."""
        return {setting: self.get(setting) for setting in Setting}

    def put(self, setting: Setting, value: str) -> None:
        """Set one; raises `ValueError` where it cannot be that."""
        value = checked_setting(setting, value)
        with self._writer.begin() as connection:
            connection.execute(delete(SETTINGS).where(SETTINGS.c.name == setting.value))
            connection.execute(insert(SETTINGS).values(name=setting.value, value=value))
            touch(connection, [SET])
