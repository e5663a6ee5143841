"""Sample calendars on a throw-away CalDAV server. Never part of a shipped bundle."""
