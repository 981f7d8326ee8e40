"""What an expo is made of: pure Python, no I/O, no clock."""
