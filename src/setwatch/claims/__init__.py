"""Claims: what a document says of the watched productions, how surely and on whose word."""

from setwatch.claims.find import find_claims

__all__ = ["find_claims"]
