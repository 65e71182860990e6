-- Whether an upload is a group's picture is asked for every download of it.
CREATE INDEX conversations_by_avatar ON conversations (avatar_url);
