// Reaches a database at the first of its addresses that accepts a connection.
import { resolveSrv } from "node:dns/promises";
import { connect, type Socket } from "node:net";
import { second } from "../../core/domain/instant.ts";
import type { Target } from "./address.ts";

const patience = 3 * second;

const hostsOf = async (target: Target) =>
  target.kind === "hosts"
    ? target.hosts
    : (await resolveSrv(`_mongodb._tcp.${target.name}`)).map(({ name, port }) => ({ host: name, port }));

const tryOne = (at: { readonly host: string; readonly port: number }) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = connect({ ...at, allowHalfOpen: true, noDelay: true, keepAlive: true });
    const late = setTimeout(() => socket.destroy(new Error("no answer in time")), patience);
    socket.once("error", reject);
    socket.once("close", () => clearTimeout(late));
    socket.once("connect", () => {
      clearTimeout(late);
      socket.off("error", reject);
      resolve(socket);
    });
  });

export async function dial(target: Target): Promise<Socket> {
  let reason: unknown;
  for (const at of await hostsOf(target)) {
    try {
      return await tryOne(at);
    } catch (thrown) {
      reason = thrown;
    }
  }
  throw reason;
}
