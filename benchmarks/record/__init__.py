"""Dated statements of release dates, and how they are judged."""
