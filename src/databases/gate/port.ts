// A port of the gate, which leads to the database of a project's clusters.
import { createServer, type Server, type Socket } from "node:net";
import type { Target } from "./address.ts";
import { dial } from "./dial.ts";
import { openTunnel, type Tunnel } from "./tunnel.ts";

export interface Inside {
  readonly ip: string;
  readonly socket: Socket;
  /** The tunnel to the database; null until it is reached. */
  tunnel: Tunnel | null;
}

interface PortDeps {
  readonly target: Target;
  /** Takes a place among the connections of the gate; returns the function that gives it back, or logs why there is none. */
  readonly take: (ip: string) => (() => void) | undefined;
  /** Reports whether an address is on the project's list; false has been logged for the operator. */
  readonly admits: (ip: string) => Promise<boolean>;
  readonly reportIn: () => void;
  readonly reportAway: (reason: unknown) => void;
}

/** Returns the address, without the zone of a link-local one. */
const ipOf = ({ remoteAddress = "" }: Socket): string => remoteAddress.replace(/%.*/, "");

export interface Port {
  readonly server: Server;
  readonly inside: ReadonlySet<Inside>;
}

export function createPort({ target, take, admits, reportIn, reportAway }: PortDeps): Port {
  const inside = new Set<Inside>();

  async function receive(socket: Socket): Promise<void> {
    const ip = ipOf(socket);
    const giveBack = take(ip);
    if (giveBack === undefined || ip === "") {
      giveBack?.();
      socket.destroy();
      return;
    }
    const one: Inside = { ip, socket, tunnel: null };
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
      const database = await dial(target);
      // The address may have been removed from the list meanwhile.
      if (socket.destroyed) return void database.destroy();
      one.tunnel = openTunnel(socket, database);
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
