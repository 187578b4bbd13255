// A request, as it is read before it is known what it asks for.
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import proxyAddress from "@fastify/proxy-addr";
import { isTrusted, type Proxies } from "../domain/proxies.ts";

export interface Asked {
  /** No other request has it, whichever process takes it. */
  readonly id: string;
  readonly method: string;
  /** Of its target, as `splitTarget` takes it apart. */
  readonly path: string;
  readonly search: string;
  readonly raw: IncomingMessage;
  readonly headers: IncomingHttpHeaders;
  /** Of the client, as proxies that are trusted pass it on. */
  readonly ip: string;
  readonly protocol: string;
  readonly socket: Socket;
}

/** Reads where a request comes from: from its connection, or from what the proxies before the server say. */
export function createWhence(proxies: Proxies): (raw: IncomingMessage) => Pick<Asked, "ip" | "protocol"> {
  const ofConnection = ({ socket }: IncomingMessage) => ({
    ip: socket.remoteAddress ?? "",
    protocol: "encrypted" in socket ? "https" : "http",
  });
  if (proxies === 0) return ofConnection;
  const trusts = (address: string, hop: number) => isTrusted(proxies, address, hop);
  return (raw) => {
    const near = ofConnection(raw);
    const forwarded = raw.headers["x-forwarded-proto"];
    return {
      ip: proxyAddress(raw, trusts) ?? near.ip,
      // The nearest proxy has written the last one.
      protocol: forwarded && trusts(near.ip, 0) ? lastOf(String(forwarded)) : near.protocol,
    };
  };
}

const lastOf = (list: string): string => list.slice(list.lastIndexOf(",") + 1).trim();
