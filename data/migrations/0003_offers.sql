-- Whether the format a proposed programme came in tells everything, as our own does.
ALTER TABLE proposals ADD COLUMN whole INTEGER NOT NULL DEFAULT 1 CHECK (whole IN (0, 1));
