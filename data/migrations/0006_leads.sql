-- A favourite's own lead in minutes instead of whether it is reminded of: 0 is off, NULL the person's own.
ALTER TABLE favourites ADD COLUMN reminder_minutes INTEGER;
UPDATE favourites SET reminder_minutes = 0 WHERE reminded = 0;
ALTER TABLE favourites DROP COLUMN reminded;
