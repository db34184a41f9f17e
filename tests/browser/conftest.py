"""A real browser: Debian's Chromium, driven by Playwright. `.ci/browser` installs both."""

import os
import runpy
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
# It may run as root and must ask nothing of any network by itself.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium():
    """The browser; Playwright gives it a new, empty user data folder."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium):
    """Open a report: ``visit(path, width=360, fragment="claim=…")``; fails if it errs or asks for anything outside."""
    contexts, wrong = [], []

    def open_page(path, *, width=1440, height=900, dark=False, fragment=""):
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
        )
        contexts.append(context)
        page = context.new_page()
        address = path.as_uri()
        page.on("request", lambda request: _outside(request.url, address) and wrong.append(request.url))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: message.type == "error" and wrong.append(message.text))
        page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
        page.goto(f"{address}#{fragment}" if fragment else address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def _outside(url, address):
    return not url.startswith(("data:", address))


@pytest.fixture(scope="session")
def event():
    """The tiny made-up event of the figures' and the report's tests."""
    return runpy.run_path(str(HERE.parent / "figures" / "small_event.py"))


@pytest.fixture(scope="session")
def five(seed_run):
    """The report of the five articles."""
    return seed_run / "report" / "index.html"


@pytest.fixture(scope="session")
def axe():
    """The accessibility checker's script."""
    return (HERE / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
