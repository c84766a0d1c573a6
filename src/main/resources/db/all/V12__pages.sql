-- Whether the pages of a source's items are read, where it gives only teasers.
ALTER TABLE feeds ADD COLUMN full_text BOOLEAN DEFAULT FALSE NOT NULL;

-- Items whose page is to be read.
CREATE TABLE pages (
  item_id BIGINT PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
  attempts INT DEFAULT 0 NOT NULL,
  due_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX pages_due ON pages (due_at);
