-- name: add(source, digest, document, plan, whole, proposed_at)$
INSERT INTO proposals (source, digest, document, plan, whole, proposed_at)
VALUES (:source, :digest, :document, :plan, :whole, :proposed_at)
RETURNING id;

-- name: get(id)^
SELECT source, digest, document, plan, whole FROM proposals WHERE id = :id;

-- name: drop(id)!
DELETE FROM proposals WHERE id = :id;

-- name: forget_before(before)!
DELETE FROM proposals WHERE proposed_at < :before;
