"""Files of the page: read once, kept compressed, kept by browsers for ever under an address that names their bytes."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from waqai.web.rendering import STATIC, static

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".topojson": "application/json",
    ".json": "application/json",
}
_FOREVER = "public, max-age=31536000, immutable"


async def static_file(request: Request) -> Response:
    """The file, compressed where the browser takes it so; 404 where it is none of ours."""
    name = request.path_params["name"]
    found = _files().get(name)
    if found is None:
        return Response("not found\n", 404, media_type="text/plain")
    kind = _TYPES[Path(name).suffix]
    kept = _FOREVER if request.query_params.get("v") else "no-cache"
    headers = {"cache-control": kept, "vary": "accept-encoding"}
    if found.suffix != ".woff2" and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(_compressed(found), media_type=kind, headers=headers | {"content-encoding": "gzip"})
    return Response(_read(found), media_type=kind, headers=headers)


@cache
def _files() -> dict[str, Path]:
    """Every file that is served, by name: nothing outside this list can be asked for."""
    named = ((path.relative_to(STATIC).as_posix().removesuffix(".gz"), path) for path in STATIC.rglob("*"))
    return {name: path for name, path in named if Path(name).suffix in _TYPES}


@cache
def _read(path: Path) -> bytes:
    if path.suffix == ".css":
        return _with_marks(path.read_text("utf-8")).encode()
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def _with_marks(sheet: str) -> str:
    """The sheet with the fonts' addresses that pages preload."""
    for font in (STATIC / "fonts").glob("*.woff2"):
        sheet = sheet.replace(f"../fonts/{font.name}", static(f"fonts/{font.name}"))
    return sheet


@cache
def _compressed(path: Path) -> bytes:
    return path.read_bytes() if path.suffix == ".gz" else gzip.compress(_read(path), 9, mtime=0)
