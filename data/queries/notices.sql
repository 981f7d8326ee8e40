-- name: add(topic, document)$
INSERT INTO notices (topic, document) VALUES (:topic, :document) RETURNING id;

-- name: tell*!
INSERT INTO outbox (kind, chat_id, subject, version, due, expires)
SELECT 'notice', chat_id, :subject, 0, :due, :expires
FROM attendees WHERE chat_id = :chat_id AND blocked_at IS NULL;

-- name: withdraw(topic)
UPDATE outbox SET state = 'cancelled', reason = 'no longer so'
WHERE kind = 'notice' AND state = 'planned' AND subject IN (SELECT CAST(id AS TEXT) FROM notices WHERE topic = :topic)
RETURNING chat_id;

-- name: forget_settled()!
DELETE FROM notices WHERE NOT EXISTS (
    SELECT 1 FROM outbox AS o
    WHERE o.kind = 'notice' AND o.subject = CAST(notices.id AS TEXT) AND o.state IN ('planned', 'sending')
);
