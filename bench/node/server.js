// The reference that the relay's fan-out is measured against: Socket.IO's own server and
// better-sqlite3, doing for a message what the relay does for it. A token is looked up and its
// expiry and signature checked at the handshake; a message's sender has to be a member; a known
// clientId is answered with what is stored; the message, the conversation's counters and the
// sender's read mark are committed (WAL, synchronous=FULL) before anybody hears of it; then it is
// broadcast once and acknowledged. Prints `listening on ADDRESS`, and writes seed.json.
import { createHmac, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import { Server } from "socket.io";

const { values: options } = parseArgs({
  options: {
    data: { type: "string" },
    users: { type: "string", default: "1000" },
    rooms: { type: "string", default: "10,200,1000" },
    port: { type: "string", default: "0" },
  },
});
mkdirSync(options.data, { recursive: true });
const db = new Database(join(options.data, "reference.db"));
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.pragma("foreign_keys = ON");
db.pragma("cache_size = -16000");
db.exec(`
  CREATE TABLE IF NOT EXISTS users (
    id TEXT PRIMARY KEY, username TEXT NOT NULL, display_name TEXT NOT NULL, avatar_url TEXT);
  CREATE TABLE IF NOT EXISTS sessions (
    id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id), ended_at INTEGER);
  CREATE TABLE IF NOT EXISTS conversations (
    id TEXT PRIMARY KEY, seq INTEGER NOT NULL, change INTEGER NOT NULL,
    last_activity_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS participants (
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    user_id TEXT NOT NULL REFERENCES users (id), left_at INTEGER,
    delivered_seq INTEGER NOT NULL, read_seq INTEGER NOT NULL, change INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, user_id));
  CREATE INDEX IF NOT EXISTS participants_user ON participants (user_id);
  CREATE INDEX IF NOT EXISTS participants_change ON participants (conversation_id, change);
  CREATE TABLE IF NOT EXISTS messages (
    id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL REFERENCES conversations (id),
    seq INTEGER NOT NULL, change INTEGER NOT NULL, client_id TEXT NOT NULL,
    sender_id TEXT NOT NULL REFERENCES users (id), type TEXT NOT NULL, content TEXT,
    created_at INTEGER NOT NULL);
  CREATE UNIQUE INDEX IF NOT EXISTS messages_seq ON messages (conversation_id, seq);
  CREATE INDEX IF NOT EXISTS messages_change ON messages (conversation_id, change);
  CREATE UNIQUE INDEX IF NOT EXISTS messages_client ON messages (sender_id, client_id);
`);

const secret = randomBytes(32);
const sign = (text) => createHmac("sha256", secret).update(text).digest();
const token = (userId, sessionId) => {
  const expires = Date.now() + 24 * 3600 * 1000;
  const body = Buffer.from(JSON.stringify({ userId, sessionId, expires })).toString("base64url");
  return `${body}.${sign(body).toString("base64url")}`;
};

const seed = db.transaction(() => {
  const rooms = {};
  const tokens = [];
  const users = [];
  for (let i = 0; i < Number(options.users); i++) {
    const userId = randomUUID();
    const sessionId = randomUUID();
    db.prepare("INSERT INTO users VALUES (?, ?, ?, NULL)").run(userId, `user${i}`, `User ${i}`);
    db.prepare("INSERT INTO sessions VALUES (?, ?, NULL)").run(sessionId, userId);
    users.push(userId);
    tokens.push(token(userId, sessionId));
  }
  for (const size of options.rooms.split(",").map(Number)) {
    const id = randomUUID();
    db.prepare("INSERT INTO conversations VALUES (?, 0, 0, ?)").run(id, Date.now());
    for (const userId of users.slice(0, size)) {
      db.prepare("INSERT INTO participants VALUES (?, ?, NULL, 0, 0, 0)").run(id, userId);
    }
    rooms[size] = id;
  }
  return { tokens, rooms };
});
writeFileSync(join(options.data, "seed.json"), JSON.stringify(seed()));

const sessionLives = db.prepare(
  "SELECT 1 FROM sessions WHERE id = ? AND user_id = ? AND ended_at IS NULL",
);
const conversationsOf = db
  .prepare("SELECT conversation_id FROM participants WHERE user_id = ? AND left_at IS NULL")
  .pluck();
const member = db.prepare(
  "SELECT * FROM participants WHERE conversation_id = ? AND user_id = ? AND left_at IS NULL",
);
const known = db.prepare("SELECT * FROM messages WHERE sender_id = ? AND client_id = ?");
const advance = db.prepare(`
  UPDATE conversations SET seq = seq + 1, change = change + 1,
    last_activity_at = MAX(last_activity_at, ?) WHERE id = ? RETURNING seq, change`);
const insert = db.prepare("INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
const mark = db.prepare(`
  UPDATE participants SET delivered_seq = MAX(delivered_seq, ?), read_seq = MAX(read_seq, ?),
    change = ? WHERE conversation_id = ? AND user_id = ?`);
const user = db.prepare("SELECT * FROM users WHERE id = ?");

const wire = (row) => {
  const sender = user.get(row.sender_id);
  return {
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    change: row.change,
    clientId: row.client_id,
    sender: {
      id: sender.id,
      username: sender.username,
      displayName: sender.display_name,
      avatarUrl: sender.avatar_url,
    },
    type: row.type,
    content: row.content,
    replyToId: null,
    attachments: [],
    metadata: null,
    reactions: [],
    createdAt: new Date(row.created_at).toISOString(),
    editedAt: null,
    deletedAt: null,
  };
};

const store = db.transaction((userId, body) => {
  if (!member.get(body.conversationId, userId)) {
    return { problem: { type: "urn:windowshop:problem:not-found", status: 404 } };
  }
  const before = known.get(userId, body.clientId);
  if (before) {
    return { message: wire(before), created: false };
  }
  const now = Date.now();
  const { seq, change } = advance.get(now, body.conversationId);
  const row = {
    id: randomUUID(),
    conversation_id: body.conversationId,
    seq,
    change,
    client_id: body.clientId,
    sender_id: userId,
    type: body.type,
    content: body.content,
    created_at: now,
  };
  insert.run(...Object.values(row));
  mark.run(seq, seq, change, body.conversationId, userId);
  return { message: wire(row), created: true };
});

const http = createServer();
const io = new Server(http, { transports: ["websocket", "polling"] });
io.use((socket, next) => {
  try {
    const [body, mac] = String(socket.handshake.auth.token).split(".");
    const given = Buffer.from(mac, "base64url");
    const right = sign(body);
    const claims = JSON.parse(Buffer.from(body, "base64url"));
    if (
      given.length !== right.length ||
      !timingSafeEqual(given, right) ||
      claims.expires < Date.now() ||
      !sessionLives.get(claims.sessionId, claims.userId)
    ) {
      throw new Error("token");
    }
    socket.data.userId = claims.userId;
    next();
  } catch {
    next(new Error("token-invalid"));
  }
});
io.on("connection", (socket) => {
  socket.join(`user-${socket.data.userId}`);
  for (const id of conversationsOf.all(socket.data.userId)) {
    socket.join(`conversation-${id}`);
  }
  socket.on("send_message", (body, ack) => {
    if (typeof body?.content !== "string" || body.content.length > 16000 || body.type !== "text") {
      ack({ ok: false, problem: { type: "urn:windowshop:problem:invalid", status: 422 } });
      return;
    }
    const { message, created, problem } = store.immediate(socket.data.userId, body);
    if (created) {
      io.to(`conversation-${body.conversationId}`).emit("new_message", message);
    }
    ack(problem ? { ok: false, problem } : { ok: true, message });
  });
});
http.listen(Number(options.port), "127.0.0.1", () => {
  console.log(`listening on http://127.0.0.1:${http.address().port}`);
});
process.on("SIGTERM", () => process.exit(0));
