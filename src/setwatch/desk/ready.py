"""What is imported when it is first used, imported before somebody waits for it."""

from setwatch import tracing


def ready() -> None:
    """Import what answers about documents and footage need, and what takes a second or more to import."""
    for name in ("part_of", "tell"):
        getattr(tracing, name)
