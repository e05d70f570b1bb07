"""From answers to text: lines for people, JSON, CSV and Markdown. Nothing here prints or asks."""
