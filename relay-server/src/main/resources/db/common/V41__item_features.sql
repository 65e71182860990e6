-- Words about products that are worked out from the whole catalogue, beside those that came with
-- each. Made again with the popularity.
CREATE TABLE item_features (
  product_id TEXT PRIMARY KEY,
  features   TEXT NOT NULL        -- JSON array of key:value words
);
