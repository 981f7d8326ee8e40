-- name: plan(kind, chat_id, subject, version, due, expires)!
INSERT INTO outbox (kind, chat_id, subject, version, due, expires)
VALUES (:kind, :chat_id, :subject, :version, :due, :expires)
ON CONFLICT (chat_id, kind, subject, version)
DO UPDATE SET state = 'planned', due = excluded.due, expires = excluded.expires, reason = NULL
WHERE outbox.state IN ('planned', 'blocked', 'cancelled', 'expired');

-- name: open_reminders(chat_id, now)
-- Not those of sessions that have begun: they expire, which the ledger remembers.
SELECT id, subject, version, due FROM outbox
WHERE kind = 'reminder' AND chat_id = :chat_id AND state IN ('planned', 'sending') AND expires > :now;

-- name: missed(chat_id)
SELECT subject, version FROM outbox WHERE chat_id = :chat_id AND kind = 'reminder' AND state = 'expired';

-- name: withdraw(id)!
DELETE FROM outbox WHERE id = :id AND state = 'planned';

-- name: revoke(id)!
-- One in hand that has not gone out yet is left out; one on its way is noted as sent all the same.
UPDATE outbox SET state = 'cancelled', reason = 'no longer wanted' WHERE id = :id AND state = 'sending';

-- name: standing(ids)
SELECT o.id FROM outbox AS o
WHERE o.id IN (SELECT value FROM json_each(:ids)) AND o.state = 'sending' AND o.chat_id IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM broadcasts AS b
        WHERE o.kind = 'broadcast' AND b.id = CAST(o.subject AS INTEGER) AND b.state IN ('stopping', 'stopped')
    );

-- name: quiet_hours(chat_id)$
SELECT quiet_hours FROM attendees WHERE chat_id = :chat_id;

-- name: postpone(due, id)!
UPDATE outbox
SET due = :due, expires = CASE kind WHEN 'broadcast' THEN expires + :due - due ELSE expires END
WHERE id = :id AND state = 'planned';

-- name: cancel(kind, subject)!
UPDATE outbox SET state = 'cancelled'
WHERE kind = :kind AND subject = :subject AND state = 'planned';

-- name: expire(now)!
-- At most so many at once, lest everybody wait after a long silence.
UPDATE outbox SET state = 'expired'
WHERE id IN (SELECT id FROM outbox WHERE state = 'planned' AND expires <= :now LIMIT 2000);

-- name: due(kind, now, limit)
SELECT
    o.id, o.kind, o.chat_id, o.subject, o.version, o.due, o.expires, o.attempts, a.language,
    COALESCE(b.html, q.answer) AS html, q.text AS question, n.document AS notice,
    (SELECT p.version FROM programmes AS p WHERE p.in_force = 1) AS programme, 0 AS saved
FROM outbox AS o
JOIN attendees AS a ON a.chat_id = o.chat_id
LEFT JOIN broadcasts AS b ON o.kind = 'broadcast' AND o.subject = CAST(b.id AS TEXT)
LEFT JOIN notices AS n ON o.kind = 'notice' AND o.subject = CAST(n.id AS TEXT)
LEFT JOIN questions AS q ON o.kind = 'answer' AND o.subject = CAST(q.id AS TEXT)
WHERE o.kind = :kind AND o.state = 'planned' AND o.due <= :now AND +o.expires > :now
ORDER BY o.due, o.expires, o.attempts, o.id
LIMIT :limit;

-- A plus keeps the planner from the index by expiry, where nearly everything is still to come.
-- Of what is overdue, what is worthless first goes first; the rest by its promised minute. Within a burst everybody
-- has the same luck: the order is stirred, and differently for each session.
-- name: urgent(kind, until, now, limit)
SELECT id, chat_id FROM outbox
WHERE kind = :kind AND state = 'planned' AND due <= :until AND +expires > :now AND +chat_id IS NOT NULL
ORDER BY max(due, :now), expires, attempts, (id * 2654435761) % 4294967291
LIMIT :limit;

-- name: bursts(kind, until)
SELECT due, count(*) AS number FROM outbox WHERE kind = :kind AND state = 'planned' AND due <= :until GROUP BY due;

-- So many reminders fit into one message with their buttons; the others are a message of their own.
-- name: due_to_chat(kind, chat_id, now, until)
SELECT
    o.id, o.kind, o.chat_id, o.subject, o.version, o.due, o.expires, o.attempts, a.language, o.before,
    (SELECT p.version FROM programmes AS p WHERE p.in_force = 1) AS programme,
    EXISTS (SELECT 1 FROM favourites AS f WHERE f.chat_id = o.chat_id AND f.session_id = o.subject) AS saved,
    (
        SELECT min(r.due) FROM outbox AS r
        WHERE r.chat_id = o.chat_id AND r.kind = 'reminder' AND r.subject = o.subject AND r.state = 'planned'
    ) AS reminder
FROM outbox AS o
JOIN attendees AS a ON a.chat_id = o.chat_id
WHERE o.chat_id = :chat_id AND o.kind = :kind AND o.state = 'planned' AND o.due <= :until AND o.expires > :now
ORDER BY o.expires, o.id
LIMIT CASE :kind WHEN 'reminder' THEN 20 ELSE -1 END;

-- name: claim(id)!
UPDATE outbox SET state = 'sending', attempts = attempts + 1
WHERE id = :id AND state = 'planned';

-- name: mark(state, sent_at, message_id, reason, id)!
UPDATE outbox SET state = :state, sent_at = :sent_at, message_id = :message_id, reason = :reason
WHERE id = :id AND (state = 'sending' OR (state = 'cancelled' AND :state = 'sent'));

-- name: hand_over(id)!
UPDATE outbox SET before = older.before, due = min(outbox.due, older.due)
FROM outbox AS older
WHERE
    older.id = :id AND older.kind = 'alert' AND older.state = 'sending' AND outbox.chat_id = older.chat_id
    AND outbox.kind = 'alert' AND outbox.subject = older.subject AND outbox.version > older.version
    AND +outbox.state = 'planned';

-- name: put_back(attempts, reason, id)!
UPDATE outbox
SET
    state = CASE
        WHEN chat_id IS NULL THEN 'cancelled'
        WHEN kind = 'broadcast' AND subject IN (SELECT CAST(b.id AS TEXT) FROM broadcasts AS b WHERE b.state = 'stopping')
            THEN 'cancelled'
        ELSE 'planned'
    END,
    attempts = :attempts, reason = :reason
WHERE id = :id AND state = 'sending';

-- name: stranded()
SELECT id, attempts FROM outbox WHERE state = 'sending' ORDER BY version DESC;

-- name: settle_blocked(reason, chat_id)!
UPDATE outbox SET state = 'blocked', reason = :reason WHERE chat_id = :chat_id AND state = 'planned';

-- name: next_due(kind)$
SELECT min(due) FROM outbox WHERE kind = :kind AND state = 'planned';

-- name: next_planned(kind, subject)$
SELECT min(due) FROM outbox WHERE kind = :kind AND subject = :subject AND state = 'planned';

-- name: ledger(kind, subject)
SELECT state, count(*) AS number FROM outbox WHERE kind = :kind AND subject = :subject GROUP BY state;

-- name: of_chat(chat_id)
SELECT kind, subject, due, state FROM outbox WHERE chat_id = :chat_id ORDER BY due, id;

-- name: withhold(chat_id)!
UPDATE outbox SET state = 'cancelled' WHERE chat_id = :chat_id AND kind = 'broadcast' AND state = 'planned';

-- name: withhold_all()!
UPDATE outbox SET state = 'cancelled' WHERE kind = 'broadcast' AND state = 'planned';

-- name: forget(chat_id)!
DELETE FROM outbox WHERE chat_id = :chat_id AND kind <> 'broadcast';

-- name: forget_all()!
DELETE FROM outbox WHERE kind <> 'broadcast';

-- name: counts()
SELECT kind, state, count(*) AS number FROM outbox GROUP BY kind, state ORDER BY kind, state;
