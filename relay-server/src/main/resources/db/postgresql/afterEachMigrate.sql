-- Text is compared by code point, as in SQLite, whatever the database's own collation is: the same
-- order and the same answers on both, and the migrations in db/common need not know.
DO $$
DECLARE
  text_column record;
BEGIN
  FOR text_column IN
    SELECT c.table_name, c.column_name
    FROM information_schema.columns c
    JOIN information_schema.tables t
      ON t.table_schema = c.table_schema AND t.table_name = c.table_name
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
      AND c.data_type IN ('text', 'character varying') AND c.collation_name IS NULL
      AND c.table_name <> 'flyway_schema_history'
  LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE TEXT COLLATE "C"',
      text_column.table_name, text_column.column_name);
  END LOOP;
END $$;
