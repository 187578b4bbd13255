// Finds one HTTP answer in received bytes, reading no more of it than the status line and Content-Length.

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
  const bodyStart = end + headEnd.length;
  const size = bodyStart + readLength(head);
  if (bytes.length < size) return undefined;
  return { status: Number(head.slice(9, 12)), head, body: bytes.subarray(bodyStart, size), size };
}

/** @param {string} head */
function readLength(head) {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer without Content-Length:\n${head}`);
  return Number(length);
}
