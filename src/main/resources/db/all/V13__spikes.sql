-- When a watch was last told to spike: none is told again for some hours.
CREATE TABLE spikes (
  watch_id BIGINT PRIMARY KEY REFERENCES watches (id) ON DELETE CASCADE,
  told_at TIMESTAMP WITH TIME ZONE NOT NULL
);
-- OFF, LOW, NORMAL, HIGH; empty for what holds unless the chat says otherwise
ALTER TABLE watches ADD COLUMN spikes VARCHAR(6) DEFAULT '' NOT NULL;
