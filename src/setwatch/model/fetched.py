"""What is asked of the network, and what comes back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

from setwatch.model.address import shown_address


@dataclass(frozen=True, slots=True)
class Ask:
    """An address to ask, with the validators of the last answer from there [RFC 9110, section 8.8]."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    accept: str | None = None
    """The media type that is asked for, None for any [RFC 9110, section 12.5.1]."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered, redirects followed.

    `url` is the address that answered in the end, `moved` the one to ask from now on, where all redirects on the way
    were permanent (301, 308). Names in `headers` are lower-case. `body` is unpacked. `fetched` is in UTC.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched: datetime
    moved: str | None = None

    def header(self, name: str) -> str | None:
        """Return the first header of this (lower-case) name."""
        return next((value for key, value in self.headers if key == name), None)


class Trouble(StrEnum):
    """Why there is no answer."""

    ADDRESS = "address"
    """It is no address that may be asked: another scheme, or a host of a network that is not public."""
    ROBOTS = "robots"
    """The site asks that robots leave it alone [RFC 9309]."""
    REDIRECTS = "redirects"
    """Too many redirects, or one that leads nowhere."""
    SIZE = "size"
    TIME = "time"
    ENCODING = "encoding"
    STATUS = "status"
    """The server answers with an error."""
    NETWORK = "network"
    """No connection, a faulty certificate, or an answer that is no HTTP."""


class FetchError(Exception):
    """There is no answer; the message is one line that names the address and what was wrong."""

    def __init__(self, trouble: Trouble, message: str) -> None:
        super().__init__(message)
        self.trouble = trouble

    @classmethod
    def of_status(cls, url: str, status: int) -> Self:
        """Return the error for an answer with an error status."""
        return cls(Trouble.STATUS, f"{shown_address(url)}: answers {status}")


class NotYetError(FetchError):
    """A site wants a longer pause between two requests than one waits; `seconds` are left of it."""

    def __init__(self, seconds: float) -> None:
        super().__init__(Trouble.TIME, f"asks for a longer pause: not before {round(seconds):,} seconds from now")
        self.seconds = seconds
