import pytest

from hmpush_gui.pushkit.receipt_column import NO_RECEIPTS, ReceiptColumn


def test_the_later_of_two_receipts_counts_in_whichever_order_they_come() -> None:
    column = ReceiptColumn(3)
    assert not column
    assert column.result(0) is None
    assert column.take([(0, 27, 5.0), (1, 0, 9.0)]) == [0, 1]
    assert column.take([(0, 0, 8.0), (1, 6, 2.0)]) == [0]
    assert [column.result(row) for row in range(3)] == [0, 0, None]
    assert [column.at(row) for row in range(3)] == [8.0, 9.0, None]
    assert column.counts() == {0: 2}


def test_a_receipt_without_a_time_counts_until_one_with_a_time_comes() -> None:
    column = ReceiptColumn(1, [(0, 6, 0)])
    assert (column.result(0), column.at(0)) == (6, None)
    column.take([(0, 2, 0)])
    assert column.result(0) == 2
    column.take([(0, 0, 1.0), (0, 6, 0)])
    assert column.result(0) == 0


def test_receipts_of_no_row_are_passed_over() -> None:
    column = ReceiptColumn(2)
    assert column.take([(-1, 6, 1.0), (2, 6, 1.0)]) == []
    assert not column
    assert column == NO_RECEIPTS


def test_a_copy_stays_as_it_is() -> None:
    column = ReceiptColumn(2, [(0, 6, 1.0)])
    copy = column.copy()
    assert copy == column
    column.take([(0, 0, 2.0)])
    assert copy.result(0) == 6
    copy.take([(1, 5, 1.0)])
    assert column.result(1) is None


def test_columns_that_are_equal_are_no_keys_as_they_change() -> None:
    with pytest.raises(TypeError):
        hash(ReceiptColumn(2))
