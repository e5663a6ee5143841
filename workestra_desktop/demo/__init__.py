"""Sample calendars on a stand-in for iCloud. Never part of a shipped bundle."""
