-- Who shared a calendar with the host. NULL: not asked yet; empty: the server does not say.
ALTER TABLE calendars ADD COLUMN owner TEXT;
-- When it was last listed whole, by a full listing.
ALTER TABLE calendars ADD COLUMN listed_at REAL;
-- For counting the events of a calendar without reading their texts: it is done several times a poll.
CREATE INDEX objects_whole ON objects (calendar) WHERE text <> '';
