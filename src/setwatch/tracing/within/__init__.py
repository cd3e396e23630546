"""Within one document: the footage that it talks about, the trails that it tells, the sources that it credits."""

from setwatch.tracing.within.tell import tell

__all__ = ["tell"]
