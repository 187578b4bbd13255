// People with passkeys, for the tests of what these sign in, and how they are managed.
import { equal } from "node:assert/strict";
import { type Authenticator, createAuthenticator } from "../../support/authenticator.ts";
import { refusal } from "../../support/stage.ts";
import { type ConsoleStage, owner, password } from "./console-operations.ts";

export const origin = "https://atlas.example.com";
/** The browser of all of them. */
export const bound = "browser";
export const minute = 60_000;
export const refused = refusal("PASSKEY_REFUSED");
export const stale = refusal("PASSKEY_STALE");

export const newDevice = (options?: Parameters<typeof createAuthenticator>[1]) =>
  createAuthenticator(origin, options);

export async function add(
  stage: ConsoleStage,
  session: string,
  username = owner,
  device: Authenticator = newDevice(),
) {
  const answer = device.make(stage.challenge("add"), await stage.userId(username));
  return stage.perform("addPasskey", { bound, origin, answer, name: "Laptop" }, { session });
}

/** Gives a person a passkey, in a session that has proven it from then on. */
export async function enroll(stage: ConsoleStage, username = owner, device = newDevice()) {
  const session = await stage.session(username);
  const { status, json } = await add(stage, session, username, device);
  equal(status, 200, JSON.stringify(json));
  const userId = await stage.userId(username);
  return { device, session, userId, codes: json.codes as string[] };
}

/** The answer to the right password. */
export const afterPassword = async (stage: ConsoleStage) =>
  (await stage.perform("signIn", { username: owner, password, bound })).json;

export const proveBy = (stage: ConsoleStage, session: string, proof: object) =>
  stage.perform("proveAgain", { bound, origin, ...proof }, { session });

export const noticesOf = async (stage: ConsoleStage) =>
  (await stage.rows("outbox")).map(
    ({ notice }) => JSON.parse(String(notice)) as { what: string; about: string[] },
  );
