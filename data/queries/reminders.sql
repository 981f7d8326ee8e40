-- All sessions in one statement, and people in the order of their numbers: that touches each page of the store once.
-- :wanted is JSON, `[{"id", "start", "track"}]`, where `start` is -1 for a session nobody is to be reminded of.

-- name: withdraw(wanted, now)!
WITH wanted AS MATERIALIZED (
    SELECT json_extract(value, '$.id') AS session_id, json_extract(value, '$.start') AS start FROM json_each(:wanted)
)
DELETE FROM outbox WHERE id IN (
    SELECT o.id FROM wanted AS w JOIN outbox AS o ON o.kind = 'reminder' AND o.subject = w.session_id
    WHERE o.state = 'planned' AND o.expires > :now AND NOT (o.version = w.start AND o.due <= :now)
);

-- name: plan(wanted)!
WITH wanted AS MATERIALIZED (
    SELECT
        json_extract(value, '$.id') AS session_id,
        json_extract(value, '$.start') AS start,
        json_extract(value, '$.track') AS track_id
    FROM json_each(:wanted)
    WHERE json_extract(value, '$.start') >= 0
),
people AS (
    SELECT f.chat_id, w.session_id, w.start, f.reminder_minutes AS own
    FROM wanted AS w JOIN favourites AS f ON f.session_id = w.session_id
    UNION ALL
    SELECT s.chat_id, w.session_id, w.start, NULL AS own
    FROM wanted AS w JOIN subscriptions AS s ON s.track_id = w.track_id
    WHERE NOT EXISTS (SELECT 1 FROM favourites AS f WHERE f.chat_id = s.chat_id AND f.session_id = w.session_id)
),
reminders AS (
    SELECT p.chat_id, p.session_id, p.start, reminder_due(p.start, COALESCE(p.own, a.reminder_minutes)) AS due
    FROM people AS p JOIN attendees AS a ON a.chat_id = p.chat_id
    WHERE a.blocked_at IS NULL
)
INSERT INTO outbox (kind, chat_id, subject, version, due, expires)
SELECT 'reminder', chat_id, session_id, start, due, start FROM reminders WHERE due IS NOT NULL ORDER BY chat_id
ON CONFLICT (chat_id, kind, subject, version)
DO UPDATE SET state = 'planned', due = excluded.due, expires = excluded.expires, reason = NULL
WHERE outbox.state IN ('blocked', 'cancelled', 'expired');
