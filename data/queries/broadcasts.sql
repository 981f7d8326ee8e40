-- name: add(organiser_id, html, state, written_at)$
INSERT INTO broadcasts (organiser_id, html, audience, state, written_at)
VALUES (:organiser_id, :html, 'all', :state, :written_at)
RETURNING id;

-- name: get(id)^
SELECT id, organiser_id, html, audience, state, started_at, progress_message_id FROM broadcasts WHERE id = :id;

-- name: writing(organiser_id, since)^
SELECT id FROM broadcasts
WHERE organiser_id = :organiser_id AND state = 'writing' AND written_at >= :since ORDER BY id DESC LIMIT 1;

-- name: sending()
SELECT id, organiser_id, html, audience, state, started_at, progress_message_id
FROM broadcasts WHERE state IN ('sending', 'stopping') ORDER BY id;

-- name: write(html, id)!
UPDATE broadcasts SET html = :html, state = 'draft' WHERE id = :id AND state = 'writing';

-- name: choose_audience(audience, id)!
UPDATE broadcasts SET audience = :audience WHERE id = :id AND state = 'draft';

-- name: start(started_at, message_id, id)!
UPDATE broadcasts SET state = 'sending', started_at = :started_at, progress_message_id = :message_id
WHERE id = :id AND state = 'draft';

-- name: finish(state, id)!
UPDATE broadcasts SET state = :state WHERE id = :id AND state IN ('writing', 'draft', 'sending', 'stopping');

-- name: drop_unsent(organiser_id)!
DELETE FROM broadcasts WHERE organiser_id = :organiser_id AND state IN ('writing', 'draft');

-- name: drop_textless(organiser_id)!
DELETE FROM broadcasts WHERE organiser_id = :organiser_id AND state = 'writing';

-- name: forget_author(organiser_id)!
UPDATE broadcasts SET organiser_id = NULL WHERE organiser_id = :organiser_id;

-- name: erase_texts()!
UPDATE broadcasts
SET organiser_id = NULL, html = '', state = CASE WHEN state IN ('writing', 'draft') THEN 'stopped' ELSE state END;

-- name: to_all()
SELECT chat_id, quiet_hours FROM attendees WHERE blocked_at IS NULL ORDER BY chat_id;

-- name: to_language(language)
SELECT chat_id, quiet_hours FROM attendees WHERE blocked_at IS NULL AND language = :language ORDER BY chat_id;

-- name: to_followers(track_id)
SELECT a.chat_id, a.quiet_hours
FROM attendees AS a JOIN subscriptions AS s ON s.chat_id = a.chat_id
WHERE a.blocked_at IS NULL AND s.track_id = :track_id ORDER BY a.chat_id;

-- name: by_language()
SELECT language, count(*) AS people FROM attendees WHERE blocked_at IS NULL GROUP BY language ORDER BY language;

-- name: by_track()
SELECT s.track_id, count(*) AS people
FROM attendees AS a JOIN subscriptions AS s ON s.chat_id = a.chat_id
WHERE a.blocked_at IS NULL GROUP BY s.track_id ORDER BY people DESC, s.track_id;
