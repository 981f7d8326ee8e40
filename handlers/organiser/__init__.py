"""What only organisers can do."""
