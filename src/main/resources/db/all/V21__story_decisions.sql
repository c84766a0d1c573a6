-- Who places an item in its story holds this row until the end of the transaction: of two polls at once, one sees the other's.
CREATE TABLE story_turn (
  id INT PRIMARY KEY
);
INSERT INTO story_turn (id) VALUES (1);

-- The chat's earlier alert that an item was compared with, what was found, by name, and the words or numbers that decided.
ALTER TABLE outbox ADD COLUMN like_alert BIGINT;
ALTER TABLE outbox ADD COLUMN like_reason VARCHAR(20);
ALTER TABLE outbox ADD COLUMN like_detail VARCHAR(100);
CREATE INDEX outbox_like ON outbox (like_alert);
