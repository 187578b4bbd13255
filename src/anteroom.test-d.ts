// What the types of the library guarantee; checked by `tsc`, never run.
import type { AnteroomOptions, SeedDocument } from "./anteroom.ts";
import { createAnteroom } from "./library.ts";
import type { checkSeed } from "./seed/document.ts";

const holds = <_ extends true>() => {};

// The seed that is written down is the one that is checked.
type Checked = ReturnType<typeof checkSeed>;
holds<SeedDocument extends Checked ? true : false>();
holds<Checked extends SeedDocument ? true : false>();

await using anteroom = await createAnteroom({
  seed: { orgs: [{ name: "Acme", users: [{ username: "owner@example.com", orgRoles: ["ORG_OWNER"] }] }] },
});
anteroom.clock.set({ advance: "P30D" });
// @ts-expect-error there is no such option
createAnteroom({ sed: { orgs: [] } });
// @ts-expect-error a seed has no such member
createAnteroom({ seed: { orgs: [], groups: [] } });
// @ts-expect-error there is no such role
createAnteroom({ seed: { orgs: [{ name: "Acme", apiKeys: [{ roles: ["ORG_BOSS"] }] }] } });
// @ts-expect-error limits are Atlas's or off
({ limits: "on" }) satisfies AnteroomOptions;
