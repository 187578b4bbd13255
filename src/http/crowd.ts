// Connections beyond those that are served: each may say what it wants, is refused in true words, and ends.
import type { ServerResponse } from "node:http";
import type { Server, Socket } from "node:net";
import type { Duplex } from "node:stream";

export const mostConnections = 5_000;
/** Further ones at a time that may say what they want: the one that has been silent for longest makes room. */
const mostBeyond = 500;

/** Watches the connections of a server, which hold a place from before they have said a word. */
export function watchCrowd(server: Server, most = mostConnections, furthest = mostBeyond) {
  const open = new Set<Socket>();
  /** Longest first. */
  const beyond = new Set<Duplex>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => {
      open.delete(socket);
      beyond.delete(socket);
    });
    if (open.size - beyond.size <= most) return;
    beyond.add(socket);
    const [oldest] = beyond;
    if (oldest === undefined || beyond.size <= furthest) return;
    beyond.delete(oldest);
    oldest.destroy();
  });
  return {
    /** Whether a connection, that of a request, is one too many at this moment. */
    isBeyond(given: Duplex & { _parent?: Duplex | null }): boolean {
      if (beyond.size === 0) return false;
      // What lies under a socket of TLS has no public name in Node.
      const socket = given._parent ?? given;
      // There is room by now, perhaps.
      if (open.size - beyond.size < most) beyond.delete(socket);
      return beyond.has(socket);
    },
    /** How many are open. */
    count: () => open.size,
    /** Ends connections that have never said a word, such as browsers keep ready. */
    endSilent(): void {
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    },
  };
}

/** Begins a request that is sent ahead once those before it are answered and taken; until then no more is read of its connection. */
export function createTurns(): (socket: Duplex, response: ServerResponse, begin: () => void) => void {
  const waiting = new WeakMap<Duplex, number>();
  const count = (socket: Duplex, by: 1 | -1) => {
    const number = (waiting.get(socket) ?? 0) + by;
    waiting.set(socket, number);
    return number;
  };
  return (socket, response, begin) => {
    // Node gives an answer its socket when its turn comes.
    if (response.socket !== null) return begin();
    count(socket, 1);
    socket.pause();
    response.once("socket", () => {
      if (count(socket, -1) === 0) socket.resume();
      begin();
    });
  };
}
