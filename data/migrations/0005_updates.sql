-- The inbox is what organisers call the questions nobody could answer; these are Telegram's updates.
ALTER TABLE inbox RENAME TO updates;
DROP INDEX inbox_unhandled;
CREATE INDEX updates_unhandled ON updates (update_id) WHERE body IS NOT NULL;
