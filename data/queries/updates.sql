-- name: add(update_id, body, received_at)$
INSERT INTO updates (update_id, body, received_at) VALUES (:update_id, :body, :received_at)
ON CONFLICT (update_id) DO NOTHING
RETURNING update_id;

-- name: open()
SELECT body FROM updates WHERE body IS NOT NULL ORDER BY update_id;

-- name: done*!
UPDATE updates SET body = NULL WHERE update_id = :update_id;

-- name: forget_before(before)!
DELETE FROM updates WHERE body IS NULL AND received_at < :before;
