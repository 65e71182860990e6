-- An order that lapses unpaid gives its offer back.
CREATE INDEX offers_by_order ON offers (order_id);
CREATE INDEX offers_by_seller ON offers (seller_id);
CREATE INDEX offers_by_buyer ON offers (buyer_id);

-- Those whose order has lapsed before: they are open, and what has expired since ends in a moment.
UPDATE offers SET state = 'open', order_id = NULL, told = 0
WHERE state = 'accepted' AND order_id IN (
  SELECT o.id FROM orders o WHERE o.status = 'cancelled'
    AND NOT EXISTS (SELECT 1 FROM payments p WHERE p.order_id = o.id AND p.captured > 0)
    AND EXISTS (SELECT 1 FROM order_steps s WHERE s.order_id = o.id AND s.kind = 'expired'));
