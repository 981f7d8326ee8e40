"""Messages out and updates in: pace, retries, ledger."""
