-- Who wrote a broadcast is NULL once they have asked to be forgotten.
ALTER TABLE broadcasts ADD COLUMN author_id INTEGER;
UPDATE broadcasts SET author_id = organiser_id;
DROP INDEX broadcasts_by_organiser;
ALTER TABLE broadcasts DROP COLUMN organiser_id;
ALTER TABLE broadcasts RENAME COLUMN author_id TO organiser_id;
CREATE INDEX broadcasts_by_organiser ON broadcasts (organiser_id, state);
