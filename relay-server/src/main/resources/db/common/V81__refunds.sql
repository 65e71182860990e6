-- Refunds by the key that they were asked for with: the same one gives back once, also when the
-- relay died in between. Without a shop, the whole order was given up.
CREATE TABLE refunds (
  payment_id TEXT NOT NULL REFERENCES payments (id),
  key        TEXT NOT NULL,
  order_id   TEXT NOT NULL,
  shop_id    TEXT,
  amount     BIGINT NOT NULL CHECK (amount > 0),
  PRIMARY KEY (payment_id, key)
);
CREATE INDEX refunds_of_order ON refunds (order_id, shop_id);
