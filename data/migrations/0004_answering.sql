-- Since when an organiser's next message answers the question.
ALTER TABLE questions ADD COLUMN answering_since INTEGER;
