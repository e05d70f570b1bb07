from cjpeace.editing.change import Change
from cjpeace.editing.expected import alike, data_with_changes, data_with_session

DATA = {"mechanisms": {"talks": {"title": "T", "sessions": [{"held": 2001, "place": "x"}]}}}
PATH = ("mechanisms", "talks", "sessions")


def test_the_data_given_are_not_changed() -> None:
    after = data_with_session(DATA, (*PATH, 0), [Change("held", "2000")])
    assert after["mechanisms"]["talks"]["sessions"] == [
        {"held": "2000"},
        {"held": 2001, "place": "x"},
    ]
    changes = [
        Change("cancelled", "2001-05", replaces="held"),
        Change("planned", ("2001",), joins=True),
        Change("source", ("a", "b"), joins=True),
    ]
    after = data_with_changes(DATA, (*PATH, 0), changes)
    assert after["mechanisms"]["talks"]["sessions"] == [
        {"place": "x", "planned": "2001", "cancelled": "2001-05", "source": ["a", "b"]}
    ]
    assert DATA["mechanisms"]["talks"]["sessions"] == [{"held": 2001, "place": "x"}]


def test_only_dates_may_be_numbers_or_text() -> None:
    assert alike({"held": "2001", "planned": ["2000"]}, {"held": 2001, "planned": [2000]})
    assert not alike({"number": 1}, {"number": "1"})
    assert not alike({"place": "2001"}, {"place": 2001})
    assert not alike({"number": 1}, {"number": True})


def test_what_is_more_or_less_or_in_another_order_is_not_alike() -> None:
    assert not alike({"held": 2001}, {"held": 2001, "host": "x"})
    assert not alike({"held": 2001, "host": "x"}, {"held": 2001})
    assert not alike([1, 2], [2, 1])
    assert not alike([1, 2], [1])
