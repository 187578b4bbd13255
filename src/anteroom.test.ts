// Options of `createAnteroom` that do not exist.
import { rejects } from "node:assert/strict";
import { test } from "node:test";
import { createAnteroom } from "./embedded.ts";

const refusal = async (options: object, message: RegExp) =>
  rejects(createAnteroom(options), { name: "TypeError", message });

test("an option that does not exist is refused, with the nearest that does, and all of them", async () => {
  await refusal(
    { sed: {} },
    /^createAnteroom: there is no option 'sed'\. Did you mean 'seed'\? There are host, port, trustProxy, data, /,
  );
  await refusal(
    { policy: { signup: "nobody" } },
    /no option 'policy\.signup'\. Did you mean 'policy\.signUp'\?/,
  );
  await refusal({ databaseURL: "postgres://" }, /Did you mean 'databaseUrl'\?/);
});

test("one that is like no other is refused without a guess", async () => {
  await refusal({ verbose: true }, /^createAnteroom: there is no option 'verbose'\. There are host, port, /);
});

test("a clock that there is not is refused", async () => {
  await refusal({ clock: "fake" }, /^createAnteroom: clock is 'fake'; it is 'system' or left out$/);
});
