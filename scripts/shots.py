"""Take pictures of pages, for looking at them: on a phone and on a desk.

    .venv/bin/python scripts/shots.py --out var/shots http://127.0.0.1:8000/gaya/ …
    .venv/bin/python scripts/shots.py --role officer --dark --width 1280 http://127.0.0.1:8000/

--role signs in by the button of the demo first. Each picture is called after its address and width, or by
--name, once for each address, in their order.
"""

import argparse
import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

HEIGHTS = {360: 740, 1280: 800}


def launch_options() -> dict[str, object]:
    """Debian's Chromium; root cannot use its sandbox."""
    args = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return {"executable_path": "/usr/bin/chromium", "args": [*args, "--font-render-hinting=none"]}


def sign_in(page: Page, origin: str, role: str) -> None:
    page.goto(f"{origin}/akun/login/")
    page.click(f'button[name="role"][value="{role}"]')
    page.wait_for_load_state()


def name_of(address: str) -> str:
    parts = urlsplit(address)
    return re.sub(r"[^a-z0-9]+", "-", f"{parts.path}{parts.query}".lower()).strip("-") or "home"


def take(browser: Browser, args: argparse.Namespace, width: int, dark: bool) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS.get(width, 800)},
        color_scheme="dark" if dark else "light",
        device_scale_factor=args.scale,
        locale="id-ID",
    )
    page = context.new_page()
    first = urlsplit(args.addresses[0])
    if args.role:
        sign_in(page, f"{first.scheme}://{first.netloc}", args.role)
    for address, name in zip(args.addresses, args.name or map(name_of, args.addresses), strict=True):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        path = args.out / f"{name}-{width}{'-dark' if dark else ''}.png"
        page.screenshot(path=path, full_page=not args.viewport)
        print(path)
    context.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("addresses", nargs="+")
    parser.add_argument("--out", type=Path, default=Path("var/shots"))
    parser.add_argument("--role", default="", help="administrator, officer, practitioner, maker, curator, leadership")
    parser.add_argument("--name", action="append", help="names of the pictures, one for each address")
    parser.add_argument("--width", type=int, action="append", help="default: 360 and 1280")
    parser.add_argument("--dark", action="store_true", help="dark as well")
    parser.add_argument("--viewport", action="store_true", help="only what is seen at once, not the whole page")
    parser.add_argument("--scale", type=float, default=1.0)
    args = parser.parse_intermixed_args()
    args.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())  # type: ignore[arg-type]
        for width in args.width or [360, 1280]:
            for dark in [False, True] if args.dark else [False]:
                take(browser, args, width, dark)
        browser.close()


if __name__ == "__main__":
    main()
