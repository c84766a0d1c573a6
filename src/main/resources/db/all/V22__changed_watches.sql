-- When what a watch asks for was changed; NULL where it asks what it was made for. What is usual for it begins there.
ALTER TABLE watches ADD COLUMN changed_at TIMESTAMP WITH TIME ZONE;
