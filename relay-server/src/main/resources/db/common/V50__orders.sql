-- Orders, what is held for them, and the money. Amounts are minor units of the relay's currency.
CREATE TABLE orders (
  id              TEXT PRIMARY KEY,
  buyer_id        TEXT NOT NULL REFERENCES users (id),
  -- The checkout that made it: the same one never makes a second.
  request_id      TEXT NOT NULL UNIQUE,
  status          TEXT NOT NULL,
  address         TEXT NOT NULL,
  delivery_method TEXT NOT NULL,
  items           BIGINT NOT NULL,
  delivery        BIGINT NOT NULL,
  created_at      BIGINT NOT NULL,
  updated_at      BIGINT NOT NULL,
  -- While unpaid: when it is given up.
  expires_at      BIGINT
);
CREATE INDEX orders_of_buyer ON orders (buyer_id, id);
CREATE INDEX orders_by_expiry ON orders (expires_at);

CREATE TABLE order_lines (
  order_id   TEXT NOT NULL REFERENCES orders (id),
  position   INTEGER NOT NULL,
  variant_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  shop_id    TEXT NOT NULL,
  title      TEXT NOT NULL,
  options    TEXT NOT NULL,
  image_url  TEXT,
  quantity   INTEGER NOT NULL,
  unit_price BIGINT NOT NULL,
  PRIMARY KEY (order_id, position)
);

CREATE TABLE fulfilments (
  order_id   TEXT NOT NULL REFERENCES orders (id),
  shop_id    TEXT NOT NULL,
  shop_name  TEXT NOT NULL,
  seller_id  TEXT NOT NULL,
  status     TEXT NOT NULL,
  delivery   BIGINT NOT NULL,
  tracking   TEXT,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (order_id, shop_id)
);
CREATE INDEX fulfilments_of_seller ON fulfilments (seller_id, order_id);

CREATE TABLE order_steps (
  order_id TEXT NOT NULL REFERENCES orders (id),
  position INTEGER NOT NULL,
  at       BIGINT NOT NULL,
  kind     TEXT NOT NULL,
  shop_id  TEXT,
  note     TEXT,
  PRIMARY KEY (order_id, position)
);

-- Stock that is spoken for. The owner is a user's id or a call's; what is left for somebody is the
-- stock less what others hold.
CREATE TABLE stock_holds (
  id         TEXT PRIMARY KEY,
  owner      TEXT NOT NULL,
  order_id   TEXT,
  variant_id TEXT NOT NULL,
  quantity   INTEGER NOT NULL CHECK (quantity > 0),
  expires_at BIGINT NOT NULL
);
CREATE INDEX stock_holds_of_variant ON stock_holds (variant_id, expires_at);
CREATE INDEX stock_holds_of_order ON stock_holds (order_id);

CREATE TABLE payments (
  id         TEXT PRIMARY KEY,
  order_id   TEXT NOT NULL UNIQUE REFERENCES orders (id),
  provider   TEXT NOT NULL,
  status     TEXT NOT NULL,
  amount     BIGINT NOT NULL,
  captured   BIGINT NOT NULL DEFAULT 0,
  refunded   BIGINT NOT NULL DEFAULT 0,
  -- Counts the tries; part of what the provider knows a try by.
  attempt    INTEGER NOT NULL,
  token      TEXT,
  action_url TEXT,
  reason     TEXT,
  updated_at BIGINT NOT NULL,
  CHECK (captured <= amount AND refunded <= captured)
);

CREATE TABLE transactions (
  id         TEXT PRIMARY KEY,
  order_id   TEXT NOT NULL,
  payment_id TEXT NOT NULL REFERENCES payments (id),
  provider   TEXT NOT NULL,
  kind       TEXT NOT NULL,
  amount     BIGINT NOT NULL CHECK (amount >= 0),
  -- What the provider knows it by; a report that comes twice is booked once.
  reference  TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (payment_id, kind, reference)
);
CREATE INDEX transactions_of_order ON transactions (order_id);

CREATE TABLE delivery_prices (
  shop_id TEXT NOT NULL REFERENCES shops (id),
  method  TEXT NOT NULL,
  amount  BIGINT NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (shop_id, method)
);

-- Requests that may be sent again: the first answer is kept for a day.
CREATE TABLE idempotent_requests (
  user_id    TEXT NOT NULL,
  route      TEXT NOT NULL,
  key        TEXT NOT NULL,
  id         TEXT NOT NULL,
  body_hash  TEXT NOT NULL,
  -- The relay process that runs it: one that died left it for the next try to finish.
  process    TEXT NOT NULL,
  status     INTEGER,
  answer     TEXT,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (user_id, route, key)
);
CREATE INDEX idempotent_requests_by_age ON idempotent_requests (created_at);
