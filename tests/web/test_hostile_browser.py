"""Texts that want to be more than text, in a real browser: nothing of theirs runs, and nothing beside them moves."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Browser, Page

from tests.web.test_browser import browser, serve
from tests.web.test_hostile import PAYLOADS, hostile
from waqai.incidents.decisions import Act, Decision
from waqai.record.log import append
from waqai.record.store import Record
from waqai.web.settings import Settings
from waqai.web.shelf import Shelf

__all__ = ["browser", "hostile"]

PLAIN = "قبل بعد"
TIME = "2026-01-02T03:04:05+00:00"
BOOM = "window.ran = 0; window.boom = () => { window.ran += 1; }; window.alert = window.boom;"
# Of every neighbour: the characters' places within it, and whether it stands after what comes before it on its line.
MEASURE = """
(rows) => rows.map((row) => {
  const rtl = getComputedStyle(row).direction === "rtl";
  const own = (node) => {
    const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), out = [];
    const box = node.getBoundingClientRect();
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
      for (let at = 0; at < text.length; at++) {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const r = range.getBoundingClientRect();
        out.push(Math.round(r.left - box.left), Math.round(r.width));
      }
    }
    return out.join(" ");
  };
  const parts = [...row.querySelectorAll("strong, time, bdi, a")].filter(
    (part) => !part.closest("form") && !part.parentElement.closest("bdi, a"));
  const wrong = parts.filter((part, at) => {
    if (!at) return false;
    const a = [...parts[at - 1].getClientRects()].at(-1), b = part.getClientRects()[0];
    const apart = !a || !b || !a.width || !b.width || Math.min(a.bottom, b.bottom) <= Math.max(a.top, b.top) + 2;
    return !apart && (rtl ? b.right > a.left + 2 : b.left < a.right - 2);
  });
  const ours = parts.filter((part) => part.matches("strong, time, a:not(:has(bdi))"));
  return { wrong: wrong.map((part) => part.outerHTML), own: ours.map(own).join("|") };
})
"""


@pytest.fixture(scope="module")
def decided(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, str]]:
    """A record of which one incident was decided on in every payload, after one decision in plain words."""
    record = Path(shutil.copy(sample_record, tmp_path_factory.mktemp("decided") / "war.db"))
    name = Shelf(Settings(record)).catalogue.ids[-1]
    for text in (PLAIN, *PAYLOADS):
        safe = text.replace("\0", "") or "-"
        edit = Decision(Act.EDIT, safe, safe, TIME, incident=name, field="initiators", value=safe)
        append(Record(record), edit)
    yield from ((base, cookie, name) for base, cookie in serve(record))


def opened(browser: Browser, base: str, cookie: str) -> Page:
    """A page on which every run of a payload counts."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.add_cookies([{"name": "waqai", "value": cookie, "url": base}])
    context.add_init_script(BOOM)
    page = context.new_page()
    page.set_default_timeout(60_000)
    return page


def measured(page: Page, selector: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.locator(selector).evaluate_all(MEASURE)
    return found


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_decisions_run_nothing_and_move_no_neighbour(
    browser: Browser, decided: tuple[str, str, str], lang: str
) -> None:
    base, cookie, name = decided
    page = opened(browser, base, cookie)
    page.goto(f"{base}/{lang}/incident/{name}")
    plain, *rows = measured(page, ".history li")
    assert len(rows) == len(PAYLOADS) >= 50
    assert [row["wrong"] for row in (plain, *rows)] == [[]] * (len(rows) + 1)
    assert {row["own"] for row in rows} == {plain["own"]}
    assert page.evaluate("window.ran") == 0
    page.context.close()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_reports_run_nothing_and_move_no_neighbour(browser: Browser, hostile: Path, tmp_path: Path, lang: str) -> None:
    record = Path(shutil.copy(hostile, tmp_path / "hostile.db"))
    for base, cookie in serve(record):
        page = opened(browser, base, cookie)
        names = [f"r{number}" for number in range(len(PAYLOADS))]
        found = httpx2.get(f"{base}/api/v1/incidents?limit=500", cookies={"waqai": cookie}).json()["incidents"]
        incidents = {report: one["id"] for one in found for report in one["reports"]}
        for report in names:
            page.goto(f"{base}/{lang}/report/{report}", wait_until="domcontentloaded")
            rows = measured(page, ".about, .told-list li")
            assert [row["wrong"] for row in rows] == [[]] * len(rows), report
            assert page.evaluate("window.ran") == 0, report
        for report, incident in incidents.items():
            page.goto(f"{base}/{lang}/incident/{incident}", wait_until="domcontentloaded")
            rows = measured(page, ".voices tbody th, .text header .about, .badges")
            assert [row["wrong"] for row in rows] == [[]] * len(rows), report
            assert page.evaluate("window.ran") == 0, report
        assert len(incidents) >= 40
        page.context.close()
