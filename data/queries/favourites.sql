-- name: add(chat_id, session_id, saved_at)!
INSERT INTO favourites (chat_id, session_id, saved_at) VALUES (:chat_id, :session_id, :saved_at)
ON CONFLICT (chat_id, session_id) DO NOTHING;

-- name: remove(chat_id, session_id)!
DELETE FROM favourites WHERE chat_id = :chat_id AND session_id = :session_id;

-- name: of_chat(chat_id)
SELECT session_id, reminder_minutes FROM favourites WHERE chat_id = :chat_id ORDER BY saved_at, session_id;

-- name: set_lead(minutes, chat_id, session_id)!
UPDATE favourites SET reminder_minutes = :minutes WHERE chat_id = :chat_id AND session_id = :session_id;

-- name: chats()
SELECT chat_id FROM favourites UNION SELECT chat_id FROM subscriptions;
