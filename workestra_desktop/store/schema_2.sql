-- Who shared a calendar with the host. NULL: not asked yet; empty: the server does not say.
ALTER TABLE calendars ADD COLUMN owner TEXT;
