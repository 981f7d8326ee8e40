-- name: hold(until, seconds)!
-- The one of before gives way where it ends earlier, or was asked for in what is now the future: the clock was wrong then.
INSERT INTO holds (id, until, seconds) VALUES (1, :until, :seconds)
ON CONFLICT (id) DO UPDATE SET until = excluded.until, seconds = excluded.seconds
WHERE until < excluded.until OR until - seconds > excluded.until - excluded.seconds;

-- name: left(now)$
SELECT max(0, min(until - :now, seconds)) FROM holds;
