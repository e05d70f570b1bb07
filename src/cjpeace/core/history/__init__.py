"""One mechanism on a day: sessions paired with slots, statuses, numbers and hosts in turn."""
