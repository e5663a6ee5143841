-- Events on top of bookings, and what the host answered: each pair is told of once.
CREATE TABLE overlaps (
    booking TEXT NOT NULL REFERENCES bookings (id) ON DELETE CASCADE,
    uid TEXT NOT NULL,
    calendar TEXT NOT NULL,
    title TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    booking_start INTEGER NOT NULL,
    found_at REAL NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (booking, uid)
) STRICT;

-- No polls by themselves until then.
CREATE TABLE pause (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    until REAL NOT NULL
) STRICT;

-- Whom the app has talked to.
CREATE TABLE hosts (
    host TEXT NOT NULL,
    day TEXT NOT NULL,
    requests INTEGER NOT NULL,
    PRIMARY KEY (host, day)
) STRICT;

-- The seal of a Workestra of this account on an event: it is found again without reading every text.
ALTER TABLE objects ADD COLUMN seal TEXT NOT NULL DEFAULT '';
CREATE INDEX objects_sealed ON objects (uid) WHERE seal <> '';
