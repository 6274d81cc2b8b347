"""The feed: where a device stands, what it lacks, and the clients as they are sent."""
