"""How properties, roles and kinds are called in print."""

from setwatch.model import Channel, FootageKind, Property, Role, Standing, When

PROPERTY = {
    Property.RELEASE_DATE: "Release date",
    Property.FILMING_LOCATION: "Filming locations",
    Property.PRODUCTION_STATUS: "Status",
    Property.DIRECTOR: "Director",
    Property.WRITER: "Writers",
    Property.CAST_MEMBER: "Cast",
    Property.PRODUCER: "Producers",
    Property.COMPOSER: "Composer",
    Property.CINEMATOGRAPHER: "Cinematographer",
    Property.DISTRIBUTOR: "Distributor",
    Property.OFFICIAL_TITLE: "Official title",
    Property.WORKING_TITLE: "Working title",
}

CHANNEL = {
    Channel.THEATRICAL: "cinemas",
    Channel.STREAMING: "streaming",
    Channel.PREMIERE: "premiere",
    Channel.LIMITED: "limited release",
    Channel.DIGITAL: "digital",
}

CUE = {
    "noun": "called a film or a series",
    "thing": "its trailer, season, star",
    "cast": "who works on it",
    "life": "that it films, opens, is renewed",
    "opens": "what a headline is about",
    "network": "whose it is",
    "sentence": "beside words of the trade",
}
"""Kinds of evidence that a title is a film's or a series', as people are told them; the others only add weight."""

WHEN = {When.PAST: "past", When.CURRENT: "now", When.PLANNED: "planned", When.FORMER: "former"}

ROLE = {Role.ORIGIN: "had it first", Role.PICKUP: "picked it up", Role.REPOST: "passed it on"}

KIND = {
    FootageKind.VIDEO: "Video",
    FootageKind.PHOTO: "Photo",
    FootageKind.TRAILER: "Trailer",
    FootageKind.CONCEPT_ART: "Concept art",
}

PLATFORM = {
    "tiktok": "TikTok",
    "twitter": "Twitter",
    "x": "X",
    "instagram": "Instagram",
    "youtube": "YouTube",
    "facebook": "Facebook",
    "bluesky": "Bluesky",
    "mastodon": "Mastodon",
    "threads": "Threads",
    "reddit": "Reddit",
    "telegram": "Telegram",
    "weibo": "Weibo",
    "vk": "VK",
}

STYLE = {
    Standing.CURRENT: "bold green",
    Standing.SUPERSEDED: "dim",
    Standing.DISPUTED: "yellow",
    Standing.RUMOURED: "cyan",
    Standing.DENIED: "red",
}

HEAD = "bold"
QUOTE = "italic"
MARK = "bold italic"
QUIET = "dim"
UNDONE = "yellow"
ALARM = "bold red"


def platform(name: str | None) -> str:
    """Return a platform's own spelling of its name, the given one where it is not known; empty for None."""
    return PLATFORM.get((name or "").lower(), name or "")
