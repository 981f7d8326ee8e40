-- What organisers are told unasked, as JSON, to be worded when it is sent; `topic` is what a newer one takes the place in.
CREATE TABLE notices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    topic TEXT NOT NULL,
    document TEXT NOT NULL
) STRICT;

CREATE INDEX notices_by_topic ON notices (topic);

-- The outbox anew, since a CHECK can't be changed; its numbers go on where they were.
CREATE TABLE outbox_with_notices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('answer', 'alert', 'notice', 'reminder', 'broadcast')),
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

INSERT INTO outbox_with_notices
SELECT
    id, kind, chat_id, subject, version, due, expires, state, attempts, sent_at, message_id, reason, before
FROM outbox;
DELETE FROM sqlite_sequence WHERE name = 'outbox_with_notices';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'outbox_with_notices', seq FROM sqlite_sequence WHERE name = 'outbox';
DROP TABLE outbox;
ALTER TABLE outbox_with_notices RENAME TO outbox;

CREATE INDEX outbox_by_due ON outbox (kind, due, expires) WHERE state = 'planned';
CREATE INDEX outbox_by_expiry ON outbox (expires) WHERE state = 'planned';
CREATE INDEX outbox_by_subject ON outbox (kind, subject, state);
