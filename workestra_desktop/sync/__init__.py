"""CalDAV: what goes to iCloud and what comes back."""
