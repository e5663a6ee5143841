"""iCalendar text to our values and back. No network, no database."""
