"""Records of a log, whatever tool wrote it."""

import gzip

import pytest

from hmpush_gui.exchange.hilog_lines import decode_log, read_records

TIME = "04-19 17:02:14.735  5394  5394"


def test_lines_without_time_belong_to_the_record_before() -> None:
    log = f"{TIME} I A03200/app/One: first\n  second\n{TIME} E C01234/Two: third"
    one, two = read_records(log)
    assert (one.tag, one.text) == ("One", " first\n  second")
    assert (one.line_at(0), one.line_at(8), two.line_at(0)) == (1, 2, 3)
    assert (two.tag, two.text) == ("Two", " third")


def test_lines_of_a_text_without_times_stand_alone() -> None:
    assert [each.text for each in read_records("one\ntwo:\nthree\n")] == [
        "one",
        "two:\nthree",
        "",
    ]


def test_chinese_takes_two_columns_where_a_terminal_wraps() -> None:
    full = "获取推送令牌成功" * 4 + "令牌：1234567890"
    record = next(read_records(f"{full}\nAbCd1234\n"))
    assert record.text.endswith("1234567890AbCd1234")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_log_is_read_in_its_encoding(encoding: str) -> None:
    content = "推送令牌 push".encode(encoding)
    assert decode_log(content) == "推送令牌 push"
    assert decode_log(gzip.compress(content)) == "推送令牌 push"


def test_what_is_no_text_is_read_as_far_as_it_is() -> None:
    assert decode_log(b"push\xff\xff\xff").startswith("push")
    assert decode_log(b"\x1f\x8b no archive").endswith("no archive")
    assert decode_log(gzip.compress(b"push" * 99999)[:-20]).startswith("pushpush")
