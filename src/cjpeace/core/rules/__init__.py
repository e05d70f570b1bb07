"""What a cadence lays: its words, rules of RFC 5545, grids, and the slots over all eras."""
