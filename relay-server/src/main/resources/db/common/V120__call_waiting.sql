-- Somebody who is in two calls has one of them on hold.
ALTER TABLE call_participants ADD COLUMN held BIGINT NOT NULL DEFAULT 0;

-- With whom calls may connect directly.
ALTER TABLE user_settings ADD COLUMN sees_address TEXT NOT NULL DEFAULT 'contacts';
