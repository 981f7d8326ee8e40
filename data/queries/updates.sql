-- name: known(update_ids)$
SELECT json_group_array(update_id) FROM updates WHERE update_id IN (SELECT value FROM json_each(:update_ids));

-- name: add(updates, received_at)!
-- A list of [number, content]; all of them in one statement, since each lets go of Python's lock and waits for it again.
INSERT INTO updates (update_id, body, received_at)
SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), :received_at FROM json_each(:updates);

-- name: open()
SELECT body FROM updates WHERE body IS NOT NULL ORDER BY update_id;

-- name: done(update_ids)!
UPDATE updates SET body = NULL WHERE update_id IN (SELECT value FROM json_each(:update_ids));

-- name: forget_before(before)!
DELETE FROM updates WHERE body IS NULL AND received_at < :before;
