"""The box that folds: by slider and keyboard, on a phone, without script, on paper."""

from playwright.sync_api import Page


def test_slider_folds_the_box(desk: Page) -> None:
    desk.goto("/gaya/")
    fold = desk.get_by_label("Lipat kotaknya")
    assert not desk.locator(".fold-still").is_visible() and desk.locator(".fold-stage").is_visible()
    panels = desk.locator(".fold-stage .fold-panel")
    assert panels.count() == 16  # 15 panels and the copy that holds them
    closed = desk.locator(".fold-stage .fold-panel").nth(2).get_attribute("style")
    fold.focus()
    desk.keyboard.press("Home")
    assert desk.locator(".fold output").inner_text().startswith("Terlipat 0 %")
    assert desk.locator(".fold-stage .fold-panel").nth(2).get_attribute("style") != closed
    for _ in range(5):
        desk.keyboard.press("ArrowRight")
    assert fold.input_value() == "5" and "5" in (fold.get_attribute("aria-valuetext") or "")


def test_turning_and_playing(desk: Page) -> None:
    desk.emulate_media(reduced_motion="reduce")
    desk.goto("/gaya/")
    world = desk.locator(".fold-world")
    before = world.get_attribute("style")
    desk.get_by_label("Putar pandangan").focus()
    desk.keyboard.press("ArrowRight")
    assert world.get_attribute("style") != before
    # with reduced motion the button leaps instead of moving
    desk.locator("[data-fold-play]").click()
    assert desk.get_by_label("Lipat kotaknya").input_value() == "0"


def test_on_paper_the_still_stands(desk: Page) -> None:
    desk.goto("/gaya/")
    desk.emulate_media(media="print")
    assert desk.locator(".fold-still").is_visible() and not desk.locator(".fold-stage").is_visible()


def test_on_a_phone_nothing_hangs_over(desk: Page) -> None:
    desk.set_viewport_size({"width": 360, "height": 740})
    desk.goto("/gaya/")
    desk.locator(".fold").scroll_into_view_if_needed()
    assert desk.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_script_the_still_stands(phone_without_script: Page) -> None:
    phone_without_script.goto("/gaya/")
    assert phone_without_script.locator(".fold-still svg").is_visible()
    assert not phone_without_script.locator("[data-fold-bar]").is_visible()
