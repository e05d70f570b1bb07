"""Lines, cells, tables and documents, whatever they say."""
