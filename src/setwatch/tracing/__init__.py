"""Tracing: what a document tells of footage, and across documents stories, copies, footage and trails."""

from setwatch.tracing.across import trace
from setwatch.tracing.within import tell

__all__ = ["tell", "trace"]
