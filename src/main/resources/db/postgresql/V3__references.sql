-- Indexes for what refers to items, so that deleting one need not read a whole table. H2 makes them by itself.
CREATE INDEX hits_item ON hits (item_id);
CREATE INDEX outbox_item ON outbox (item_id);
