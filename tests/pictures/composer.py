"""The composer at work: cut, too large, broken, found, folded, beside the form."""

from hmpush_gui.desk import Desk

from .album import Album

TITLE = ("payload", "notification", "title")
BODY = ("payload", "notification", "body")

DATA = """{"orderId": "77", "price": 19.90, "express": true, "note": null,
"items": [{"sku": "A-1", "数量": 2}, "gift"], "receipt": "{\\"lines\\":[1.0,2.5]}"}"""


async def take(album: Album, desk: Desk) -> None:
    window = desk.window
    window.composer.focus_tab(4)
    window.composer.json_view.text.insertPlainText("{,")
    await album.take(window, "15-broken-json")
    window.composer.json_view._restore.click()
    await json_and_data(album, desk)
    window.composer.focus_tab(0)
    window.document.set_value(
        TITLE, "您的包裹已由顺丰发出，预计明天上午送达，请保持电话畅通"
    )
    window.document.set_value(BODY, "包裹单号 SF1234567890。" * 12)
    await album.take(window, "16-chinese-cut")
    window.document.set_value(BODY, "包裹单号 SF1234567890。" * 150)
    await album.take(window, "17-too-large")
    window.outcome.tabs.setCurrentWidget(window.panels.problems)
    await album.take(window, "17-problems")


async def json_and_data(album: Album, desk: Desk) -> None:
    composer = desk.window.composer
    text = composer.json_view.text
    text.find()
    text.find_bar._field.setText("notif")  # type: ignore[union-attr]
    await album.take(desk.window, "51-find")
    text.find_bar.close_bar()  # type: ignore[union-attr]
    composer.json_view.go_to(TITLE[:2])
    text.insertPlainText('"i')
    text.complete()
    await album.take(desk.window, "52-completion")
    composer.json_view._restore.click()
    text.folds.fold_all()
    await album.take(desk.window, "53-folded")
    text.folds.unfold_all()
    composer.focus_tab(2)
    composer.data_view.text.setPlainText(DATA)
    composer.data_view.want_rows(True)
    composer.data_view.go_to(("receipt",))
    await album.take(desk.window, "54-rows")
    size = desk.window.size()
    desk.window.resize(1780, 900)
    await album.take(desk.window, "55-beside")
    desk.window.resize(size)
    desk.window.document.undo_stack.undo()
