"""A slow, obvious reading of the design, to hold the product's answers against."""
