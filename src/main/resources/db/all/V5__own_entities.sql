-- Whether a watch is on a chat's own entity: its label is the name, its query holds the aliases and the context words.
ALTER TABLE watches ADD COLUMN own BOOLEAN DEFAULT FALSE NOT NULL;
-- How often its query or label was changed: other processes see by it that they must read it again.
ALTER TABLE watches ADD COLUMN edits INT DEFAULT 0 NOT NULL;

-- An own entity that is being made is kept here, as it is so far.
ALTER TABLE conversations ALTER COLUMN detail SET DATA TYPE VARCHAR(2000);
