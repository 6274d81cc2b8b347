"""Every statement on comments, marks and whom a thread may name."""
