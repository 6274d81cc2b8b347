"""The typed client of the server's API. Knows no Flet and no screen."""
