// The guarantees of the types of `intercept`; checked by `tsc`, never run.
import { createAnteroom } from "../library.ts";
import { intercept, type Stop } from "./intercept.ts";

await using anteroom = await createAnteroom({ seed: { orgs: [] } });
const stop: Stop = intercept(anteroom);
stop();
using _ = intercept(anteroom, { addresses: ["https://cloud.mongodb.com"], allow: ["*"] });
// @ts-expect-error: there is no such option
intercept(anteroom, { passThrough: true });
// @ts-expect-error: a world, not its address
intercept(anteroom.url);
