"""Days and hours that suit all parties, and why."""
