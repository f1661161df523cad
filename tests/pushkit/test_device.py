from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.device import Device, PastedTokens, read_tokens
from tests.cases import for_each

NONE: tuple[str, ...] = ()

PASTES: list[tuple[str, str, Sequence[str], Sequence[str], int, int]] = [
    # name, pasted text, already known, tokens, cleaned, repeated
    ("nothing", "", NONE, NONE, 0, 0),
    ("blanks only", " \t \r\n\n \u3000", NONE, NONE, 0, 0),
    ("one", "abc", NONE, ["abc"], 0, 0),
    ("lines", "abc\ndef\nghi", NONE, ["abc", "def", "ghi"], 0, 0),
    ("Windows lines", "abc\r\ndef\r\n", NONE, ["abc", "def"], 0, 0),
    ("old Mac lines", "abc\rdef", NONE, ["abc", "def"], 0, 0),
    ("Unicode lines", "abc\u2028def\u2029ghi", NONE, ["abc", "def", "ghi"], 0, 0),
    ("empty lines", "\n\nabc\n\n\ndef\n", NONE, ["abc", "def"], 0, 0),
    ("blanks around", "  abc \n\u00a0def", NONE, ["abc", "def"], 2, 0),
    ("blank inside", "ab c", NONE, ["abc"], 1, 0),
    ("tabs", "abc\tdef", NONE, ["abc", "def"], 0, 0),
    ("commas", "abc,def,,ghi,", NONE, ["abc", "def", "ghi"], 0, 0),
    ("semicolons", "abc;def", NONE, ["abc", "def"], 0, 0),
    ("comma and blank", "abc, def", NONE, ["abc", "def"], 1, 0),
    ("byte order mark", "\ufeffabc\ndef", NONE, ["abc", "def"], 1, 0),
    ("zero width inside", "a\u200bb\u200dc\u2060", NONE, ["abc"], 1, 0),
    ("soft hyphen", "ab\u00adc", NONE, ["abc"], 1, 0),
    ("direction marks", "\u202aabc\u202c", NONE, ["abc"], 1, 0),
    ("quotes", '"abc"', NONE, ["abc"], 1, 0),
    ("single quotes", "'abc'\n`def`", NONE, ["abc", "def"], 2, 0),
    ("smart quotes", "“abc”\n‘def’", NONE, ["abc", "def"], 2, 0),
    ("a JSON list", '["abc", "def"]', NONE, ["abc", "def"], 2, 0),
    ("a JSON list in lines", '[\n  "abc",\n  "def"\n]\n', NONE, ["abc", "def"], 2, 0),
    ("brackets", "<abc>\n(def)\n{ghi}", NONE, ["abc", "def", "ghi"], 3, 0),
    ("wrapped in quotes", '"abc\ndef"', NONE, ["abcdef"], 1, 0),
    ("wrapped and indented", '"abc\r\n   def"\nghi', NONE, ["abcdef", "ghi"], 1, 0),
    ("two quoted in a row", '"abc"\n"def"', NONE, ["abc", "def"], 2, 0),
    ("not wrapped without quotes", "abc\ndef", NONE, ["abc", "def"], 0, 0),
    ("pasted twice", "abc\ndef\nabc\nabc", NONE, ["abc", "def"], 0, 2),
    ("twice once cleaned", 'abc\n "abc" ', NONE, ["abc"], 1, 1),
    ("known", "abc\ndef", ["abc", "x"], ["def"], 0, 1),
    ("known but unclean", '"abc"', ["abc"], NONE, 1, 1),
    ("only quotes", "\"\"\n''\n“”", NONE, NONE, 0, 0),
    ("order as pasted", "c\na\nb", NONE, ["c", "a", "b"], 0, 0),
    ("any alphabet", "A-b_1/2+3==", NONE, ["A-b_1/2+3=="], 0, 0),
    ("case matters", "abc\nABC", NONE, ["abc", "ABC"], 0, 0),
    ("very short", "a", NONE, ["a"], 0, 0),
    ("very long", "a" * 5000, NONE, ["a" * 5000], 0, 0),
]


@for_each(
    ("text", "known", "tokens", "cleaned", "repeated"),
    [case[1:] for case in PASTES],
    ids=[case[0] for case in PASTES],
)
def test_tokens_are_found_in_whatever_was_pasted(
    text: str,
    known: Sequence[str],
    tokens: Sequence[str],
    cleaned: int,
    repeated: int,
) -> None:
    assert read_tokens(text, known) == PastedTokens(tuple(tokens), cleaned, repeated)


MESS = st.text(
    st.one_of(
        st.sampled_from(
            "ab\"'`“”[](){}<>,; \t\r\n\v\f\x1c\x85\u2028\ufeff\u200b\u00ad"
        ),
        st.characters(),
    )
)


@given(MESS, st.lists(st.text(max_size=3)))
def test_tokens_never_hold_blanks_and_never_come_twice(
    text: str, known: list[str]
) -> None:
    pasted = read_tokens(text, known)
    assert all(token for token in pasted.tokens)
    assert not any(
        character.isspace() or character in "\ufeff\u200b\u00ad,;"
        for token in pasted.tokens
        for character in token
    )
    assert len(set(pasted.tokens)) == len(pasted.tokens)
    assert not set(pasted.tokens) & set(known)


@given(MESS)
def test_reading_again_what_was_read_changes_nothing(text: str) -> None:
    tokens = read_tokens(text).tokens
    again = "\n".join(tokens)
    if '"' not in again:
        assert read_tokens(again) == PastedTokens(tokens, 0, 0)


@given(st.lists(st.text("abcXYZ019-_/+=", min_size=1), unique=True))
def test_every_clean_token_comes_through_untouched(tokens: list[str]) -> None:
    assert read_tokens("\n".join(tokens)).tokens == tuple(tokens)


def test_a_new_device_is_chosen() -> None:
    assert Device("abc", "Phone", "shop").chosen
