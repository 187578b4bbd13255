// Finds one HTTP answer in received bytes, reading no more of it than the status line and how long it is.

const headEnd = Buffer.from("\r\n\r\n");

/**
 * @typedef {{ status: number, head: string, body: Buffer, size: number }} Answer `size` counts head and body in bytes
 * @param {Buffer} bytes
 * @returns {Answer | undefined} undefined until the whole answer has come
 */
export function readAnswer(bytes) {
  const end = bytes.indexOf(headEnd);
  if (end === -1) return undefined;
  const head = bytes.toString("latin1", 0, end);
  const status = Number(head.slice(9, 12));
  const bodyStart = end + headEnd.length;
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) {
    const chunked = readChunks(bytes, bodyStart);
    return chunked && { status, head, ...chunked };
  }
  const size = bodyStart + readLength(head);
  if (bytes.length < size) return undefined;
  return { status, head, body: bytes.subarray(bodyStart, size), size };
}

/** A body in chunks, without trailers. @param {Buffer} bytes @param {number} start */
function readChunks(bytes, start) {
  const chunks = [];
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf("\r\n", at);
    if (lineEnd === -1) return undefined;
    const from = lineEnd + 2;
    const to = from + Number.parseInt(bytes.toString("latin1", at, lineEnd), 16);
    if (bytes.length < to + 2) return undefined;
    if (to === from) return { body: Buffer.concat(chunks), size: to + 2 };
    chunks.push(bytes.subarray(from, to));
    at = to + 2;
  }
}

/** @param {string} head */
function readLength(head) {
  // One that has no body says nothing of its length.
  if (head.startsWith("HTTP/1.1 204 ")) return 0;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer that does not say how long it is:\n${head}`);
  return Number(length);
}
