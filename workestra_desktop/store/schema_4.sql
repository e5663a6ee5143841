-- How many events a calendar has: counted anew several times a poll, they made polls dearer in large calendars.
ALTER TABLE calendars ADD COLUMN events INTEGER NOT NULL DEFAULT 0;
UPDATE calendars SET events = (SELECT count(*) FROM objects WHERE calendar = calendars.id AND text <> '');
CREATE TRIGGER object_came AFTER INSERT ON objects WHEN NEW.text <> ''
BEGIN UPDATE calendars SET events = events + 1 WHERE id = NEW.calendar; END;
CREATE TRIGGER object_went AFTER DELETE ON objects WHEN OLD.text <> ''
BEGIN UPDATE calendars SET events = events - 1 WHERE id = OLD.calendar; END;
CREATE TRIGGER object_changed AFTER UPDATE OF text ON objects WHEN (OLD.text <> '') <> (NEW.text <> '')
BEGIN UPDATE calendars SET events = events + iif(NEW.text <> '', 1, -1) WHERE id = NEW.calendar; END;
DROP INDEX objects_whole;
-- Bookings of a time are found without reading them all.
ALTER TABLE bookings ADD COLUMN end INTEGER NOT NULL DEFAULT 0;
UPDATE bookings SET end = json_extract(body, '$.end');
CREATE INDEX bookings_by_end ON bookings (end, start) WHERE status <> 'cancelled';
-- In the order they are listed in; with the calendar alone SQLite preferred to look through every object.
DROP INDEX objects_with_problem;
CREATE INDEX objects_with_problem ON objects (calendar, href) WHERE problem <> '';
