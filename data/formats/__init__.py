"""Programme file formats: one module a format."""
