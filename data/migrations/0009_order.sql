-- What was tried in vain goes after its equals.
DROP INDEX outbox_by_due;
CREATE INDEX outbox_by_due ON outbox (kind, due, expires, attempts) WHERE state = 'planned';
