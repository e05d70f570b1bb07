"""Public and government holidays."""
