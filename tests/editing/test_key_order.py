from cjpeace.editing.key_order import in_order


def test_planned_stands_right_before_the_date_it_became() -> None:
    assert in_order(["held", "number"], ["planned"]) == ["planned", "held", "number"]
    assert in_order(["number", "host", "held"], ["planned"]) == [
        "number",
        "host",
        "planned",
        "held",
    ]
    assert in_order(["title", "expected"], ["planned"]) == ["title", "planned", "expected"]


def test_a_key_stands_behind_the_last_that_usually_comes_before_it() -> None:
    assert in_order(["held", "note", "source"], ["place", "number"]) == [
        *("number", "held", "place", "note", "source")
    ]
    assert in_order(["held", "number"], ["note", "title"]) == ["title", "held", "number", "note"]
    assert in_order(["title", "held", "follows"], ["reason"]) == [
        *("title", "held", "follows", "reason")
    ]


def test_a_new_session_has_the_order_of_its_neighbour() -> None:
    like = ["host", "tentative", "number"]
    assert in_order([], ["number", "held", "host", "planned"], like) == [
        *("host", "planned", "held", "number")
    ]
