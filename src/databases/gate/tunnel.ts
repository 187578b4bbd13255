// A connection through the gate: data of the client goes to the database, and its answers go back.
import type { Socket } from "node:net";

export interface Tunnel {
  /** Reports whether the database owes the client an answer. */
  isAnswering(): boolean;
}

/**
 * Closes one side with the other, unless the other has sent and received everything and may still be reading the last of it.
 */
function follow(ended: Socket, other: Socket): void {
  ended.on("error", () => other.destroy());
  ended.on("close", () => {
    if (!(ended.readableEnded && ended.writableFinished)) other.destroy();
  });
}

/** Opens a tunnel: each side is read only as fast as the other accepts data, and either may end first. */
export function openTunnel(client: Socket, database: Socket): Tunnel {
  let isAnswering = false;
  client.on("data", () => {
    isAnswering = true;
  });
  database.on("data", () => {
    isAnswering = false;
  });
  follow(client, database);
  follow(database, client);
  client.pipe(database);
  database.pipe(client);
  return { isAnswering: () => isAnswering };
}
