"""From plain data to an agenda, entry by entry and key by key."""
