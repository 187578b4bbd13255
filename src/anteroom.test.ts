// Options of `createAnteroom` that do not exist.
import { match, rejects } from "node:assert/strict";
import { test } from "node:test";
import { noConsole } from "../test/support/rooms.ts";
import { createAnteroom } from "./testing/embedded.ts";

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

test("a value that a policy cannot have is refused, and one that is undefined is as if left out", {
  skip: noConsole,
}, async () => {
  await refusal(
    { policy: { signUp: "nobdy" } },
    /^createAnteroom: policy\.signUp is "nobdy"; it is one of nobody, invited, everybody$/,
  );
  await refusal(
    { policy: { createOrgs: true } },
    /policy\.createOrgs is true; it is one of nobody, invited, everybody$/,
  );
  await refusal({ policy: { takesPasswords: "no" } }, /policy\.takesPasswords is "no"; it is true or false$/);
  for (const mailDomains of ["example.com", ["Example.com"], ["a b"], [1]]) {
    await refusal(
      { policy: { mailDomains } },
      /policy\.mailDomains is .*; it is null, or domains in lower case/,
    );
  }
  const policy = { mailDomains: ["example.com"], takesPasswords: undefined };
  // biome-ignore lint/suspicious/noExplicitAny: the types forbid undefined where they are exact
  const anteroom = await createAnteroom({ policy: policy as any });
  match(await (await anteroom.fetch("/sign-in")).text(), /type="password"/);
  await anteroom.close();
});
