"""What somebody has to see to, kind by kind."""
