"""From bytes to a reading; keeps nothing."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

# Parts that take long to load stand behind doors that open when they are first used; most answers need none of them.
from setwatch import capture as capture_
from setwatch import claims as claims_
from setwatch import language as language_
from setwatch import llm as llm_
from setwatch import tracing as tracing_
from setwatch.model import Capture, Claim, ClaimReader, Production, Reading, Refusal, fold
from setwatch.reading import read
from setwatch.store import check


def read_capture(capture: Capture, watched: tuple[Production, ...], second: ClaimReader | None = None) -> Reading:
    """Return all that `capture` says of the `watched` productions. Pure: no clock, no network, no store.

    What a `second` reader finds beyond the rules is added; what it does to find it is its own affair.

    Raises:
        ValueError: the bytes are not what the media type says, or the second reader quotes what is not there.
    """
    document = read(capture)
    analysis = language_.analyse(document, watched)
    claims = claims_.find_claims(document, analysis, watched)
    if second is not None:
        known = {_fact(claim) for claim in claims}
        more = second.find_claims(document, analysis, watched)
        claims = (*claims, *(claim for claim in more if _fact(claim) not in known))
    reading = Reading(document, claims, tracing_.tell(document, analysis, watched))
    if second is not None:
        check(reading)
    return reading


def _fact(claim: Claim) -> tuple[str, ...]:
    return claim.production, claim.property, fold(claim.value), claim.polarity


def model_reader(url: str, model: str, key: str | None = None) -> ClaimReader:
    """Return a language model as a second reader; `url` is an OpenAI-compatible address up to `/v1`.

    Raises:
        ImportError: the `llm` extra is not installed.
    """
    return llm_.ModelReader(url, model, key)


def read_source(
    source: Path | BinaryIO, watched: tuple[Production, ...], captured: datetime, second: ClaimReader | None = None
) -> Iterator[tuple[str, Reading | Refusal]]:
    """Yield where each capture of a file, folder or stream is, and its reading or why there is none; keeps nothing."""
    for item in capture_.captures_of(source, captured):
        if isinstance(item, Refusal):
            yield item.origin, item
            continue
        try:
            yield item.origin, read_capture(item, watched, second)
        except ValueError as error:
            yield item.origin, Refusal(item.origin, reason_of(error))


def reason_of(error: Exception) -> str:
    """Return what an error says as one line."""
    return " ".join(str(error).split())
