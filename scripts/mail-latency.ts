// Measures how a mail server that hangs slows invitations: the time of createGroupInvite with one, and with captured mail.
//   node --import tsx scripts/mail-latency.ts [requests]
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import type { AnteroomOptions } from "../src/anteroom.ts";
import { AtlasClient } from "../src/client/client.ts";
import { elapsed } from "../src/clock.ts";
import { createAnteroom } from "../src/embedded.ts";

const requests = Number(process.argv[2] ?? 400);
const groupId = "32b6e34b3d91647abb20e7b8";
const account = {
  clientId: "mdb_sa_id_0123456789abcdef01234567",
  clientSecret: "mdb_sa_sk_0123456789abcdef0123456789abcdef01234567",
};
const seed: NonNullable<AnteroomOptions["seed"]> = {
  orgs: [
    {
      name: "Acme",
      serviceAccounts: [
        { clientId: account.clientId, secret: account.clientSecret, name: "ci", roles: ["ORG_OWNER"] },
      ],
      groups: [{ id: groupId, name: "payments" }],
    },
  ],
};

/** Takes connections and never says a word. */
const held = new Set<Socket>();
const silent = createServer((socket) => void held.add(socket.on("error", () => {})));
silent.listen(0, "127.0.0.1");
await once(silent, "listening");
const { port } = silent.address() as AddressInfo;

const runs = {
  captured: await start({}),
  hanging: await start({ mailUrl: `smtp://127.0.0.1:${port}`, mailFrom: "no-reply@example.com" }),
};

async function start(options: AnteroomOptions) {
  const anteroom = await createAnteroom({ seed, ...options });
  const client = new AtlasClient({ baseUrl: anteroom.url, ...account });
  const times: number[] = [];
  let count = 0;
  return {
    times,
    /** An address is invited and the invitation taken back, so that the project never fills up. */
    async invite(isMeasured: boolean) {
      const begun = elapsed();
      const body = { username: `person${count++}@example.com`, roles: ["GROUP_READ_ONLY"] } as const;
      const { id } = await client.createGroupInvite({ groupId, body });
      if (isMeasured) times.push(elapsed() - begun);
      await client.deleteGroupInvite({ groupId, invitationId: id });
    },
    close: anteroom.close,
  };
}

/** In turns, so that what else the machine does falls on both alike. */
for (let number = -50; number < requests; number++) {
  for (const run of Object.values(runs)) await run.invite(number >= 0);
}

const at = (times: number[], part: number) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? Number.NaN;
for (const [name, { times }] of Object.entries(runs)) {
  const shown = [0.5, 0.95, 0.99].map((part) => `p${part * 100} ${at(times, part).toFixed(2)} ms`);
  console.log(`${name.padEnd(9)} ${shown.join("  ")}`);
}
const ratio = at(runs.hanging.times, 0.5) / at(runs.captured.times, 0.5);
console.log(`hanging / captured, median: ${ratio.toFixed(2)} (connections held: ${held.size})`);

for (const socket of held) socket.destroy();
await Promise.all(Object.values(runs).map((run) => run.close()));
silent.close();
