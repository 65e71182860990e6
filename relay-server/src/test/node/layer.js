// Socket.IO's own client against the protocol layer alone, whose other side is a JUnit test:
// node layer.js ADDRESS TRANSPORTS. Says `checked` when its own questions are answered, and then
// answers the server's until it is told to finish.
import assert from "node:assert/strict";
import { once } from "node:events";
import { io } from "socket.io-client";

const [address, transportList] = process.argv.slice(2);
const transports = transportList.split(",");
const options = {
  transports,
  forceNew: true,
  reconnectionDelay: 10,
  reconnectionDelayMax: 50,
};
const patience = 20_000;
setTimeout(() => {
  console.error("took too long");
  process.exit(1);
}, 4 * patience).unref();

const ask = (socket, ...args) =>
  new Promise((resolve, reject) =>
    socket
      .timeout(patience)
      .emit(...args, (error, ...answer) => (error ? reject(error) : resolve(answer))),
  );

const refused = io(address, { ...options, auth: { token: "bad" } });
const [error] = await once(refused, "connect_error");
assert.equal(error.message, "invalid token");
assert.deepEqual(error.data, { type: "token-invalid" });
refused.close();

const socket = io(address, { ...options, auth: { token: "anna" } });
socket.on("sum", (a, b, answer) => answer(a + b));
socket.on("bytes", (answer) => answer(Buffer.from([1, 2])));
socket.on("finish", () => {
  console.log("finished");
  socket.close();
});
assert.deepEqual(await once(socket, "welcome"), ["anna"]);
if (transports.length === 2) {
  if (socket.io.engine.transport.name !== "websocket") {
    await once(socket.io.engine, "upgrade");
  }
  assert.equal(socket.io.engine.transport.name, "websocket");
}

assert.deepEqual(await ask(socket, "echo", 1, "zwei 😀", { a: true }), [1, "zwei 😀", { a: true }]);
const bytes = Buffer.from(Array.from({ length: 300 }, (_, i) => i % 256));
const [first, between, last] = await ask(socket, "echo", bytes, "between", { deep: [bytes] });
assert.deepEqual(Buffer.from(first), bytes);
assert.equal(between, "between");
assert.deepEqual(Buffer.from(last.deep[0]), bytes);
assert.equal((await ask(socket, "echo", "x".repeat(900_000)))[0].length, 900_000);
await assert.rejects(socket.timeout(50).emitWithAck("nobody listens"));
console.log("checked");
