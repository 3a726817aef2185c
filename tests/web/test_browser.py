"""The page in a real browser, both languages, desktop and phone: no outside request, no script error, no serious fault.

Needs Debian's chromium (`apt-get install chromium`); without it these tests fail and say so.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, sync_playwright

from waqai.web.app import make_app
from waqai.web.serving import free_port
from waqai.web.settings import Settings

FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
PATIENCE = 60_000  # milliseconds: software WebGL on a busy machine


@dataclass(slots=True)
class Window:
    """A page in the browser, and what went wrong on it."""

    page: Page
    base: str
    faults: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """The page of that path, loaded."""
        self.page.goto(self.base + path, wait_until="load")


def serve(record: Path, *, signed_in: bool = True) -> Iterator[tuple[str, str]]:
    """The record served, and the cookie that the link gives; without it the token is still unused."""
    port = free_port("127.0.0.1")
    settings = Settings(record, port=port, token="once", name="ندى", outbox=record.with_name("out"))
    server = uvicorn.Server(uvicorn.Config(make_app(settings), port=port, log_level="warning"))
    threading.Thread(target=server.run, daemon=True).start()
    for _ in range(600):
        if server.started:
            break
        time.sleep(0.1)
    base = f"http://127.0.0.1:{port}"
    yield base, httpx2.get(f"{base}/ar/?token=once").cookies["waqai"] if signed_in else ""
    server.should_exit = True


@pytest.fixture(scope="module")
def served(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of the samples, served; its token is still unused."""
    record = Path(shutil.copy(sample_record, tmp_path_factory.mktemp("served") / "war.db"))
    yield from (base for base, _ in serve(record, signed_in=False))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "no chromium: `apt-get install chromium`, then run the tests again"
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield made
        made.close()


@pytest.fixture(scope="module")
def session(served: str) -> str:
    """The cookie that the link gives."""
    return httpx2.get(f"{served}/ar/?token=once").cookies["waqai"]


@pytest.fixture(params=SIZES)
def window(request: pytest.FixtureRequest, browser: Browser, served: str, session: str) -> Iterator[Window]:
    wide, high = SIZES[request.param]
    context = browser.new_context(viewport={"width": wide, "height": high}, reduced_motion="reduce")
    context.add_cookies([{"name": "waqai", "value": session, "url": served}])
    made = Window(context.new_page(), served)

    def only_ours(route: Route) -> None:
        if route.request.url.startswith((served, "data:", "blob:")):
            route.continue_()
        else:
            made.faults.append(f"outside request: {route.request.url}")
            route.abort()

    context.route("**/*", only_ours)
    made.page.set_default_timeout(PATIENCE)
    made.page.on("pageerror", lambda error: made.faults.append(f"script: {error}"))
    made.page.on("console", lambda said: made.faults.append(said.text) if said.type == "error" else None)
    yield made
    context.close()
    assert made.faults == []


def serious(page: Page) -> list[str]:
    """What axe finds of serious kind or worse."""
    found = Axe().run(page).response["violations"]
    kinds = {"serious", "critical"}
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found if one["impact"] in kinds]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_home_draws_its_map_and_timeline(window: Window, lang: str) -> None:
    window.open(f"/{lang}/")
    window.page.wait_for_selector("#map[data-drawn=yes]")
    window.page.wait_for_selector("#timeline[data-drawn=yes] circle")
    assert serious(window.page) == []
    assert window.page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_filter_changes_list_address_and_timeline_without_a_new_page(window: Window, lang: str) -> None:
    window.open(f"/{lang}/")
    window.page.evaluate("window.stays = true")
    before = window.page.inner_text("#count strong")
    window.page.fill("input[name=q]", "الشدادي")
    window.page.press("input[name=q]", "Enter")
    window.page.wait_for_url("**q=*")
    window.page.wait_for_selector("#timeline[data-drawn=yes] circle")
    assert window.page.evaluate("window.stays") is True
    assert int(window.page.inner_text("#count strong")) < int(before)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_value_leads_to_its_words_and_back(window: Window, lang: str) -> None:
    window.open(f"/{lang}/?sort=sources")
    window.page.click(".card h3 a >> nth=0")
    window.page.wait_for_selector(".voices")
    assert serious(window.page) == []
    window.page.click(".said.k-act a >> nth=0")
    mark = window.page.evaluate("document.querySelector(':target').closest('mark')?.innerText || ''")
    assert mark
    window.page.click("mark a >> nth=0")
    assert window.page.evaluate("document.querySelector(':target').classList.contains('said')")
    assert window.page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")


@pytest.mark.parametrize(
    "path",
    [
        "review",
        "review?queue=undated",
        "bring",
        "following",
        "people",
        "account",
        "report/shaddadi-1-daily",
        "nothing/here",
    ],
)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_other_page_is_without_serious_fault(window: Window, lang: str, path: str) -> None:
    window.open(f"/{lang}/{path}")
    assert serious(window.page) == []
    assert window.page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    window.faults[:] = [fault for fault in window.faults if "404" not in fault]


def press(page: Page, code: str, key: str) -> None:
    """The key at that place, with the letter that its layout writes."""
    page.evaluate("([code, key]) => document.dispatchEvent(new KeyboardEvent('keydown', {code, key}))", [code, key])


def test_review_is_worked_by_the_place_of_keys(window: Window) -> None:
    window.open("/ar/review?queue=weak")
    left = int(window.page.inner_text(".queues a[aria-current] b"))
    # On an Arabic layout the key of A writes ش.
    window.page.evaluate(
        "document.dispatchEvent(new KeyboardEvent('keydown', {code: 'KeyA', key: 'ش', bubbles: true}))"
    )
    window.page.wait_for_selector(".answered")
    assert int(window.page.inner_text(".queues a[aria-current] b")) == left - 1
    window.page.evaluate(
        "document.dispatchEvent(new KeyboardEvent('keydown', {code: 'KeyU', key: 'ع', bubbles: true}))"
    )
    window.page.wait_for_function("() => document.querySelector('.queues a[aria-current] b')", timeout=PATIENCE)
    window.page.wait_for_url("**said=undone**")
    assert int(window.page.inner_text(".queues a[aria-current] b")) == left


def test_the_timeline_is_walked_by_keys(window: Window) -> None:
    window.open("/ar/")
    window.page.wait_for_selector("#timeline[data-drawn=yes] circle")
    window.page.focus("#timeline a[tabindex='0']")
    first = window.page.evaluate("document.activeElement.getAttribute('href')")
    window.page.keyboard.press("ArrowLeft")
    second = window.page.evaluate("document.activeElement.getAttribute('href')")
    assert first != second
    window.page.keyboard.press("Enter")
    window.page.wait_for_url(f"**{second}")


def test_without_webgl_the_map_is_a_picture(served: str, session: str, browser: Browser) -> None:
    context = browser.new_context()
    context.add_cookies([{"name": "waqai", "value": session, "url": served}])
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto(f"{served}/ar/")
    page.wait_for_selector("#map img")
    for _ in range(300):
        if page.evaluate("document.querySelector('#map img').naturalWidth") > 0:
            break
        page.wait_for_timeout(200)
    assert page.evaluate("document.querySelector('#map img').naturalWidth") > 0
    context.close()


def test_without_scripts_filters_and_incidents_work(served: str, session: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": "waqai", "value": session, "url": served}])
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{served}/ar/")
    page.fill("input[name=q]", "الشدادي")
    page.click("button.go")
    assert "q=" in page.url
    page.click(".card h3 a >> nth=0")
    assert page.locator("mark").count() > 3
    assert page.locator(".voices").count() == 1
    context.close()


def test_the_first_load_is_light(served: str, session: str) -> None:
    with httpx2.Client(base_url=served, cookies={"waqai": session}, headers={"accept-encoding": "gzip"}) as client:
        paths = ["/ar/", "/static/css/page.css", "/api/v1/map?zoom=5", "/api/v1/timeline", "/static/map/base.topojson"]
        paths += [f"/static/js/{name}.js" for name in ("page", "home", "map", "timeline", "topology")]
        paths += [f"/static/vendor/{name}" for name in ("maplibre-gl.mjs", "maplibre-gl-worker.mjs", "maplibre-gl.css")]
        paths += ["/static/vendor/htmx.min.js"]
        plex = ("arabic-400", "arabic-600", "latin-400", "latin-600")
        paths += [f"/static/fonts/ibm-plex-sans-arabic-{one}-normal.woff2" for one in plex]
        wire = 0
        for path in paths:
            with client.stream("GET", path) as answer:
                assert answer.status_code == 200, path
                wire += sum(len(part) for part in answer.iter_raw())
    assert wire < 900_000
