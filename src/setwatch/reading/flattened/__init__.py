"""Posts in flattened text: what embeds leave when only their words are kept, and posts quoted in full."""

from setwatch.reading.flattened.find import find_posts
from setwatch.reading.flattened.found import media_keys
from setwatch.reading.flattened.parts import Parts, facebook_parts, instagram_parts, tiktok_parts
from setwatch.reading.flattened.signature import signatures

__all__ = ["Parts", "facebook_parts", "find_posts", "instagram_parts", "media_keys", "signatures", "tiktok_parts"]
