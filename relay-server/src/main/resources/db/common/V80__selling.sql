-- Sellers: their shop's page, what they edit and when it changed, and what shoppers say and keep.
ALTER TABLE shops ADD COLUMN banner_url TEXT;
-- JSON {delivery, returns, payment}
ALTER TABLE shops ADD COLUMN policies TEXT;
-- JSON array of {title, text}
ALTER TABLE shops ADD COLUMN quick_replies TEXT;
-- Counts the edits, so that no edit overwrites one that it did not see.
ALTER TABLE shops ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE products ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
-- What a hidden product is to its seller: 'draft', 'archived' or 'deleted'.
ALTER TABLE products ADD COLUMN off_as TEXT NOT NULL DEFAULT 'draft';
-- JSON object, value by name, in order
ALTER TABLE products ADD COLUMN attributes TEXT NOT NULL DEFAULT '{}';
CREATE INDEX products_of_shop ON products (shop_id, id);

-- Which products changed since, by the value of relay_state 'catalogue' then; a product of '*' is
-- all of them.
CREATE TABLE product_changes (
  product_id TEXT PRIMARY KEY,
  change     BIGINT NOT NULL
);
CREATE INDEX product_changes_by_change ON product_changes (change);

-- What sellers did to their stock by hand. Rows are added and never changed.
CREATE TABLE stock_log (
  id         TEXT PRIMARY KEY,
  variant_id TEXT NOT NULL REFERENCES variants (id),
  user_id    TEXT NOT NULL,
  delta      INTEGER NOT NULL,
  stock      INTEGER NOT NULL,
  note       TEXT,
  at         BIGINT NOT NULL
);
CREATE INDEX stock_log_of_variant ON stock_log (variant_id, at);

ALTER TABLE reviews ADD COLUMN author_id TEXT;
-- JSON array of {url, thumbUrl, alt}
ALTER TABLE reviews ADD COLUMN photos TEXT NOT NULL DEFAULT '[]';
ALTER TABLE reviews ADD COLUMN helpful INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reviews ADD COLUMN edited_at BIGINT;
CREATE UNIQUE INDEX reviews_of_author ON reviews (author_id, product_id);

CREATE TABLE review_votes (
  review_id TEXT NOT NULL,
  user_id   TEXT NOT NULL,
  PRIMARY KEY (review_id, user_id)
);
CREATE INDEX review_votes_of_user ON review_votes (user_id);

CREATE TABLE wishes (
  user_id    TEXT NOT NULL REFERENCES users (id),
  product_id TEXT NOT NULL REFERENCES products (id),
  price      BIGINT NOT NULL,
  added_at   BIGINT NOT NULL,
  PRIMARY KEY (user_id, product_id)
);

-- Put aside from the cart for later.
CREATE TABLE saved_lines (
  user_id    TEXT NOT NULL REFERENCES users (id),
  position   INTEGER NOT NULL,
  variant_id TEXT NOT NULL REFERENCES variants (id),
  quantity   INTEGER NOT NULL,
  PRIMARY KEY (user_id, position)
);

CREATE TABLE addresses (
  id         TEXT PRIMARY KEY,
  user_id    TEXT NOT NULL REFERENCES users (id),
  label      TEXT,
  address    TEXT NOT NULL,
  standard   INTEGER NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE INDEX addresses_of_user ON addresses (user_id, id);
