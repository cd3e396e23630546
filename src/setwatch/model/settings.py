"""Settings: rules that hold for a whole store, whoever asks it."""

from enum import StrEnum


class Setting(StrEnum):
    """What can be set of a store."""

    GONE_WORDS = "gone-words"
    """Whether the words of posts that are gone are `shown` or `hidden`."""
    LOOK_UP_POSTS = "look-up-posts"
    """Whether `run` asks platforms for the posts that articles show, and later whether they are there: `on`, `off`."""
    CALLBACK = "callback"
    """Under which address of this machine's site hubs push what is new (WebSub); empty: they are not asked to."""


CHOICES: dict[Setting, tuple[str, ...]] = {
    Setting.GONE_WORDS: ("shown", "hidden"),
    Setting.LOOK_UP_POSTS: ("off", "on"),
}
"""What the settings may be that have a list; the first holds where nobody says otherwise."""


def default_of(setting: Setting) -> str:
    """Return what holds where nobody says otherwise."""
    return CHOICES.get(setting, ("",))[0]


def checked_setting(setting: Setting, value: str) -> str:
    """Return a value as it is kept.

    Raises:
        ValueError: the setting cannot be that.
    """
    value = value.strip()
    if setting in CHOICES:
        if value not in CHOICES[setting]:
            raise ValueError(f"{setting} is one of {', '.join(CHOICES[setting])}, not {value!r}")
        return value
    if value and (not value.startswith("https://") or any(c.isspace() for c in value) or "?" in value):
        raise ValueError(f"{setting} is an https address without ?, or nothing, not {value!r}")
    return value.rstrip("/")
