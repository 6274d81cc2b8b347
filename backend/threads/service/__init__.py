"""The use cases of threads."""
