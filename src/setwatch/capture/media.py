"""Pictures and video: told from their first bytes, and the address that a downloader noted beside them."""

import json
import re
from pathlib import Path

from setwatch.capture.limits import DOCUMENT_BYTES

_ADDRESS = re.compile(r"https?://\S{1,2000}")
_KINDS = (
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n.{4}IHDR", re.DOTALL), "image/png"),
    (re.compile(rb"GIF8[79]a.{6}", re.DOTALL), "image/gif"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "image/webp"),
    (re.compile(rb".{4}ftyp(?:avif|avis)", re.DOTALL), "image/avif"),
    (re.compile(rb".{4}ftyp(?:hei[cfmsx]|mif1)", re.DOTALL), "image/heic"),
    (re.compile(rb".{4}ftyp", re.DOTALL), "video/mp4"),
    (re.compile(rb"\x1a\x45\xdf\xa3"), "video/webm"),
    (re.compile(rb"RIFF.{4}AVI ", re.DOTALL), "video/x-msvideo"),
)
"""First bytes of each format, as its specification gives them; of families (ISO media), brands before the rest."""


def media_kind(start: bytes) -> str | None:
    """Return the media type of a picture or video that begins so, or None."""
    return next((kind for pattern, kind in _KINDS if pattern.match(start)), None)


def noted_address(path: Path) -> str | None:
    """Return the address in the `.info.json` that yt-dlp lays beside what it loads, or None."""
    beside = path.with_suffix(".info.json")
    try:
        if beside.is_symlink() or not beside.is_file() or beside.stat().st_size > DOCUMENT_BYTES:
            return None
        told = json.loads(beside.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    found = told.get("webpage_url") if isinstance(told, dict) else None
    return found if isinstance(found, str) and _ADDRESS.fullmatch(found) else None
