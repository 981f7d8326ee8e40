-- name: plan(kind, chat_id, subject, version, due, expires)!
INSERT INTO outbox (kind, chat_id, subject, version, due, expires)
VALUES (:kind, :chat_id, :subject, :version, :due, :expires)
ON CONFLICT (chat_id, kind, subject, version)
DO UPDATE SET state = 'planned', due = excluded.due, expires = excluded.expires, reason = NULL
WHERE outbox.state IN ('planned', 'blocked', 'cancelled', 'expired');

-- name: planned_reminders(chat_id)
SELECT id, subject, version, due FROM outbox WHERE kind = 'reminder' AND chat_id = :chat_id AND state = 'planned';

-- name: withdraw(id)!
DELETE FROM outbox WHERE id = :id AND state = 'planned';

-- name: cancel(kind, subject)!
UPDATE outbox SET state = 'cancelled'
WHERE kind = :kind AND subject = :subject AND state = 'planned';

-- name: expire(now)!
UPDATE outbox SET state = 'expired' WHERE state = 'planned' AND expires <= :now;

-- name: due(kind, now, limit)
SELECT
    o.id, o.kind, o.chat_id, o.subject, o.version, o.due, o.expires, o.attempts, a.language, b.html,
    (SELECT p.version FROM programmes AS p WHERE p.in_force = 1) AS programme, 0 AS saved
FROM outbox AS o
JOIN attendees AS a ON a.chat_id = o.chat_id
LEFT JOIN broadcasts AS b ON o.kind = 'broadcast' AND o.subject = CAST(b.id AS TEXT)
WHERE o.kind = :kind AND o.state = 'planned' AND o.due <= :now AND o.expires > :now
ORDER BY o.due, o.expires, o.id
LIMIT :limit;

-- name: due_to_chat(kind, chat_id, now)
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
WHERE o.chat_id = :chat_id AND o.kind = :kind AND o.state = 'planned' AND o.due <= :now AND o.expires > :now
ORDER BY o.expires, o.id;

-- name: claim(id)!
UPDATE outbox SET state = 'sending', attempts = attempts + 1
WHERE id = :id AND state = 'planned';

-- name: mark(state, sent_at, message_id, reason, id)!
UPDATE outbox SET state = :state, sent_at = :sent_at, message_id = :message_id, reason = :reason
WHERE id = :id AND state = 'sending';

-- name: put_back(attempts, reason, id)!
UPDATE outbox
SET state = CASE WHEN chat_id IS NULL THEN 'cancelled' ELSE 'planned' END, attempts = :attempts, reason = :reason
WHERE id = :id AND state = 'sending';

-- name: stranded()
SELECT id, attempts FROM outbox WHERE state = 'sending';

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

-- name: forget(chat_id)!
DELETE FROM outbox WHERE chat_id = :chat_id AND (kind <> 'broadcast' OR state = 'planned');

-- name: forget_all()!
DELETE FROM outbox WHERE kind <> 'broadcast' OR state = 'planned';

-- name: counts()
SELECT kind, state, count(*) AS number FROM outbox GROUP BY kind, state ORDER BY kind, state;
