-- name: add(chat_id, track_id, followed_at)!
INSERT INTO subscriptions (chat_id, track_id, followed_at) VALUES (:chat_id, :track_id, :followed_at)
ON CONFLICT (chat_id, track_id) DO NOTHING;

-- name: remove(chat_id, track_id)!
DELETE FROM subscriptions WHERE chat_id = :chat_id AND track_id = :track_id;

-- name: of_chat(chat_id)
SELECT track_id FROM subscriptions WHERE chat_id = :chat_id ORDER BY followed_at, track_id;
