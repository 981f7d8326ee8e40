-- name: get(chat_id)^
SELECT chat_id, language, language_chosen, reminder_minutes, quiet_hours, alerts, met_at, blocked_at
FROM attendees WHERE chat_id = :chat_id;

-- name: add(chat_id, language, met_at)!
INSERT INTO attendees (chat_id, language, met_at) VALUES (:chat_id, :language, :met_at)
ON CONFLICT (chat_id) DO NOTHING;

-- name: follow_app_language(language, chat_id)!
UPDATE attendees SET language = :language WHERE chat_id = :chat_id AND language_chosen = 0;

-- name: choose_language(language, chat_id)!
UPDATE attendees SET language = :language, language_chosen = 1 WHERE chat_id = :chat_id;

-- name: set_reminder_minutes(minutes, chat_id)!
UPDATE attendees SET reminder_minutes = :minutes WHERE chat_id = :chat_id;

-- name: set_quiet_hours(hours, chat_id)!
UPDATE attendees SET quiet_hours = :hours WHERE chat_id = :chat_id;

-- name: set_alerts(alerts, chat_id)!
UPDATE attendees SET alerts = :alerts WHERE chat_id = :chat_id;

-- name: mark_blocked(at, chat_id)!
UPDATE attendees SET blocked_at = :at WHERE chat_id = :chat_id AND blocked_at IS NULL;

-- name: mark_returned(chat_id)!
UPDATE attendees SET blocked_at = NULL WHERE chat_id = :chat_id;

-- name: forget(chat_id)!
DELETE FROM attendees WHERE chat_id = :chat_id;

-- name: forget_all()!
DELETE FROM attendees;

-- name: count()$
SELECT count(*) FROM attendees;
