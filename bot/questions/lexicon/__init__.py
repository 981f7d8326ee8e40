"""The words of each language, in files that a translator can edit."""
