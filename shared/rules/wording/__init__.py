"""What the wording guard knows: its lexicons, and how it reads what people type."""
