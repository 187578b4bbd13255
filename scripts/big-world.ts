// Starts a rehearsal in the big world, to look at by hand: node --import tsx scripts/big-world.ts [PORT]
import { once } from "node:events";
import { createAnteroom } from "../src/embedded.ts";
import { big, bigNow, bigSeed, liveBig } from "../test/support/big-world.ts";

await using anteroom = await createAnteroom({
  seed: bigSeed,
  port: Number(process.argv[2] ?? 8080),
  now: bigNow,
});
await liveBig(anteroom);
console.log(`${anteroom.url}/sign-in as ${big.owner.username}, password: ${big.owner.password}`);
// A world inside of a program lets it end: it does not keep it running.
const running = setInterval(() => {}, 2 ** 30);
await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
clearInterval(running);
