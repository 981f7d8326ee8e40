"""The demo: a chat page and the local Bot API behind it."""
