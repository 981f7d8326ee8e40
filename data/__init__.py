"""The programme store: SQLite, migrations, queries, programme formats."""
