"""Use cases: each area one class that decides and changes the store."""
