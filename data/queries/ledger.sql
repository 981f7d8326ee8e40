-- name: in_flight()$
SELECT count(DISTINCT chat_id) FROM outbox WHERE state = 'sending';

-- name: entries()
SELECT o.id, o.kind, o.chat_id, o.subject, o.version, o.due, o.expires, o.state, o.attempts, o.message_id, b.html
FROM outbox AS o
LEFT JOIN broadcasts AS b ON o.kind = 'broadcast' AND o.subject = CAST(b.id AS TEXT)
ORDER BY o.id;
