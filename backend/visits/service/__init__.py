"""The use cases of visits."""
