// A door of the gate: a port that leads to the database of a project's clusters.
import { createServer, type Server, type Socket } from "node:net";
import type { Target } from "./address.ts";
import { openPassage, type Passage } from "./passage.ts";
import { reach } from "./reaching.ts";

export interface Inside {
  readonly ip: string;
  readonly socket: Socket;
  /** Null until the database is reached. */
  passage: Passage | null;
}

interface DoorDeps {
  readonly target: Target;
  /** Takes a place among the connections of the gate; says why not, or gives it back with the function that it returns. */
  readonly take: (ip: string) => (() => void) | undefined;
  /** Reports whether an address is on the project's list; a false has been logged for the operator. */
  readonly admits: (ip: string) => Promise<boolean>;
  readonly reportIn: () => void;
  readonly reportAway: (reason: unknown) => void;
}

/** Without the zone that addresses of one link have. */
const ipOf = ({ remoteAddress = "" }: Socket): string => remoteAddress.replace(/%.*/, "");

export interface Door {
  readonly server: Server;
  readonly inside: ReadonlySet<Inside>;
}

export function createDoor({ target, take, admits, reportIn, reportAway }: DoorDeps): Door {
  const inside = new Set<Inside>();

  async function receive(socket: Socket): Promise<void> {
    const ip = ipOf(socket);
    const giveBack = take(ip);
    if (giveBack === undefined || ip === "") {
      giveBack?.();
      socket.destroy();
      return;
    }
    const one: Inside = { ip, socket, passage: null };
    inside.add(one);
    socket.once("close", () => {
      inside.delete(one);
      giveBack();
    });
    if (!(await admits(ip)) || socket.destroyed) {
      socket.destroy();
      return;
    }
    try {
      const database = await reach(target);
      // The list may have lost its address meanwhile.
      if (socket.destroyed) return void database.destroy();
      one.passage = openPassage(socket, database);
      reportIn();
    } catch (reason) {
      reportAway(reason);
      socket.destroy();
    }
  }

  const options = { allowHalfOpen: true, pauseOnConnect: true, noDelay: true, keepAlive: true };
  const server = createServer(options, (socket) => {
    socket.on("error", () => socket.destroy());
    void receive(socket);
  });
  return { server, inside };
}
