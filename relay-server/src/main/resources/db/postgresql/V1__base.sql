-- What the relay itself must remember. Features add their own migrations, numbered on from here.
CREATE TABLE relay_state (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
