"""Telegram only: an update comes in, one service is called, a view renders, a reply goes out."""
