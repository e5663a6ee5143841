-- Occurrences that take no time are kept beside those that do: the week view shows them and says why they are free.
ALTER TABLE blocks ADD COLUMN whole_day INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blocks ADD COLUMN busy INTEGER NOT NULL DEFAULT 1;
-- Seconds at the beginning and the end that are the way there and back.
ALTER TABLE blocks ADD COLUMN travel INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blocks ADD COLUMN travel_back INTEGER NOT NULL DEFAULT 0;
-- Without a horizon every block is made anew, from the mirrored texts.
DELETE FROM horizon;

CREATE TABLE settings (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    body TEXT NOT NULL
) STRICT;

CREATE TABLE event_rules (
    uid TEXT PRIMARY KEY,
    blocks TEXT NOT NULL,
    title TEXT NOT NULL
) STRICT;
