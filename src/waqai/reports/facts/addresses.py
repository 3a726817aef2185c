"""One address for one article: without the trackers that were hung on it."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

_TRACKERS = ("utm_", "fb_", "at_", "mc_", "_ga")
_TRACKING = frozenset(
    "fbclid gclid dclid msclkid igshid yclid twclid ref_src ref_url amp outputType cmpid ocid xtor spref".split()
)
MOST = 2_000


def canonical(address: str | None, base: str | None = None) -> str | None:
    """The address without fragment and trackers; None where it is no web address.

    Scheme, host and path stay what they were, as some sites answer differently to each.
    """
    if not address or len(address) > MOST:
        return None
    try:
        parts = urlsplit(urljoin(base, address.strip()) if base else address.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
        port = parts.port
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in {"http", "https"} or not host:
        return None
    usual = {"http": 80, "https": 443}[parts.scheme]
    host = f"[{host}]" if ":" in host else host
    netloc = host if port is None or port == usual else f"{host}:{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return urlunsplit((parts.scheme, netloc, path, _query(parts.query), ""))


def _query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=None)
    return urlencode([(key, value) for key, value in pairs if not _is_tracker(key)])


def _is_tracker(key: str) -> bool:
    return key in _TRACKING or key.lower().startswith(_TRACKERS)
