"""Findings and diagnostics, in every format."""
