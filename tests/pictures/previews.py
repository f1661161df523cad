"""Every preview: place, state, device, mode, and kinds of content; schematics."""

from dataclasses import replace

from PySide6.QtGui import QColor, QImage

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.kinds import kind_of
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.ui.preview_choices import Mode
from hmpush_gui.ui.preview_export import Shot, contact_sheet
from hmpush_gui.ui.preview_names import variant_title
from hmpush_gui.ui.preview_panel import PreviewPanel
from hmpush_gui.ui.preview_scene import CANVASES, VARIANTS, Surface
from hmpush_gui.ui.preview_shots import draw_all
from hmpush_gui.ui.route_dialog import RouteDialog
from hmpush_gui.ui.words import language
from tests.programs import until
from tests.pushkit.route_messages import HANDED, MIXED, URGENT, of

from .album import Album

LONG = (
    "您的包裹已由顺丰发出，预计明天上午送达，请保持电话畅通",
    "Parcel SF123456 📦 left 深圳 and will be with you e\u0301arly tomorrow. " * 4,
)


async def take(album: Album, desk: Desk) -> None:
    preview = desk.window.preview
    await places(album, preview)
    for name, message in messages().items():
        desk.window.document.replace(message, name)
        devices(album, preview, name)
    await with_picture(album, desk)
    await schematics(album, desk)
    await routes(album, desk)


async def places(album: Album, preview: PreviewPanel) -> None:
    """The panel, as it looks at each state of each place, device and mode."""
    controls = preview.controls
    for surface, button in controls.surfaces.items():
        button.click()
        for row, variant in enumerate(VARIANTS[surface]):
            controls.variant.setCurrentIndex(row)
            controls.variant.activated.emit(row)
            await album.take(preview, f"71-{surface}-{variant}")
        controls.variant.activated.emit(0)
    controls.surfaces[Surface.CENTRE].click()
    for row, canvas in enumerate(CANVASES):
        controls.canvas.setCurrentIndex(row)
        controls.canvas.activated.emit(row)
        await album.take(preview, f"72-{canvas.key}")
    controls.canvas.setCurrentIndex(0)
    controls.canvas.activated.emit(0)
    preview.more.click()
    for mode in (Mode.LIGHT, Mode.DARK):
        preview.phone.show_mode(mode)
        preview.phone.mode_changed.emit(mode)
        await album.take(preview, f"73-phone-{mode}")
    preview.phone.show_mode(Mode.FOLLOW)
    preview.phone.mode_changed.emit(Mode.FOLLOW)
    preview.more.click()


def messages() -> dict[str, Message]:
    """What makes cards differ."""
    short: Json = {"category": "EXPRESS", "title": "Parcel on its way", "body": "Soon."}
    long = {"category": "EXPRESS", "title": LONG[0], "body": LONG[1]}
    lines = [LONG[0], "第二行", "Third line of the inbox", "Fourth"]
    inbox = {**short, "style": 3, "inboxContent": lines}
    offer = {**long, "category": "MARKETING"}
    found: dict[str, Json] = {
        "short": short,
        "long": long,
        "inbox": inbox,
        "marketing": offer,
    }
    badge = {"badge": {"addNum": 7}}
    found["badge"] = {**short, **badge}
    made = {name: _alert(value) for name, value in found.items()}
    return {**made, "badge-only": _alert({"category": "EXPRESS", **badge})}


def _alert(notification: Json) -> Message:
    return Message(Api.V3, "0", {"payload": {"notification": notification}})


def devices(album: Album, preview: PreviewPanel, name: str) -> None:
    """Every state of every place, in light and in dark, a sheet for each device."""
    state = preview.state
    before = state.choices
    for canvas in CANVASES:
        shots = []
        for surface, variants in VARIANTS.items():
            for variant in variants:
                choices = replace(before, canvas=canvas, surface=surface, badge=95)
                state.choices = choices.with_variant(variant)
                words = f"{surface} · {variant_title(variant)}"
                shots.append(Shot(words, state.scene(), state.look))
        sheet = contact_sheet(shots, preview.font(), album.scale)
        album.keep(sheet, f"74-{name}-{canvas.key}")
    state.choices = before


async def with_picture(album: Album, desk: Desk) -> None:
    """A picture of the user's own, on all devices."""
    desk.window.document.replace(messages()["long"], "picture")
    image = QImage(160, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#e8710a"))
    desk.window.preview.state.picture = image
    devices(album, desk.window.preview, "image")
    desk.window.preview.state.picture = None


async def schematics(album: Album, desk: Desk) -> None:
    """What the messages that are no notifications do, and the panel beside them."""
    preview = desk.window.preview
    samples = desk.window.filing.samples
    desk.window.filing.load_samples()
    await until(samples.rowCount)
    for sample in samples._samples:
        if sample.file.language == language():
            message = sample.file.message
            desk.window.document.replace(message, "sample")
            name = f"{kind_of(message).key}-{sample.key}"
            await album.take(preview, f"75-{name}")
            sheet = draw_all(preview.state, preview.font(), album.scale)
            album.keep(sheet, f"76-{name}")


async def routes(album: Album, desk: Desk) -> None:
    """Which way messages of different kinds go, state by state."""
    preview = desk.window.preview
    for name, message in {
        "alert": of("v3-alert"),
        "handed": HANDED,
        "mixed": MIXED,
        "urgent": URGENT,
        "background": of("v3-background"),
        "speech": of("v3-speech"),
        "apns": of("v1-apns"),
    }.items():
        desk.window.document.replace(message, name)
        await album.take(preview, f"77-route-{name}")
        preview.route.details.click()
        dialog = desk.window.findChild(RouteDialog)
        assert isinstance(dialog, RouteDialog)
        await album.take(dialog, f"77-route-{name}-states")
        dialog.close()
        await until(lambda: desk.window.findChild(RouteDialog) is None)
