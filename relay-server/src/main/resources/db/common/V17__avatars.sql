-- Whether an upload is somebody's picture is asked for every download of it.
CREATE INDEX users_by_avatar ON users (avatar_url);
