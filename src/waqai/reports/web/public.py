"""Which addresses may be connected to: public ones, as the name resolves at the moment of connecting."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from typing import NamedTuple

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], list[str]]
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_SIX_TO_FOUR = ipaddress.IPv6Network("2002::/16")


class ForbiddenError(Exception):
    """An address that is not public, or no address of the web."""


class Place(NamedTuple):
    """A host's checked address and port: the only ones that are connected to."""

    host: str
    address: str
    port: int


def system_resolver(host: str, port: int) -> list[str]:
    """What the system says of the name; OSError where it knows none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether the address is one of the public internet, also where another is wrapped in it."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_is_public(one) for one in _wrapped(found))


def _wrapped(address: Address) -> list[Address]:
    """The address, and every address that it stands for."""
    if not isinstance(address, ipaddress.IPv6Address):
        return [address]
    inner: list[Address] = [address]
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address in _NAT64:
        return [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)]
    if address in _SIX_TO_FOUR and address.sixtofour is not None:
        inner.append(address.sixtofour)
    if address.teredo is not None:
        inner += address.teredo
    return inner


def _is_public(address: Address) -> bool:
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified or address.is_loopback
    )


def checked(host: str, port: int, resolve: Resolver, allowed: frozenset[str]) -> Place:
    """The place to connect to; ForbiddenError where any address of the name is not public.

    The name is asked once: what is connected to is what was checked. `allowed` are addresses that the
    user lets pass, as those of an intranet.
    """
    addresses = resolve(host, port)
    if not addresses:
        raise OSError(f"{host} has no address")
    for address in addresses:
        if not is_public(address) and address not in allowed:
            raise ForbiddenError(f"{host} leads to {address}, which is no public address")
    return Place(host, addresses[0], port)
