"""Which addresses may be asked: those of the public Internet, unless the user lets the own network in."""

import tomllib
from importlib.resources import files
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

Network = IPv4Network | IPv6Network

_DATA: dict[str, Any] = tomllib.loads((files(__package__) / "special.toml").read_text(encoding="utf-8"))
_NETWORKS: tuple[tuple[Network, str], ...] = tuple(
    (ip_network(each), what) for what, listed in _DATA["networks"].items() for each in listed
)
_CARRIERS = tuple(ip_network(each) for each in _DATA["carriers"]["last"])
_OWN = frozenset(_DATA["own"])
_UNICAST = ip_network(_DATA["unicast"])
_ISATAP = 0x5EFE
"""The middle of an interface identifier that ends in an IPv4 address [RFC 5214], flags left out."""


def refused(address: str, *, own_network: bool = False) -> str | None:
    """Return what an IP address is that must not be asked (`loopback`, `private`, ...), or None for a public one.

    IPv6 addresses that carry an IPv4 address are judged by both; a zone (`%eth0`) is left aside. `own_network` lets
    in the user's own network: loopback, private and shared addresses.

    Raises:
        ValueError: it is no IP address.
    """
    found = ip_address(address.partition("%")[0])
    kind = _kind(found)
    if kind is None and isinstance(found, IPv6Address) and (carried := _carried(found)) is not None:
        kind = _kind(carried)
    return None if own_network and kind in _OWN else kind


def _kind(address: IPv4Address | IPv6Address) -> str | None:
    for network, what in _NETWORKS:
        if address.version == network.version and address in network:
            return what
    if isinstance(address, IPv4Address):
        return None if address.is_global else "reserved"
    return None if any(address in each for each in (_UNICAST, *_CARRIERS)) else "reserved"


def _carried(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address carries."""
    last = IPv4Address(int(address) & 0xFFFFFFFF)
    if any(address in carrier for carrier in _CARRIERS):
        return last
    return last if (int(address) >> 32) & 0xFDFFFFFF == _ISATAP else None
