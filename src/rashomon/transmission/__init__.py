"""Through whom the words came: statements with their chains as one graph, left to right."""
