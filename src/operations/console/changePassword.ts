import {
  beginSession,
  notifyCaller,
  refusePoor,
  replacePassword,
  requirePasswords,
} from "../../changes/sessions.ts";
import { consoleSets, door, operation, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const changePassword = operation("POST /console", {
  ...onPages,
  securityEvent: "password-change",
  summary: "Change the password",
  description:
    "Needs the current password. Ends all sessions of the person and begins a new one, whose secret is answered.",
  door: door.signedIn,
  isBeforeFactor: true,
  holds: "person",
  body: Type.Object({ current: Type.String(), password: Type.String() }),
  errors: ["COMMON_PASSWORD", "PASSWORD_INCORRECT", "PASSWORDS_OFF", "PERSONAL_PASSWORD", "WEAK_PASSWORD"],
})
  .prepare(async ({ body, caller, policy, passwords, read, spend, fault }) => {
    requirePasswords({ policy, fault });
    const user = await read((tx) => tx.users.find(caller.id));
    await refusePoor({ passwords, fault }, body.password, user);
    await spend(consoleSets.passwordChanges, caller.id);
    const before = await read((tx) => tx.users.passwordHash(caller.id));
    if (!(await passwords.verify(before, body.current))) throw fault("PASSWORD_INCORRECT", {});
    return { before, after: await passwords.hash(body.password) };
  })
  .handle(async ({ tx, prepared: { before, after }, caller, session, fault, ...context }) => {
    if ((await tx.users.passwordHash(caller.id)) !== before) throw fault("PASSWORD_INCORRECT", {});
    await replacePassword(tx, caller.id, after);
    await notifyCaller(context, caller, { what: "PASSWORD_CHANGED" });
    const hasSecondFactor = session?.hasSecondFactor === true;
    return beginSession({ tx, ...context }, caller.id, { hasSecondFactor });
  }, asIs);
