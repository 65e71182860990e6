-- The shop. Amounts are minor units of the relay's one currency (relay_state 'currency');
-- relay_state 'catalogue' is raised with every change that shoppers should see.
CREATE TABLE shops (
  id          TEXT PRIMARY KEY,
  name        TEXT NOT NULL,
  name_key    TEXT NOT NULL UNIQUE,
  owner_id    TEXT NOT NULL UNIQUE REFERENCES users (id),
  description TEXT,
  avatar_url  TEXT,
  color       TEXT,
  created_at  BIGINT NOT NULL
);

CREATE TABLE categories (
  id        TEXT PRIMARY KEY,
  slug      TEXT NOT NULL UNIQUE,
  name      TEXT NOT NULL,
  parent_id TEXT REFERENCES categories (id),
  image_url TEXT,
  color     TEXT,
  position  INTEGER NOT NULL
);

CREATE TABLE products (
  id          TEXT PRIMARY KEY,
  shop_id     TEXT NOT NULL REFERENCES shops (id),
  handle      TEXT NOT NULL,
  title       TEXT NOT NULL,
  description TEXT NOT NULL,
  category_id TEXT NOT NULL REFERENCES categories (id),
  brand       TEXT,
  features    TEXT NOT NULL,      -- JSON array of key:value words
  tags        TEXT NOT NULL,      -- JSON array
  color       TEXT,
  hidden      INTEGER NOT NULL DEFAULT 0,
  source_hash TEXT,               -- of what an import last read, to tell a change
  created_at  BIGINT NOT NULL,
  updated_at  BIGINT NOT NULL,
  UNIQUE (shop_id, handle)
);
CREATE INDEX products_of_category ON products (category_id);

CREATE TABLE product_options (
  product_id TEXT NOT NULL REFERENCES products (id),
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  "values"   TEXT NOT NULL,       -- JSON array, in the order to show
  PRIMARY KEY (product_id, position)
);

CREATE TABLE variants (
  id               TEXT PRIMARY KEY,
  product_id       TEXT NOT NULL REFERENCES products (id),
  position         INTEGER NOT NULL,
  sku              TEXT,
  options          TEXT NOT NULL, -- JSON object, value by option name
  price            BIGINT NOT NULL,
  compare_at_price BIGINT,
  stock            INTEGER NOT NULL,
  retired          INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX variants_of_product ON variants (product_id, position);

CREATE TABLE product_media (
  product_id TEXT NOT NULL REFERENCES products (id),
  position   INTEGER NOT NULL,
  url        TEXT NOT NULL,
  thumb_url  TEXT NOT NULL,
  alt        TEXT,
  PRIMARY KEY (product_id, position)
);

-- Where an import says that pictures are. Until one is fetched, a drawn one stands in.
CREATE TABLE image_sources (
  product_id TEXT NOT NULL REFERENCES products (id),
  position   INTEGER NOT NULL,
  url        TEXT NOT NULL,
  alt        TEXT,
  fetched    TEXT,                -- hash of what was fetched, part of its path
  PRIMARY KEY (product_id, position)
);

CREATE TABLE reviews (
  id         TEXT PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES products (id),
  author     TEXT NOT NULL,
  stars      INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
  text       TEXT NOT NULL,
  verified   INTEGER NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX reviews_of_product ON reviews (product_id, created_at, id);

-- The actor is a user's id or the hash of a guest's own id. An id sent twice counts once.
CREATE TABLE interactions (
  actor      TEXT NOT NULL,
  id         TEXT NOT NULL,
  product_id TEXT NOT NULL,
  type       TEXT NOT NULL,
  at         BIGINT NOT NULL,
  dwell_ms   BIGINT,
  PRIMARY KEY (actor, id)
);
CREATE INDEX interactions_by_actor ON interactions (actor, at);
CREATE INDEX interactions_by_time ON interactions (at);

-- Decayed counts of interactions, 0 to 1: the newest snapshot of every product.
CREATE TABLE popularity (
  product_id TEXT PRIMARY KEY,
  popular    DOUBLE PRECISION NOT NULL, -- 7-day half-life
  trending   DOUBLE PRECISION NOT NULL  -- 3-day half-life
);

CREATE TABLE cart_lines (
  user_id    TEXT NOT NULL REFERENCES users (id),
  position   INTEGER NOT NULL,
  variant_id TEXT NOT NULL REFERENCES variants (id),
  quantity   INTEGER NOT NULL,
  PRIMARY KEY (user_id, position)
);

-- A guest's cart and interests are taken over once.
CREATE TABLE merged_guests (
  guest     TEXT PRIMARY KEY,
  user_id   TEXT NOT NULL REFERENCES users (id),
  merged_at BIGINT NOT NULL
);
