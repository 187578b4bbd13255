// A connection through the gate: what a client sends goes to the database, and what that answers goes back.
import type { Socket } from "node:net";

export interface Tunnel {
  /** Reports whether the database owes the client an answer. */
  isAnswering(): boolean;
}

/** Cuts one off with the other, unless that has said and heard everything: then this one may still be taking the last of it. */
function follow(ended: Socket, other: Socket): void {
  ended.on("error", () => other.destroy());
  ended.on("close", () => {
    if (!(ended.readableEnded && ended.writableFinished)) other.destroy();
  });
}

/** Each side is read only as fast as the other takes it, and either may end first. */
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
