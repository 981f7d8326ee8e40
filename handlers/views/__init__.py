"""Pure rendering: domain object and texts to a reply."""
