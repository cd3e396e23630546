"""Publishing: the record and the trails for people to read."""

__all__: list[str] = []
