-- name: add(chat_id, asked_at, query)<!
INSERT INTO threads (chat_id, asked_at, query) VALUES (:chat_id, :asked_at, :query);

-- name: get(id, chat_id)^
SELECT query FROM threads WHERE id = :id AND chat_id = :chat_id;

-- name: latest(chat_id, since)^
SELECT query FROM threads WHERE chat_id = :chat_id AND asked_at >= :since ORDER BY id DESC LIMIT 1;

-- name: forget_before(before)!
DELETE FROM threads WHERE asked_at < :before;

-- name: of_chat(chat_id)
SELECT asked_at, query FROM threads WHERE chat_id = :chat_id ORDER BY id;
