import json

from hmpush_gui.pushkit.json_tree import Branch, tree_of


def at(root: Branch, *rows: int) -> Branch:
    for row in rows:
        root = root.children[row]
    return root


def tree(value: object) -> Branch:
    root = tree_of(json.dumps(value).encode())
    assert root is not None
    return root


def test_an_answer_is_read_in_its_own_order() -> None:
    root = tree({"code": "80000000", "list": [1, None], "deep": {"b": True}})
    assert [each.key for each in root.children] == ["code", "list", "deep"]
    assert [each.key for each in at(root, 1).children] == [0, 1]
    assert at(root, 2, 0).value is True
    assert at(root, 2, 0).parent is at(root, 2)
    assert at(root, 2).row == 2


def test_json_inside_of_a_text_is_opened() -> None:
    message = json.dumps({"success": 1, "illegalTokens": {"noRight": ["t"]}})
    root = tree({"msg": message})
    inner = at(root, 0)
    assert inner.inside
    assert inner.text == message
    assert inner.path == ".msg"
    assert at(root, 0, 1, 0, 0).value == "t"
    assert at(root, 0, 1, 0, 0).path == ".msg|fromjson|.illegalTokens.noRight[0]"


def test_paths_quote_what_is_no_name() -> None:
    root = tree({"a b": [{"ü": 1}], "x": [[5]]})
    assert at(root, 0, 0, 0).path == '.["a b"][0]["ü"]'
    assert at(root, 1, 0, 0).path == ".x[0][0]"
    assert at(tree([7]), 0).path == ".[0]"


def test_values_are_copied_as_json_and_texts_as_they_are() -> None:
    root = tree({"text": "a“b", "number": 1.5, "list": ["ü", None]})
    assert [each.text for each in root.children] == ["a“b", "1.5", '["ü", null]']


def test_what_is_no_json_has_no_tree() -> None:
    for body in (b"<html>", b'{"a":', b"", b'"text"', b"\xff", b"[" * 5000):
        assert tree_of(body) is None


def test_a_very_deep_answer_is_not_opened_to_its_end() -> None:
    deep = json.loads("[" * 300 + "]" * 300)
    root, depth = tree(deep), 0
    while root.children:
        root, depth = root.children[0], depth + 1
    assert depth == 200
