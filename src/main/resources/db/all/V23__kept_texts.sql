-- Texts too long for the buttons that carry them, by their hashes; the newest of each chat. They stood in conversations,
-- where one took the place of an open question.
CREATE TABLE kept_texts (
  chat_id BIGINT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
  hash VARCHAR(16) NOT NULL,
  detail VARCHAR(2000) NOT NULL,
  since TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (chat_id, hash)
);
DELETE FROM conversations WHERE expects = 'text';
