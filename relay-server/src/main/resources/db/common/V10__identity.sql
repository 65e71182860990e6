-- Who a person is beyond a name and a password: a proven email, identities elsewhere, what was sent
-- by mail. Secrets are kept as hashes only.
ALTER TABLE users ADD COLUMN email_verified_at BIGINT;
-- A deleted account keeps its row, without anything personal, so that messages keep a sender.
ALTER TABLE users ADD COLUMN deleted_at BIGINT;

CREATE INDEX sessions_by_end ON sessions (ended_at) WHERE ended_at IS NOT NULL;

-- Hashes of user names that nobody may take yet: those of deleted accounts.
CREATE TABLE retired_names (
  name_hash TEXT PRIMARY KEY,
  until     BIGINT NOT NULL
);

CREATE TABLE external_identities (
  issuer     TEXT NOT NULL,
  subject    TEXT NOT NULL,
  user_id    TEXT NOT NULL REFERENCES users (id),
  created_at BIGINT NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX external_identities_of_user ON external_identities (user_id);

-- Our session for an issuer's own tokens: one for each of its sessions, or one for all where its
-- tokens name none (sid is empty).
CREATE TABLE external_sessions (
  issuer     TEXT NOT NULL,
  subject    TEXT NOT NULL,
  sid        TEXT NOT NULL,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  PRIMARY KEY (issuer, subject, sid)
);
CREATE INDEX external_sessions_of_session ON external_sessions (session_id);

-- A sign-in at a provider that is under way.
CREATE TABLE oidc_flows (
  id_hash      TEXT PRIMARY KEY,
  provider     TEXT NOT NULL,
  redirect_uri TEXT NOT NULL,
  state_hash   TEXT NOT NULL,
  nonce        TEXT NOT NULL,
  verifier     TEXT NOT NULL,
  expires_at   BIGINT NOT NULL
);

-- A proven identity that waits for the password of the account it shall belong to.
CREATE TABLE link_tokens (
  hash       TEXT PRIMARY KEY,
  issuer     TEXT NOT NULL,
  subject    TEXT NOT NULL,
  user_id    TEXT NOT NULL REFERENCES users (id),
  expires_at BIGINT NOT NULL
);

-- What a mail's link or code proves. The newest of a purpose counts.
CREATE TABLE mail_tokens (
  hash       TEXT PRIMARY KEY,
  purpose    TEXT NOT NULL,
  user_id    TEXT NOT NULL REFERENCES users (id),
  email      TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX mail_tokens_of_user ON mail_tokens (user_id, purpose);
