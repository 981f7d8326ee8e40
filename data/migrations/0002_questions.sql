-- Questions nobody could answer yet, each once a language and spelling, without the name of who asked.
CREATE TABLE questions (
    id INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    folded TEXT NOT NULL,
    text TEXT NOT NULL,
    times INTEGER NOT NULL DEFAULT 1,
    asked_at INTEGER NOT NULL,
    dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1)),
    answering_id INTEGER,
    answer TEXT,
    UNIQUE (language, folded)
) STRICT;

-- Who wants to hear the answer, because they said so.
CREATE TABLE waiting (
    question_id INTEGER NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
    chat_id INTEGER NOT NULL REFERENCES attendees (chat_id) ON DELETE CASCADE,
    PRIMARY KEY (question_id, chat_id)
) STRICT;

CREATE INDEX waiting_by_chat ON waiting (chat_id);
