"""A language model behind an OpenAI-compatible address, asked for claims."""

import json
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import httpx

from setwatch.llm.accept import Rejection, accept
from setwatch.model import Analysis, Claim, Document, Production

_PROMPT: dict[str, str] = tomllib.loads((files(__package__) / "prompt.toml").read_text(encoding="utf-8"))

LONGEST = 40_000
"""Characters of a document that are sent: what comes after is seldom the article."""
SECONDS = 120.0
"""How long a reply may take; local models on a processor are slow."""
REPLY = 1_000_000
"""Bytes that a reply may have."""


class ModelError(ValueError):
    """The model could not be asked, or its reply is none; the message is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class ModelReader:
    """A second reader. `url` is the address up to `/v1`, `model` the name that it knows the model by.

    `key` is sent as a bearer token and shown nowhere.
    """

    url: str
    model: str
    key: str | None = None

    def find_claims(self, document: Document, analysis: Analysis, watched: tuple[Production, ...]) -> tuple[Claim, ...]:
        """Return the claims that the model finds and the document bears out, each marked with the model's name.

        Raises:
            ModelError: the model cannot be reached, or answers with no JSON.
        """
        return self.ask(document, analysis, watched)[0]

    def ask(
        self, document: Document, analysis: Analysis, watched: tuple[Production, ...]
    ) -> tuple[tuple[Claim, ...], tuple[Rejection, ...]]:
        """Return what was accepted of the model's reply, and what was not and why; raises as `find_claims`."""
        if not watched:
            return (), ()
        return accept(self._reply(document, watched), document, analysis, watched, self.model)

    def _reply(self, document: Document, watched: tuple[Production, ...]) -> object:
        listed = "\n".join(f"- {p.name} (also: {', '.join(p.aliases) or 'no other name'})" for p in watched)
        asked = _PROMPT["user"].format(
            productions=listed, published=document.published or "on an unknown day", text=document.text[:LONGEST]
        )
        messages = [{"role": "system", "content": _PROMPT["system"]}, {"role": "user", "content": asked}]
        body = {"model": self.model, "messages": messages, "temperature": 0, "response_format": {"type": "json_object"}}
        return _parsed(self._sent(body))

    def _sent(self, body: dict[str, Any]) -> bytes:
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        address = f"{self.url.rstrip('/')}/chat/completions"
        try:
            with (
                httpx.Client(timeout=SECONDS, follow_redirects=False) as client,
                client.stream("POST", address, json=body, headers=headers) as response,
            ):
                found = b""
                for chunk in response.iter_bytes():
                    found += chunk
                    if len(found) > REPLY:
                        raise ModelError(f"{self.model} answers with more than {REPLY:,} bytes")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ModelError(f"{self.model} at {self.url} cannot be asked: {error or type(error).__name__}") from error
        if response.status_code != httpx.codes.OK:
            raise ModelError(f"{self.model} at {self.url} answers {response.status_code}; look at its own log")
        return found


def _parsed(reply: bytes) -> object:
    try:
        content = json.loads(reply)["choices"][0]["message"]["content"]
        return json.loads(content.strip().removeprefix("```json").removesuffix("```"))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise ModelError(f"the model answers with no JSON of claims ({type(error).__name__})") from error
