-- Feeds whose hub tells us what is new (WebSub): one row a feed that names a hub.
CREATE TABLE subscriptions (
  feed_id BIGINT PRIMARY KEY REFERENCES feeds (id) ON DELETE CASCADE,
  hub VARCHAR(2000) NOT NULL,
  topic VARCHAR(2000) NOT NULL,
  -- the last part of the address the hub is to call: known to it alone
  path VARCHAR(64) NOT NULL,
  -- what the hub signs with
  secret VARCHAR(64) NOT NULL,
  -- WANTED, ASKED, ACTIVE
  state VARCHAR(10) NOT NULL,
  reason VARCHAR(500) DEFAULT '' NOT NULL,
  failures INT DEFAULT 0 NOT NULL,
  -- when the hub is to be asked, or asked again
  due_at TIMESTAMP WITH TIME ZONE NOT NULL,
  lease_until TIMESTAMP WITH TIME ZONE,
  last_push_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT subscriptions_path UNIQUE (path)
);
CREATE INDEX subscriptions_due ON subscriptions (due_at);
