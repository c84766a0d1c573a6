-- The outbox holds all that is told of its own accord: alerts, edits of them, and notices.

-- Empty for a notice.
ALTER TABLE outbox ALTER COLUMN item_id DROP NOT NULL;
-- 0 urgent, 1 instant, 2 digest: what a chat is told first
ALTER TABLE outbox ADD COLUMN priority SMALLINT DEFAULT 1 NOT NULL;
-- arrives without a sound
ALTER TABLE outbox ADD COLUMN silent BOOLEAN DEFAULT FALSE NOT NULL;
-- taken up before and put back: the chat's other messages wait for it
ALTER TABLE outbox ADD COLUMN holds_chat BOOLEAN DEFAULT FALSE NOT NULL;
-- the alert whose message is edited instead of a new one being sent
ALTER TABLE outbox ADD COLUMN edits BIGINT REFERENCES outbox (id) ON DELETE CASCADE;
-- a notice's message, JSON; and what tells it from the chat's other notices
ALTER TABLE outbox ADD COLUMN message TEXT;
ALTER TABLE outbox ADD COLUMN notice VARCHAR(200);
ALTER TABLE outbox ADD CONSTRAINT outbox_notice UNIQUE (chat_id, notice);
CREATE INDEX outbox_edits ON outbox (edits);

-- The chats take turns: who was told least recently comes first.
ALTER TABLE chats ADD COLUMN told_at TIMESTAMP WITH TIME ZONE
  DEFAULT TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' NOT NULL;

DROP INDEX outbox_due;
CREATE INDEX outbox_waiting ON outbox (settled_at, chat_id, due_at);
