"""Walking through pages as a person does: `look` wherever something new is shown.

    walk = Walk(page)
    walk.page.goto("/registri/impor/baru/")
    walk.look("upload")

With JOURNEY_PICTURES=FOLDER each look also leaves a picture there, named by journey, width and place.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import brotli
from playwright.sync_api import Download, Locator, Page, expect
from tests.journeys.conftest import BUDGET, COMPRESSED, axe, no_sideways_scroll

PICTURES = os.environ.get("JOURNEY_PICTURES", "")
SIZES = ((360, 740), (1280, 800))


@dataclass
class Walk:
    """One person's way through the pages of one tab."""

    page: Page
    name: str = "walk"
    seen: list[str] = field(default_factory=list)
    _sent: dict[str, int] = field(default_factory=dict)

    def look(self, place: str) -> None:
        """The page as it is now: accessible, no wider than its window, one heading, one loud button, light."""
        expect(self.page.locator("h1")).to_have_count(1)
        loud = self.page.locator("[data-kind=primary]:visible")
        assert loud.count() <= 1, f"{self.page.url} has {loud.count()} loud buttons: {loud.all_inner_texts()}"
        if PICTURES:
            width = self.page.viewport_size["width"] if self.page.viewport_size else 0
            file = f"{self.name}-{width}-{len(self.seen):02}-{place}.png"
            self.page.screenshot(path=Path(PICTURES) / file, full_page=True)
        self.seen.append(place)
        no_sideways_scroll(self.page)
        axe(self.page)
        weight = self.weight()
        assert weight <= BUDGET, f"{self.page.url} weighs {weight} bytes"

    def weight(self) -> int:
        """Bytes of the page's first load besides pictures: what it asked for, cached or not, before anyone touched it.

        The test server sends style sheets and scripts as they are, the real one their brotli twins.
        """
        loaded = self.page.evaluate(
            """() => performance.getEntriesByType('resource')
               .filter(e => !['xmlhttprequest', 'fetch', 'beacon'].includes(e.initiatorType))
               .map(e => [e.name.split('#')[0], e.decodedBodySize])
               .concat([['', performance.getEntriesByType('navigation')[0].encodedBodySize]])"""
        )
        sizes = {address: self._size(address, size) for address, size in loaded}
        return sum(sizes.values())

    def _size(self, address: str, size: int) -> int:
        path = urlsplit(address).path
        if not address:
            return size
        if address not in self._sent:
            answer = self.page.request.get(address)
            kind = answer.headers.get("content-type", "").split(";")[0]
            if kind.startswith("image/") and not path.endswith("icons.svg"):
                self._sent[address] = 0
            else:
                body = answer.body()
                self._sent[address] = len(brotli.compress(body, quality=9)) if kind in COMPRESSED else len(body)
        return self._sent[address]

    def press(self, name: str) -> None:
        """The button of that name, in the page rather than in its frame."""
        self.page.locator("main").get_by_role("button", name=name).first.click()

    def follow(self, name: str) -> None:
        self.page.locator("main").get_by_role("link", name=name).first.click()

    def told(self, text: str) -> None:
        """What the page says after a deed."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def download(self, from_: Locator) -> tuple[str, bytes]:
        """Name and content of the file behind a link or button."""
        with self.page.expect_download() as waiting:
            from_.click()
        return received(waiting.value)


def received(download: Download) -> tuple[str, bytes]:
    return download.suggested_filename, Path(download.path()).read_bytes()
