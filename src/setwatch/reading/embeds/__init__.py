"""Posts embedded in HTML.

For a reader of pages: `find_embeds(tree)` returns the embeds in the order of the page, each with the `node` that
holds all of it. Where a walk over the tree comes to a node whose `mem_id` is that of an embed, it takes
`embed.paragraph` as a paragraph of its own and does not go into the node. `post_at(embed, text, start)` is the post of
an embed whose paragraph begins at `start` of the document's text.
"""

from setwatch.reading.embeds.embed import Embed, post_at
from setwatch.reading.embeds.find import find_embeds

__all__ = ["Embed", "find_embeds", "post_at"]
