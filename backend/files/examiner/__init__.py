"""Looks at one file that was sent, in a process of its own that may not do or take much.

It tells by the content what the file is, refuses what it is not sure of, and draws photos anew.
Nothing here knows the database, the settings or the network.
"""
