-- name: in_force()^
SELECT version, digest, document, plan FROM programmes WHERE in_force = 1;

-- name: version()$
SELECT version FROM programmes WHERE in_force = 1;

-- name: retire()!
UPDATE programmes SET in_force = 0 WHERE in_force = 1;

-- name: previous()^
SELECT b.version, b.document, b.plan, b.previous
FROM programmes AS b JOIN programmes AS c ON c.previous = b.version
WHERE c.in_force = 1;

-- name: add(imported_at, source, digest, document, plan, previous)$
INSERT INTO programmes (imported_at, source, digest, document, plan, previous)
VALUES (:imported_at, :source, :digest, :document, :plan, :previous)
RETURNING version;

-- name: forget_oldest(newest, kept)!
DELETE FROM programmes WHERE in_force = 0 AND version <= :newest - :kept;
