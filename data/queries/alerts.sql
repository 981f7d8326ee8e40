-- name: savers(session_id)
SELECT a.chat_id, a.quiet_hours, a.alerts
FROM favourites AS f JOIN attendees AS a ON a.chat_id = f.chat_id
WHERE f.session_id = :session_id AND a.blocked_at IS NULL;

-- name: followers(track_id)
SELECT a.chat_id, a.quiet_hours, a.alerts
FROM subscriptions AS s JOIN attendees AS a ON a.chat_id = s.chat_id
WHERE s.track_id = :track_id AND a.blocked_at IS NULL;

-- name: waiting(session_id)
SELECT chat_id FROM outbox WHERE kind = 'alert' AND subject = :session_id AND state = 'planned';

-- name: prolong(session_id, version, expires)!
UPDATE outbox SET version = :version, expires = :expires
WHERE kind = 'alert' AND subject = :session_id AND state = 'planned';

-- name: add*!
INSERT INTO outbox (kind, chat_id, subject, version, due, expires, before)
VALUES ('alert', :chat_id, :subject, :version, :due, :expires, :before);

-- name: latest(since, now)
SELECT chat_id, max(coalesce(sent_at, :now)) AS at FROM outbox
WHERE kind = 'alert' AND (state = 'sending' OR (state = 'sent' AND sent_at > :since AND sent_at <= :now)) AND chat_id IS NOT NULL
GROUP BY chat_id;

-- name: withdraw*!
UPDATE outbox SET state = 'cancelled', reason = 'no longer of concern'
WHERE kind = 'alert' AND chat_id = :chat_id AND subject = :session_id AND state = 'planned';

-- name: switch_off(chat_id)!
UPDATE outbox SET state = 'cancelled', reason = 'alerts are off'
WHERE kind = 'alert' AND chat_id = :chat_id AND state = 'planned';
