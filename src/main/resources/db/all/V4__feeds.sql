-- The key stands before the source in these: with the source first, H2 looks up the source alone and reads every key it
-- ever had, however few are asked for.
DROP INDEX item_keys_guid;
DROP INDEX item_keys_link;
DROP INDEX item_keys_text;
CREATE INDEX item_keys_guid ON item_keys (guid, feed_id);
CREATE INDEX item_keys_link ON item_keys (link, feed_id);
CREATE INDEX item_keys_text ON item_keys (text, feed_id);

-- Whom an item mentions is found anew wherever it is asked; these rows were never read.
DROP TABLE mentions;

-- Gone for good: still the catalogue's and shown, but not read until the catalogue is followed again.
ALTER TABLE feeds ADD COLUMN stopped BOOLEAN DEFAULT FALSE NOT NULL;
-- Back in the catalogue, and not read since.
ALTER TABLE feeds ADD COLUMN returned BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE feeds DROP COLUMN last_checked_at;

-- The alert whose message lists this one too, after a source could not be read for long.
ALTER TABLE outbox ADD COLUMN listed_in BIGINT REFERENCES outbox (id) ON DELETE SET NULL;
CREATE INDEX outbox_listed ON outbox (listed_in);
