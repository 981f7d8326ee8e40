-- name: get(organiser_id, since)^
SELECT document FROM drafts WHERE organiser_id = :organiser_id AND begun_at >= :since;

-- name: put(organiser_id, document, begun_at)!
INSERT INTO drafts (organiser_id, document, begun_at) VALUES (:organiser_id, :document, :begun_at)
ON CONFLICT (organiser_id) DO UPDATE SET document = excluded.document, begun_at = excluded.begun_at;

-- name: drop(organiser_id)!
DELETE FROM drafts WHERE organiser_id = :organiser_id;

-- name: forget_all()!
DELETE FROM drafts;
