"""How much is taken in as one document."""

DOCUMENT_BYTES = 8 * 1024 * 1024
"""Bytes that one page, text or record may have: far more than any article, little enough to be read in bounded time.

A file of records may be of any length: it is read line by line.
"""
