-- name: add(source, digest, document, plan, proposed_at)$
INSERT INTO proposals (source, digest, document, plan, proposed_at)
VALUES (:source, :digest, :document, :plan, :proposed_at)
RETURNING id;

-- name: get(id)^
SELECT source, digest, document, plan FROM proposals WHERE id = :id;

-- name: drop(id)!
DELETE FROM proposals WHERE id = :id;

-- name: forget_before(before)!
DELETE FROM proposals WHERE proposed_at < :before;
