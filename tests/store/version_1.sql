-- One transaction, so that two programs opening a new file at once leave one whole store.
BEGIN IMMEDIATE;

CREATE TABLE IF NOT EXISTS documents (
    id       TEXT PRIMARY KEY NOT NULL,
    title    TEXT NOT NULL,
    date     TEXT,
    source   TEXT,
    url      TEXT,
    language TEXT,
    text     TEXT NOT NULL,
    added    TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS documents_by_date ON documents (date);

-- What a document says. `position` keeps the order of the extraction; `record` is the JSON of explorer/records.py
-- without its evidence, which has a table of its own.
CREATE TABLE IF NOT EXISTS actors (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id       TEXT NOT NULL,
    type     TEXT NOT NULL,
    name     TEXT NOT NULL,
    country  TEXT,
    record   TEXT NOT NULL,
    PRIMARY KEY (document, position)
);
CREATE INDEX IF NOT EXISTS actors_by_id ON actors (id);

CREATE TABLE IF NOT EXISTS ties (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    source   TEXT NOT NULL,
    target   TEXT NOT NULL,
    role     TEXT,
    since    TEXT,
    until    TEXT,
    record   TEXT NOT NULL,
    PRIMARY KEY (document, position)
);
CREATE INDEX IF NOT EXISTS ties_by_source ON ties (source, target);

CREATE TABLE IF NOT EXISTS events (
    document   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    id         TEXT NOT NULL,
    type       TEXT NOT NULL,
    mode       TEXT,
    status     TEXT NOT NULL,
    start_date TEXT,
    end_date   TEXT,
    record     TEXT NOT NULL,
    PRIMARY KEY (document, position)
);
CREATE INDEX IF NOT EXISTS events_by_type ON events (type, status);

CREATE TABLE IF NOT EXISTS commitments (
    document   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    id         TEXT NOT NULL,
    kind       TEXT NOT NULL,
    name       TEXT NOT NULL,
    status     TEXT NOT NULL,
    start_date TEXT,
    end_date   TEXT,
    amount     REAL,
    currency   TEXT,
    record     TEXT NOT NULL,
    PRIMARY KEY (document, position)
);
CREATE INDEX IF NOT EXISTS commitments_by_kind ON commitments (kind, status);

-- The sentences. `owner` is the table and `owner_position` the row that a sentence is evidence for.
CREATE TABLE IF NOT EXISTS evidence (
    document       TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    owner          TEXT NOT NULL CHECK (owner IN ('ties', 'events', 'commitments')),
    owner_position INTEGER NOT NULL,
    position       INTEGER NOT NULL,
    start          INTEGER NOT NULL,
    "end"          INTEGER NOT NULL,
    text           TEXT NOT NULL,
    trigger_start  INTEGER NOT NULL,
    trigger_end    INTEGER NOT NULL,
    rule           TEXT NOT NULL,
    PRIMARY KEY (document, owner, owner_position, position)
);

-- Begins at a random number, so that a file deleted and made anew is not taken for the old one.
CREATE TABLE IF NOT EXISTS revision (
    only  INTEGER PRIMARY KEY CHECK (only = 1),
    value INTEGER NOT NULL
);
INSERT OR IGNORE INTO revision VALUES (1, (random() & 4294967295) * 65536);

CREATE TRIGGER IF NOT EXISTS documents_added AFTER INSERT ON documents
BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER IF NOT EXISTS documents_removed AFTER DELETE ON documents
BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER IF NOT EXISTS documents_changed AFTER UPDATE ON documents
BEGIN UPDATE revision SET value = value + 1; END;

PRAGMA application_id = 1196574547; -- "GRGS": how we know our files
PRAGMA user_version = 1;
COMMIT;
