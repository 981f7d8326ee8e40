-- name: note(language, folded, text, asked_at)$
INSERT INTO questions (language, folded, text, asked_at) VALUES (:language, :folded, :text, :asked_at)
ON CONFLICT (language, folded) DO UPDATE SET times = questions.times + 1, asked_at = excluded.asked_at
RETURNING id;

-- name: answered(language, folded)$
SELECT answer FROM questions WHERE language = :language AND folded = :folded AND answer IS NOT NULL;

-- name: get(id)^
SELECT id, language, text, times, answer FROM questions WHERE id = :id;

-- name: open(limit)
SELECT q.id, q.language, q.text, q.times, q.answer
FROM questions AS q WHERE q.answer IS NULL AND q.dropped = 0
ORDER BY q.times DESC, q.id LIMIT :limit;

-- name: count_open()$
SELECT count(*) FROM questions WHERE answer IS NULL AND dropped = 0;

-- name: drop(id)!
UPDATE questions SET dropped = 1, answering_id = NULL WHERE id = :id AND answer IS NULL;

-- name: stop_answering(organiser_id)!
UPDATE questions SET answering_id = NULL WHERE answering_id = :organiser_id;

-- name: begin_answer(id, organiser_id, now)!
UPDATE questions SET answering_id = :organiser_id, answering_since = :now WHERE id = :id AND answer IS NULL;

-- name: being_answered(organiser_id, since)^
SELECT id, language, text, times, answer FROM questions
WHERE answering_id = :organiser_id AND answering_since >= :since AND answer IS NULL;

-- name: answer(id, answer)!
UPDATE questions SET answer = :answer, answering_id = NULL WHERE id = :id AND answer IS NULL;

-- name: wait(question_id, chat_id)!
INSERT INTO waiting (question_id, chat_id) VALUES (:question_id, :chat_id)
ON CONFLICT (question_id, chat_id) DO NOTHING;

-- name: waiting(question_id)
SELECT w.chat_id FROM waiting AS w JOIN attendees AS a ON a.chat_id = w.chat_id
WHERE w.question_id = :question_id AND a.blocked_at IS NULL ORDER BY w.chat_id;

-- name: stop_waiting(question_id)!
DELETE FROM waiting WHERE question_id = :question_id;

-- name: of_chat(chat_id)
SELECT q.text FROM questions AS q JOIN waiting AS w ON w.question_id = q.id
WHERE w.chat_id = :chat_id AND q.answer IS NULL ORDER BY q.id;

-- name: forget_all()!
DELETE FROM questions;
