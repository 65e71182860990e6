-- The messages that are pinned in a conversation, as JSON: they are read with it, and there are few.
ALTER TABLE conversations ADD COLUMN pins TEXT;
