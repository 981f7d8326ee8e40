-- name: in_force()^
SELECT version, digest, document, plan FROM programmes WHERE in_force = 1;

-- name: version()$
SELECT version FROM programmes WHERE in_force = 1;

-- name: retire()!
UPDATE programmes SET in_force = 0 WHERE in_force = 1;

-- name: add(imported_at, source, digest, document, plan)$
INSERT INTO programmes (imported_at, source, digest, document, plan)
VALUES (:imported_at, :source, :digest, :document, :plan)
RETURNING version;

-- name: forget_oldest(newest, kept)!
DELETE FROM programmes WHERE in_force = 0 AND version <= :newest - :kept;
