-- Instants are whole seconds since 1970 UTC. STRICT is SQLite's own; PostgreSQL needs no such word.
-- AUTOINCREMENT: buttons and sends under way carry these numbers, so none may come back as another row's.

CREATE TABLE programmes (
    version INTEGER PRIMARY KEY,
    imported_at INTEGER NOT NULL,
    source TEXT NOT NULL,
    digest TEXT NOT NULL,
    document TEXT NOT NULL,
    plan BLOB NOT NULL,
    previous INTEGER,
    in_force INTEGER NOT NULL DEFAULT 1 CHECK (in_force IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX one_programme_in_force ON programmes (in_force) WHERE in_force = 1;

-- What organisers changed by hand, as JSON: `mine` holds while the source says `theirs`; `offered` is being asked about.
CREATE TABLE edits (
    id INTEGER PRIMARY KEY,
    session_id TEXT NOT NULL,
    field TEXT NOT NULL CHECK (field IN ('added', 'time', 'room', 'cancelled')),
    mine TEXT NOT NULL,
    theirs TEXT NOT NULL,
    offered TEXT,
    UNIQUE (session_id, field)
) STRICT;

-- A programme that waits for an organiser's word.
CREATE TABLE proposals (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    digest TEXT NOT NULL,
    document TEXT NOT NULL,
    plan BLOB NOT NULL,
    proposed_at INTEGER NOT NULL
) STRICT;

-- What a source said last: a digest of its content, and the address's own marks of it.
CREATE TABLE sources (
    source TEXT PRIMARY KEY,
    digest TEXT NOT NULL DEFAULT '',
    etag TEXT NOT NULL DEFAULT '',
    modified TEXT NOT NULL DEFAULT '',
    failing INTEGER NOT NULL DEFAULT 0 CHECK (failing IN (0, 1))
) STRICT;

-- What an organiser is being asked for (JSON): which session a command meant, a step of /add; gone with the answer.
CREATE TABLE drafts (
    organiser_id INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    begun_at INTEGER NOT NULL
) STRICT;

CREATE TABLE attendees (
    chat_id INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    language_chosen INTEGER NOT NULL DEFAULT 0 CHECK (language_chosen IN (0, 1)),
    reminder_minutes INTEGER,
    quiet_hours TEXT,
    alerts INTEGER NOT NULL DEFAULT 1 CHECK (alerts IN (0, 1)),
    met_at INTEGER NOT NULL,
    blocked_at INTEGER
) STRICT;

CREATE TABLE favourites (
    chat_id INTEGER NOT NULL REFERENCES attendees (chat_id) ON DELETE CASCADE,
    session_id TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    reminded INTEGER NOT NULL DEFAULT 1 CHECK (reminded IN (0, 1)),
    PRIMARY KEY (chat_id, session_id)
) STRICT;

CREATE INDEX favourites_by_session ON favourites (session_id);

CREATE TABLE subscriptions (
    chat_id INTEGER NOT NULL REFERENCES attendees (chat_id) ON DELETE CASCADE,
    track_id TEXT NOT NULL,
    followed_at INTEGER NOT NULL,
    PRIMARY KEY (chat_id, track_id)
) STRICT;

CREATE INDEX subscriptions_by_track ON subscriptions (track_id);

CREATE TABLE threads (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL REFERENCES attendees (chat_id) ON DELETE CASCADE,
    asked_at INTEGER NOT NULL,
    query TEXT NOT NULL
) STRICT;

CREATE INDEX threads_by_chat ON threads (chat_id, id);

CREATE TABLE broadcasts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organiser_id INTEGER NOT NULL,
    html TEXT NOT NULL,
    audience TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('writing', 'draft', 'sending', 'stopping', 'done', 'stopped')),
    written_at INTEGER NOT NULL,
    started_at INTEGER,
    progress_message_id INTEGER
) STRICT;

CREATE INDEX broadcasts_by_organiser ON broadcasts (organiser_id, state);

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('answer', 'alert', 'reminder', 'broadcast')),
    chat_id INTEGER REFERENCES attendees (chat_id) ON DELETE SET NULL,
    subject TEXT NOT NULL,
    version INTEGER NOT NULL,
    due INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'planned' CHECK (
        state IN ('planned', 'sending', 'sent', 'blocked', 'failed', 'expired', 'cancelled', 'unknown')
    ),
    attempts INTEGER NOT NULL DEFAULT 0,
    sent_at INTEGER,
    message_id INTEGER,
    reason TEXT,
    before TEXT,
    UNIQUE (chat_id, kind, subject, version)
) STRICT;

CREATE INDEX outbox_by_due ON outbox (kind, due, expires) WHERE state = 'planned';
CREATE INDEX outbox_by_expiry ON outbox (expires) WHERE state = 'planned';
CREATE INDEX outbox_by_subject ON outbox (kind, subject, state);

-- Until when Telegram wants silence from the whole bot, by the world's clock; one row.
CREATE TABLE holds (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    until INTEGER NOT NULL
) STRICT;

CREATE TABLE inbox (
    update_id INTEGER PRIMARY KEY,
    received_at INTEGER NOT NULL,
    body TEXT
) STRICT;

CREATE INDEX inbox_unhandled ON inbox (update_id) WHERE body IS NOT NULL;
