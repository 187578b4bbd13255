// Every operation of pages against every kind of person: who is let in, and how the others are refused.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { type ConsoleOperationId, consoleOperations } from "../../src/console/operations/index.ts";
import type { Operation } from "../../src/core/operations/operation.ts";
import { describeWorld } from "../support/nested.ts";
import { atDoor, holds, type Outcome, statusOf } from "../support/outcomes.ts";
import { now, refusal } from "../support/stage.ts";
import { peopleAlone, personKinds } from "../tables/caller-kinds.ts";
import { meeting } from "../tables/doors.ts";
import { consoleCalls, inPaths } from "./calls.ts";
import { startConsole } from "./support/console-operations.ts";

/** The outcome that a person meets who has no session, or one that ended. */
const signedOut = "401 without a code";

test("every operation of pages answers every kind of person as its line demands it", async (t) => {
  const stage = await startConsole(t, { seed: describeWorld(peopleAlone) });
  const persons = await Promise.all(
    personKinds.map(async (person) => ({ ...person, session: await stage.session(person.username) })),
  );
  const owner = personKinds[0]?.username ?? "";
  const ended = await stage.session(owner);
  await stage.perform("signOut", { token: ended });
  const sessions = await stage.dump();
  const rewind = () => stage.store.write((tx) => tx.dump.restore(sessions));
  for (const [name, { demand, input, answers }] of Object.entries(consoleCalls)) {
    const id = name as ConsoleOperationId;
    await t.test(id, async () => {
      const { path, status, method, params } = consoleOperations[id] as Operation;
      const named = Object.fromEntries(Object.entries(inPaths).filter(([param]) => param in params));
      const ask = async (session: string | undefined): Promise<Outcome> => {
        // Fills the buckets of sign-in.
        stage.pass(3_600_000);
        stage.clock.freeze(Date.parse(now));
        const reply = await stage.perform(id, { ...named, ...input }, { session });
        if (method !== "GET" && reply.status < 300) await rewind();
        if (reply.status < 300) return statusOf(reply, [status], "ok");
        if (reply.json === undefined) return `${reply.status} without a code`;
        const code: string = reply.json.errorCode;
        return statusOf(reply, [refusal(code).status], code);
      };
      await rewind();
      const letIn = answers ?? "ok";
      const stranger = demand === "nothing" ? letIn : signedOut;
      const outcomes: Record<string, Outcome> = {
        "no session": await ask(undefined),
        "ended session": await ask(ended),
      };
      const expected: Record<string, Outcome> = { "no session": stranger, "ended session": stranger };
      for (const person of persons) {
        outcomes[person.name] = await ask(person.session);
        const isLetIn = demand === "nothing" || demand === "signed in" || holds(person, meeting[demand]);
        expected[person.name] = isLetIn ? letIn : atDoor(path, person);
      }
      deepEqual(outcomes, expected);
    });
  }
  t.diagnostic(`${Object.keys(consoleCalls).length} operations, ${persons.length + 2} kinds of callers`);
});
