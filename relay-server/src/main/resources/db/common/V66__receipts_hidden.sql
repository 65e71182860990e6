-- Those who do not tell how far they have read: few, and looked for with every mark.
CREATE INDEX user_settings_without_receipts ON user_settings (user_id) WHERE read_receipts = 0;
