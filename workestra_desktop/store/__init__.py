"""SQLite: every row the app remembers."""
