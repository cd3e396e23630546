"""Across documents: stories, copies, footage with its trail, old footage back as new."""

from setwatch.tracing.across.homes import part_of, place_of, reach_of
from setwatch.tracing.across.parts import Joined, trace_part
from setwatch.tracing.across.whole import trace

__all__ = ["Joined", "part_of", "place_of", "reach_of", "trace", "trace_part"]
