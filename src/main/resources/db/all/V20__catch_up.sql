-- An alert listed in another message says so by its reason; the column was never used.
ALTER TABLE outbox DROP COLUMN listed_in;
