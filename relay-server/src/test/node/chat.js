// Socket.IO's own client against a whole relay: node chat.js ADDRESS TRANSPORTS CONVERSATION TOKEN
// TOKEN, the tokens being of two people in the conversation.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { io } from "socket.io-client";

const [address, transportList, conversationId, anasToken, bensToken] = process.argv.slice(2);
const patience = 20_000;
setTimeout(() => {
  console.error("took too long");
  process.exit(1);
}, 4 * patience).unref();

const connect = (auth) =>
  io(address, {
    transports: transportList.split(","),
    forceNew: true,
    reconnectionDelay: 10,
    reconnectionDelayMax: 50,
    auth,
  });

for (const [auth, slug] of [
  [{}, "unauthenticated"],
  [{ token: anasToken.slice(0, -6) + "AAAAAA" }, "token-invalid"],
]) {
  const refused = connect(auth);
  const [error] = await once(refused, "connect_error");
  assert.equal(error.message, slug);
  assert.equal(error.data.type, `urn:windowshop:problem:${slug}`);
  refused.close();
}

const ana = connect({ token: anasToken });
const ben = connect({ token: bensToken });
const seen = [];
ben.on("new_message", (message) => seen.push(message));
const [[ready]] = await Promise.all([once(ana, "ready"), once(ben, "ready")]);
assert.equal(ready.protocolVersion, 1);

const send = (socket, content, clientId = randomUUID()) =>
  socket
    .timeout(patience)
    .emitWithAck("send_message", { conversationId, clientId, type: "text", content });
const until = async (condition) => {
  while (!condition()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

for (let i = 0; i < 20; i++) {
  const answer = await send(ana, `hello ${i}`);
  assert.equal(answer.ok, true, JSON.stringify(answer));
  assert.equal(answer.message.content, `hello ${i}`);
}
await until(() => seen.length >= 20);
assert.deepEqual(
  seen.map((message) => message.content),
  Array.from({ length: 20 }, (_, i) => `hello ${i}`),
);

const clientId = randomUUID();
const once1 = await send(ana, "only once", clientId);
const once2 = await send(ana, "only once", clientId);
assert.equal(once1.message.id, once2.message.id);

const odd = await ana.timeout(patience).emitWithAck("send_message", Buffer.from([1, 2, 3]));
assert.equal(odd.ok, false);
assert.equal(odd.problem.status, 422);

// A line that breaks comes back by itself, with the same token.
ben.io.engine.close();
await once(ben, "ready");
await send(ana, "are you back?");
await until(() => seen.at(-1).content === "are you back?");

ana.close();
ben.close();
console.log("checked");
