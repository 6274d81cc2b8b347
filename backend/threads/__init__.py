"""What people write about a client, and the thread they and the facts make."""
