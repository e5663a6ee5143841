-- What the host was told, in facts: it is worded when it is shown, in the language of then. Numbers are never used twice.
CREATE TABLE notices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at REAL NOT NULL,
    kind TEXT NOT NULL,
    booking TEXT NOT NULL,
    body TEXT NOT NULL,
    seen INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX notices_by_at ON notices (at);

-- How the app behaves on this computer.
CREATE TABLE preferences (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    body TEXT NOT NULL
) STRICT;

-- The guest did not come.
ALTER TABLE bookings ADD COLUMN no_show INTEGER NOT NULL DEFAULT 0;

-- Since when, and until when at least, iCloud could not be reached, and whether the host was told.
ALTER TABLE account ADD COLUMN outage_since REAL;
ALTER TABLE account ADD COLUMN outage_last REAL;
ALTER TABLE account ADD COLUMN outage_told INTEGER NOT NULL DEFAULT 0;
