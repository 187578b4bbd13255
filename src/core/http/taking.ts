// Accepts connections before it begins requests, in short bursts. The system hands over one connection in each turn of the
// event loop, so a newcomer behind a crowd would wait for as many turns as the crowd is large, each with all the work of
// requests.
import type { Server } from "node:net";

/** The most turns for connections alone, some twenty milliseconds; then the waiting requests are begun. */
const mostTurns = 300;

/** Returns a function that begins a request: at once, unless connections are being accepted. */
export function takeConnectionsFirst(server: Pick<Server, "on">): (begin: () => void) => void {
  const waiting: (() => void)[] = [];
  let [isTaking, hasCome, turns] = [false, false, 0];

  function endTurn(): void {
    if (hasCome && ++turns < mostTurns) {
      hasCome = false;
      setImmediate(endTurn);
      return;
    }
    isTaking = false;
    for (const begin of waiting.splice(0)) begin();
  }

  server.on("connection", () => {
    hasCome = true;
    if (isTaking) return;
    isTaking = true;
    turns = 0;
    setImmediate(endTurn);
  });
  return (begin) => {
    if (isTaking) waiting.push(begin);
    else begin();
  };
}
