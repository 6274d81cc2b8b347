"""What a device holds of its own: entries on their way to the server, and the portfolio.

Knows no Flet and no screen. Decision record 0023 tells why it is as it is.
"""
