"""Signatures, against the specification's own library."""

import base64
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks.webhooks import Webhook

from setwatch.publish.alerts import key_of, new_secret, signature

NOW = datetime(2030, 1, 1, tzinfo=UTC)


@given(st.text(st.characters(codec="utf-8")), st.from_regex(r"\Achange-[0-9a-f]{24}\Z"))
def test_a_signature_is_what_the_specifications_library_makes(body: str, key: str) -> None:
    secret = new_secret()
    told = signature(secret, key, int(NOW.timestamp()), body.encode())
    assert told == Webhook(secret).sign(key, NOW, body)


def test_secrets_differ_and_are_long_enough() -> None:
    assert len({new_secret() for _ in range(50)}) == 50
    assert len(key_of(new_secret())) == 32


@pytest.mark.parametrize(
    "wrong",
    ["", "whsec_", "whsec_!!!!", f"whsec_{base64.b64encode(b'short').decode()}", base64.b64encode(b"x" * 32).decode()],
)
def test_a_wrong_secret_is_refused_without_being_shown(wrong: str) -> None:
    with pytest.raises(ValueError, match="the secret is no whsec_") as caught:
        key_of(wrong)
    assert not wrong or wrong == "whsec_" or wrong not in str(caught.value)
