// Connections beyond those that are served: each may say what it wants, is refused in true words, and ends.
import type { Server, Socket } from "node:net";
import type { Duplex } from "node:stream";

/** Connections at a time that are served. */
export const mostConnections = 5_000;
/** Further ones at a time that may say what they want: whoever has been silent for longest makes room. */
const mostBeyond = 500;

/** Whether a connection, that of a request, is one too many at this moment. */
export type IsBeyond = (socket: Duplex & { _parent?: Duplex | null }) => boolean;

/** Watches the connections of a server, which hold a place from before they have said a word. */
export function watchCrowd(server: Server, most = mostConnections, furthest = mostBeyond): IsBeyond {
  let open = 0;
  /** Longest first. */
  const beyond = new Set<Duplex>();
  server.on("connection", (socket: Socket) => {
    open++;
    socket.once("close", () => {
      open--;
      beyond.delete(socket);
    });
    if (open - beyond.size <= most) return;
    beyond.add(socket);
    const [oldest] = beyond;
    if (oldest === undefined || beyond.size <= furthest) return;
    beyond.delete(oldest);
    oldest.destroy();
  });
  return (given) => {
    if (beyond.size === 0) return false;
    // What lies under a socket of TLS has no public name in Node.
    const socket = given._parent ?? given;
    // There is room by now, perhaps.
    if (open - beyond.size < most) beyond.delete(socket);
    return beyond.has(socket);
  };
}
