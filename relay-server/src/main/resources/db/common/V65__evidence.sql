-- What a reported message had with it: kept, and shown to moderators, until somebody has decided.
CREATE TABLE report_attachments (
  report_id     TEXT NOT NULL REFERENCES reports (id),
  attachment_id TEXT NOT NULL,
  kept          INTEGER NOT NULL,
  PRIMARY KEY (report_id, attachment_id)
);
CREATE INDEX report_attachments_by_attachment ON report_attachments (attachment_id);
