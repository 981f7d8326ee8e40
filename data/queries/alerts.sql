-- :concerns is JSON, `[{"id", "tracks", "before", "expires"}]`; one statement for all of them and people in the order of
-- their numbers, which touches each page of the store once.

-- name: concerned(concerns)
WITH concerns AS MATERIALIZED (
    SELECT json_extract(value, '$.id') AS session_id, json_extract(value, '$.tracks') AS tracks
    FROM json_each(:concerns)
),
people AS (
    SELECT c.session_id, f.chat_id FROM concerns AS c JOIN favourites AS f ON f.session_id = c.session_id
    UNION
    SELECT c.session_id, s.chat_id
    FROM concerns AS c JOIN json_each(c.tracks) AS t JOIN subscriptions AS s ON s.track_id = t.value
)
SELECT p.session_id, json_group_array(p.chat_id) AS chats
FROM people AS p JOIN attendees AS a ON a.chat_id = p.chat_id
WHERE a.blocked_at IS NULL
GROUP BY p.session_id;

-- name: prolong*!
-- A twin, should there ever be one, is left as it is: it must not stop a programme from coming into force.
UPDATE OR IGNORE outbox SET version = :version, expires = :expires
WHERE kind = 'alert' AND subject = :id AND state = 'planned';

-- name: plan(concerns, version, now, gather)!
-- The plus keeps the planner from the index by subject, under which everybody's alerts lie; CROSS JOIN keeps the order.
WITH concerns AS MATERIALIZED (
    SELECT
        json_extract(value, '$.id') AS session_id,
        json_extract(value, '$.tracks') AS tracks,
        json_extract(value, '$.before') AS before,
        json_extract(value, '$.expires') AS expires
    FROM json_each(:concerns)
),
people AS (
    SELECT f.chat_id, c.session_id FROM concerns AS c JOIN favourites AS f ON f.session_id = c.session_id
    UNION
    SELECT s.chat_id, c.session_id
    FROM concerns AS c JOIN json_each(c.tracks) AS t JOIN subscriptions AS s ON s.track_id = t.value
),
latest AS MATERIALIZED (
    SELECT chat_id, max(COALESCE(sent_at, :now)) AS at FROM outbox
    WHERE kind = 'alert' AND (state = 'sending' OR (state = 'sent' AND sent_at > :now - :gather AND sent_at <= :now))
    GROUP BY chat_id
),
planned AS MATERIALIZED (
    SELECT p.chat_id, p.session_id, alert_due(COALESCE(l.at + :gather, :now), a.quiet_hours) AS due
    FROM people AS p
    JOIN attendees AS a ON a.chat_id = p.chat_id
    LEFT JOIN latest AS l ON l.chat_id = p.chat_id
    WHERE a.blocked_at IS NULL AND a.alerts = 1 AND NOT EXISTS (
        SELECT 1 FROM outbox AS o
        WHERE o.chat_id = p.chat_id AND o.kind = 'alert' AND o.subject = p.session_id AND +o.state = 'planned'
    )
    ORDER BY p.chat_id
)
INSERT INTO outbox (kind, chat_id, subject, version, due, expires, before)
SELECT 'alert', p.chat_id, p.session_id, :version, p.due, c.expires, c.before
FROM planned AS p CROSS JOIN concerns AS c ON c.session_id = p.session_id;

-- name: withdraw*!
UPDATE outbox SET state = 'cancelled', reason = 'no longer of concern'
WHERE kind = 'alert' AND chat_id = :chat_id AND subject = :session_id AND state IN ('planned', 'sending');

-- name: switch_off(chat_id)!
UPDATE outbox SET state = 'cancelled', reason = 'alerts are off'
WHERE kind = 'alert' AND chat_id = :chat_id AND state IN ('planned', 'sending');
