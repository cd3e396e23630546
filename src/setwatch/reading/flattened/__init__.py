"""Posts in flattened text: what embeds leave when only their words are kept, and posts quoted in full."""

from setwatch.reading.flattened.find import find_posts

__all__ = ["find_posts"]
