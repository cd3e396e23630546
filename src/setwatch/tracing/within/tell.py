"""What one document tells of footage and of its own sources."""

from setwatch.model import Analysis, Document, Production, Telling
from setwatch.tracing.within.credits import credits_in
from setwatch.tracing.within.mention import mentions_in
from setwatch.tracing.within.page import page_of


def tell(document: Document, analysis: Analysis, watched: tuple[Production, ...]) -> Telling:
    """Return what `document` tells of footage, if it speaks of a watched production, and of its own sources. Pure."""
    del watched
    page = page_of(document, analysis)
    followed = any(mention.production for mention in analysis.productions) or analysis.main_production
    return Telling(mentions_in(page) if followed else (), credits_in(page))
