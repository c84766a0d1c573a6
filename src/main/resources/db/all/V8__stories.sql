-- Which event an item reports. An event is named by the first item that reported it, also when that one is gone.
CREATE TABLE story_items (
  item_id BIGINT PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
  story_id BIGINT NOT NULL,
  placed_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX story_items_placed ON story_items (placed_at);
CREATE INDEX story_items_story ON story_items (story_id);

-- Whether the same event told by another outlet is written into the first alert of it.
ALTER TABLE chats ADD COLUMN groups_stories BOOLEAN DEFAULT TRUE NOT NULL;
