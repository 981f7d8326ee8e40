-- name: hold(until)!
INSERT INTO holds (id, until) VALUES (1, :until) ON CONFLICT (id) DO UPDATE SET until = max(until, excluded.until);

-- name: until()$
SELECT until FROM holds;
