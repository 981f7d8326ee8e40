-- For how many seconds the silence was asked for. It is not known of one kept before: an hour at most, then Telegram says so again.
ALTER TABLE holds ADD COLUMN seconds INTEGER NOT NULL DEFAULT 3600;
