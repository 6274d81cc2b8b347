"""What stands in the feed's own tables, and what of clients goes to a device."""
