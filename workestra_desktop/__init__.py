"""Workestra Desktop: bookings that live in the host's own iCloud calendar."""

__version__ = "0.1.0"
