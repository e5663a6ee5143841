-- What an event said before and after, and where a booking was before it was moved: what Undo goes back to.
ALTER TABLE journal ADD COLUMN before TEXT NOT NULL DEFAULT '';
ALTER TABLE journal ADD COLUMN after TEXT NOT NULL DEFAULT '';
ALTER TABLE journal ADD COLUMN was_start INTEGER;
ALTER TABLE journal ADD COLUMN was_end INTEGER;
CREATE INDEX journal_by_at ON journal (at);
CREATE INDEX journal_moves ON journal (booking, id) WHERE was_start IS NOT NULL;
CREATE INDEX journal_texts ON journal (booking, id) WHERE before <> '' OR after <> '';

-- The last good text of each booking's event. The mirror forgets an event with its deletion; this does not.
CREATE TABLE event_texts (
    booking TEXT PRIMARY KEY REFERENCES bookings (id) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;
INSERT INTO event_texts SELECT b.id, max(o.text) FROM bookings b JOIN objects o ON o.uid = b.uid
    WHERE o.href = json_extract(b.body, '$.href') AND o.text <> '' AND length(CAST(o.text AS BLOB)) <= 262144
    GROUP BY b.id;
