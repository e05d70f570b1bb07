"""Days and lengths: windows, dates as imprecise as they were promised, yearly patterns."""
