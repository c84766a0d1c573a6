-- Chats take turns by a number in place of a time, so that what is next stands first in an index, however long the
-- outbox is. A row's turn is one more than that of the row before it in its chat, or than the chat's last turn.
ALTER TABLE outbox ADD COLUMN turn BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE chats ADD COLUMN turn BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE chats DROP COLUMN told_at;
CREATE INDEX chats_turn ON chats (turn);
DROP INDEX outbox_waiting;
CREATE INDEX outbox_next ON outbox (state, priority, turn, id);
CREATE INDEX outbox_next_of_chat ON outbox (state, chat_id, priority, turn, id);
