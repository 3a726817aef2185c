"""Pictures of every page, and what opening one costs: python scripts/page_pictures.py RECORD.db [FOLDER].

Serves the record as `waqai serve` does, opens every page in Debian's chromium in both languages, at a desk and on a
phone, and writes the pictures that README and docs show to FOLDER, if one is given. Prints for the first load of home
the bytes on the wire and the first paint, and for all pages the requests to elsewhere and the errors of scripts.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
from playwright.sync_api import Browser, Page, Request, sync_playwright

ROUNDS = 5
SETTLE = 4.0  # seconds: the window before still draws its map without a graphics card when it is closed
BASE = "http://127.0.0.1:8798"
FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
SERVE = (
    "import sys\nfrom pathlib import Path\nfrom waqai.web.serving import serve_page\n"
    "from waqai.web.settings import Settings\n"
    "serve_page(Settings(Path(sys.argv[1]), port=8798, token='look', name='ندى'), print)"
)
PAGES = {
    "home": "",
    "incident": "incident/{incident}",
    "report": "report/{report}",
    "review": "review",
    "bring": "bring",
    "following": "following",
    "people": "people",
}


@dataclass(slots=True)
class Seen:
    """What went over the wire and what went wrong."""

    elsewhere: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    wire: int = 0


@contextmanager
def served(record: Path) -> Iterator[str]:
    """The session's cookie while a copy of the record is served."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(record, folder)
        with subprocess.Popen([sys.executable, "-c", SERVE, copy], stdout=subprocess.DEVNULL) as server:  # noqa: S603
            try:
                yield _cookie()
            finally:
                server.terminate()


def _cookie() -> str:
    for _ in range(240):
        try:
            return str(httpx2.get(f"{BASE}/ar/?token=look").cookies["waqai"])
        except httpx2.TransportError:
            time.sleep(0.5)
    raise SystemExit("the page did not open within two minutes")


@contextmanager
def window(browser: Browser, cookie: str, size: tuple[int, int], *, dark: bool, seen: Seen) -> Iterator[Page]:
    """A fresh window, signed in, that notes what it asks for and what goes wrong."""
    scheme = "dark" if dark else "light"
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    context.add_cookies([{"name": "waqai", "value": cookie, "url": BASE}])
    page = context.new_page()
    page.set_default_timeout(90_000)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("console", lambda said: seen.errors.append(said.text) if said.type == "error" else None)
    page.on("requestfinished", lambda request: _note(seen, request))
    yield page
    context.close()


def _note(seen: Seen, request: Request) -> None:
    if not request.url.startswith((BASE, "data:", "blob:")):
        seen.elsewhere.append(request.url)
    if request.url.startswith(BASE):
        sizes = request.sizes()
        seen.wire += sizes["responseBodySize"] + sizes["responseHeadersSize"]


def first_load(browser: Browser, cookie: str) -> Seen:
    """Home opened by a browser that has nothing in its cache, in both languages: bytes and milliseconds.

    The very first window also starts the browser's own processes; it is shown, and is none of the ROUNDS of the median.
    """
    total = Seen()
    for lang in ("ar", "en"):
        opened = [_opened(browser, cookie, lang) for _ in range(ROUNDS + 1)]
        (seen, first, _), times = opened[0], [paint for _, paint, _ in opened[1:]]
        answered = statistics.median(answer for _, _, answer in opened[1:])
        print(
            f"{lang}: first load {seen.wire / 1000:.0f} kB, first paint {statistics.median(times):.0f} ms, "
            f"the median of {', '.join(f'{time:.0f}' for time in times)} (first window {first:.0f}; answered after "
            f"{answered:.0f} ms; load of the machine {os.getloadavg()[0]:.1f})"
        )
        for one, _, _ in opened:
            total.elsewhere += one.elsewhere
            total.errors += one.errors
    return total


def _opened(browser: Browser, cookie: str, lang: str) -> tuple[Seen, float, float]:
    """One window on home: what it asked for, and the milliseconds to the first paint and to the answer's first byte."""
    seen = Seen()
    time.sleep(SETTLE)
    with window(browser, cookie, (1280, 900), dark=False, seen=seen) as page:
        page.goto(f"{BASE}/{lang}/")
        page.wait_for_selector("#map[data-drawn=yes]")
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        answer = page.evaluate("performance.getEntriesByType('navigation')[0].responseStart")
    return seen, paint, answer


def pictures(browser: Browser, cookie: str, folder: Path) -> Seen:
    """A picture of every page in both languages, of home also on a phone and in the dark."""
    seen, about = Seen(), _some(cookie)
    for lang in ("ar", "en"):
        shots = [(f"page-{name}-{lang}", path, (1280, 860), False) for name, path in PAGES.items()]
        shots += [(f"page-phone-{lang}", "", (390, 844), False), (f"page-dark-{lang}", "", (1280, 860), True)]
        for name, path, size, dark in shots:
            with window(browser, cookie, size, dark=dark, seen=seen) as page:
                page.goto(f"{BASE}/{lang}/{path.format(**about)}")
                if not path:
                    page.wait_for_selector("#map[data-drawn=yes]")
                    page.wait_for_selector("#timeline[data-drawn=yes]")
                page.evaluate("document.fonts.ready.then(() => true)")
                page.screenshot(path=folder / f"{name}.png")
    return seen


def _some(cookie: str) -> dict[str, str]:
    """The incident that most sources tell, and one of its reports."""
    asked = f"{BASE}/api/v1/incidents?limit=1&sort=sources"
    (one,) = httpx2.get(asked, cookies={"waqai": cookie}).json()["incidents"]
    return {"incident": one["id"], "report": one["reports"][0]}


def main() -> None:
    """The whole look."""
    record, folder = Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        raise SystemExit("no chromium: `apt-get install chromium`")
    with served(record) as cookie, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        seen = [first_load(browser, cookie)]
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            seen.append(pictures(browser, cookie, folder))
        browser.close()
    print(f"requests to elsewhere {sum(len(one.elsewhere) for one in seen)}")
    print(f"errors of scripts     {sum(len(one.errors) for one in seen)}")


if __name__ == "__main__":
    main()
