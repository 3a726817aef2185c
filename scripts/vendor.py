"""Fetches the page's front-end files from npm by name and version, and writes their hashes: python scripts/vendor.py.

Needs npm. `src/waqai/web/static/vendor.lock.json` is what a test checks the files against.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import tempfile
from pathlib import Path

STATIC = Path(__file__).resolve().parents[1] / "src" / "waqai" / "web" / "static"
_PLEX, _NASKH = "ibm-plex-sans-arabic", "noto-naskh-arabic"
PACKAGES = {
    "maplibre-gl@6.17.0": {f"dist/{name}": "vendor" for name in ("maplibre-gl.mjs", "maplibre-gl-worker.mjs")}
    | {"dist/maplibre-gl.css": "vendor"},
    "htmx.org@4.0.1": {"dist/htmx.min.js": "vendor"},
    f"@fontsource/{_PLEX}@5.3.0": {
        f"files/{_PLEX}-{script}-{weight}-normal.woff2": "fonts"
        for script in ("arabic", "latin")
        for weight in (400, 600)
    },
    f"@fontsource/{_NASKH}@5.3.0": {
        f"files/{_NASKH}-{script}-400-normal.woff2": "fonts" for script in ("arabic", "latin")
    },
}


def fetch(package: str, files: dict[str, str]) -> None:
    """The named files of the package stand in their folders."""
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(["npm", "pack", "-s", package], cwd=folder, check=True, capture_output=True, text=True)
        subprocess.run(["tar", "xzf", packed.stdout.strip()], cwd=folder, check=True)
        for name, home in files.items():
            kept(home, name).write_bytes(packed_as(home, (Path(folder) / "package" / name).read_bytes()))


def kept(home: str, name: str) -> Path:
    """Where the file stands: scripts compressed, as they are served; fonts are compressed already."""
    return STATIC / home / (Path(name).name + (".gz" if home == "vendor" else ""))


def unpacked(path: Path) -> bytes:
    """The bytes as their makers published them."""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def packed_as(home: str, body: bytes) -> bytes:
    """The bytes as they are kept."""
    return gzip.compress(body, 9, mtime=0) if home == "vendor" else body


def lock() -> dict[str, dict[str, str]]:
    """Each file with the package that it comes from and the SHA-256 of its bytes."""
    return {
        kept(home, name).relative_to(STATIC).as_posix(): {
            "from": package,
            "sha256": hashlib.sha256(unpacked(kept(home, name))).hexdigest(),
        }
        for package, files in PACKAGES.items()
        for name, home in files.items()
    }


if __name__ == "__main__":
    for one, wanted in PACKAGES.items():
        fetch(one, wanted)
    (STATIC / "vendor.lock.json").write_text(json.dumps(lock(), indent=1) + "\n", "utf-8")
