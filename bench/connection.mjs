// A keep-alive connection over a raw socket with one request in flight: cheap, so that the server is what is measured.
import { connect } from "node:net";
import { readAnswer } from "./answer.mjs";

/** @typedef {import("./answer.mjs").Answer} Answer */

/**
 * @param {{ host: string, port: number }} address
 * @param {{ onAnswer: (answer: Answer) => void, onError: (error: Error) => void }} listener
 *   an answer's body is only readable during `onAnswer`
 */
export function openConnection({ host, port }, { onAnswer, onError }) {
  /** @type {Buffer | undefined} */
  let held;
  let closing = false;

  /** @param {Buffer} received */
  function take(received) {
    const bytes = held === undefined ? received : Buffer.concat([held, received]);
    const answer = readAnswer(bytes);
    // The receive buffer is written over by the next read, so what is kept must be copied.
    held = answer === undefined ? Buffer.from(bytes) : undefined;
    if (answer === undefined) return;
    if (answer.size !== bytes.length) throw new Error("more bytes came than one answer holds");
    onAnswer(answer);
  }

  const socket = connect({
    host,
    port,
    noDelay: true,
    onread: {
      buffer: Buffer.allocUnsafeSlow(16_384),
      callback: (count, buffer) => {
        try {
          take(Buffer.from(buffer.buffer, buffer.byteOffset, count));
        } catch (error) {
          onError(/** @type {Error} */ (error));
        }
        return true;
      },
    },
  });
  socket.on("error", onError);
  socket.on("close", () => {
    if (!closing) onError(new Error("the server closed a connection"));
  });

  return {
    /** @param {string} request */
    send: (request) => void socket.write(request, "latin1"),
    close: () => {
      closing = true;
      socket.destroy();
    },
  };
}
