// Options of `createAnteroom` that do not exist.
import { rejects } from "node:assert/strict";
import { test } from "node:test";
import { createAnteroom } from "./server.ts";

const refusal = async (options: object, message: RegExp) =>
  rejects(createAnteroom(options), { name: "TypeError", message });

test("an option that does not exist is refused, with those that do", async () => {
  await refusal({ sed: {} }, /^createAnteroom: there is no option 'sed'; there are seed, port, host, /);
  await refusal({ policy: { signup: "nobody" } }, /no option 'policy\.signup'; there are policy\.signUp, /);
});
