-- name: get(source)^
SELECT digest, etag, modified, failing FROM sources WHERE source = :source;

-- name: seen(source, digest, etag, modified)!
INSERT INTO sources (source, digest, etag, modified) VALUES (:source, :digest, :etag, :modified)
ON CONFLICT (source) DO UPDATE SET digest = excluded.digest, etag = excluded.etag, modified = excluded.modified;

-- name: failing(source, failing)!
INSERT INTO sources (source, failing) VALUES (:source, :failing)
ON CONFLICT (source) DO UPDATE SET failing = excluded.failing;
