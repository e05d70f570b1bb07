"""Dates, distances, cadences and statuses in words."""
