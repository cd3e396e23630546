"""What is known of a production as data, in the formats that others read: one function for each."""

from collections.abc import Callable

from setwatch.publish.exports.annotations import annotations
from setwatch.publish.exports.linked import linked
from setwatch.publish.exports.material import Material
from setwatch.publish.exports.news import news
from setwatch.publish.exports.provenance import provenance
from setwatch.publish.exports.tables import as_csv, as_parquet

__all__ = ["BINARY", "EXPORTS", "Material", "exported"]

EXPORTS: dict[str, Callable[[Material], bytes]] = {
    "jsonld": linked,
    "webannotation": annotations,
    "ninjs": news,
    "prov": provenance,
    "csv": as_csv,
    "parquet": as_parquet,
}

BINARY = frozenset({"parquet"})
"""Formats that are no text."""


def exported(form: str, material: Material) -> bytes:
    """Return what is known in one of `EXPORTS`; text is UTF-8.

    Raises:
        KeyError: no such format.
        ImportError: the format needs an extra that is not installed.
    """
    return EXPORTS[form](material)
