CREATE TABLE account (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    apple_id TEXT NOT NULL,
    principal TEXT NOT NULL,
    home TEXT NOT NULL,
    addresses TEXT NOT NULL,
    connected INTEGER NOT NULL,
    setup_done INTEGER NOT NULL,
    last_poll REAL,
    refused_at REAL,
    locked INTEGER NOT NULL,
    trouble TEXT
) STRICT;

CREATE TABLE horizon (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    zone TEXT NOT NULL
) STRICT;

CREATE TABLE calendars (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    color TEXT NOT NULL,
    position INTEGER,
    writable INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    is_default INTEGER NOT NULL,
    write_to INTEGER NOT NULL,
    busy INTEGER NOT NULL,
    change_tag TEXT NOT NULL,
    sync_token TEXT NOT NULL,
    read_at REAL,
    problem TEXT
) STRICT;

CREATE TABLE objects (
    calendar TEXT NOT NULL REFERENCES calendars (id) ON DELETE CASCADE,
    href TEXT NOT NULL,
    etag TEXT NOT NULL,
    uid TEXT NOT NULL,
    text TEXT NOT NULL,
    first INTEGER,
    last INTEGER,
    repeats INTEGER NOT NULL,
    problem TEXT NOT NULL,
    read_at REAL NOT NULL,
    vouched INTEGER NOT NULL,
    PRIMARY KEY (calendar, href)
) STRICT;
CREATE INDEX objects_unvouched ON objects (calendar) WHERE NOT vouched;
CREATE INDEX objects_by_uid ON objects (uid);
CREATE INDEX objects_with_problem ON objects (calendar) WHERE problem <> '';

CREATE TABLE blocks (
    calendar TEXT NOT NULL,
    href TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    title TEXT NOT NULL,
    reason TEXT NOT NULL,
    uid TEXT NOT NULL,
    FOREIGN KEY (calendar, href) REFERENCES objects (calendar, href) ON DELETE CASCADE
) STRICT;
CREATE INDEX blocks_by_end ON blocks (end, start);
CREATE INDEX blocks_by_object ON blocks (calendar, href);

CREATE TABLE bookings (
    id TEXT PRIMARY KEY,
    start INTEGER NOT NULL,
    status TEXT NOT NULL,
    uid TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX bookings_by_start ON bookings (start);

CREATE TABLE intents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    booking TEXT NOT NULL REFERENCES bookings (id),
    kind TEXT NOT NULL,
    claimed INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    not_before REAL,
    held INTEGER NOT NULL,
    created_at REAL NOT NULL
) STRICT;
CREATE INDEX intents_by_booking ON intents (booking);

CREATE TABLE links (
    slug TEXT PRIMARY KEY,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    booking TEXT NOT NULL,
    at REAL NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX journal_by_booking ON journal (booking);
