"""The whole expo replayed at speed against the local Bot API, with the bot in another process."""
