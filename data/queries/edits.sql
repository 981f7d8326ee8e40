-- name: all()
SELECT id, session_id, field, mine, theirs, offered FROM edits ORDER BY id;

-- name: get(id)^
SELECT id, session_id, field, mine, theirs, offered FROM edits WHERE id = :id;

-- name: put(session_id, field, mine, theirs, offered)!
INSERT INTO edits (session_id, field, mine, theirs, offered)
VALUES (:session_id, :field, :mine, :theirs, :offered)
ON CONFLICT (session_id, field) DO UPDATE SET mine = excluded.mine, theirs = excluded.theirs, offered = excluded.offered;

-- name: drop(session_id, field)!
DELETE FROM edits WHERE session_id = :session_id AND field = :field;
