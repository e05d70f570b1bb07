"""Differences and recorded sessions, in every format."""
