import { answerErrors, checkAnswer, takeAnswer, takeRecoveryCode } from "../../changes/second-factor.ts";
import { requirePasswords } from "../../changes/sessions.ts";
import { consoleSets, door, operation, Type } from "../declare.ts";
import { asIs, onPages, passkeyAnswer } from "./common.ts";

export const proveAgain = operation("POST /console", {
  ...onPages,
  securityEvent: "second-factor",
  summary: "Prove again who is signed in",
  description:
    "By a passkey, a recovery code or the password. The session counts as recent from now on; by the password it gets no second factor.",
  door: door.signedIn,
  holds: "person",
  isBeforeFactor: true,
  body: Type.Object({
    bound: Type.String(),
    origin: Type.String(),
    answer: Type.Optional(passkeyAnswer),
    code: Type.Optional(Type.String()),
    password: Type.Optional(Type.String()),
  }),
  errors: [...answerErrors, "PASSWORD_INCORRECT", "PASSWORDS_OFF", "RECOVERY_CODE_REFUSED"],
})
  .prepare(async ({ body, caller, now, policy, issue, passwords, read, spend, fault }) => {
    const { bound, origin, answer, code, password } = body;
    await spend(consoleSets.secondSteps, caller.id);
    if (answer !== undefined) {
      const aim = { purpose: "prove", bound } as const;
      return {
        checked: await checkAnswer({ now, issue, read, fault }, { origin, answer, aim, userId: caller.id }),
      };
    }
    if (code !== undefined) return { code };
    requirePasswords({ policy, fault });
    const hash = await read((tx) => tx.users.passwordHash(caller.id));
    if (!(await passwords.verify(hash, password ?? ""))) throw fault("PASSWORD_INCORRECT", {});
    return { hash };
  })
  .handle(async ({ tx, prepared, caller, now, session, issue, mail, fault }) => {
    const { id, name: username } = caller;
    const { ip: remoteAddress = null } = caller.remoteAddress;
    if (prepared.hash !== undefined) {
      if ((await tx.users.passwordHash(id)) !== prepared.hash) throw fault("PASSWORD_INCORRECT", {});
      tx.sessions.prove(session?.id ?? "", now);
      return {};
    }
    if (prepared.checked !== undefined) {
      await takeAnswer({ tx, now, fault }, prepared.checked);
    } else {
      await takeRecoveryCode({ tx, now, mail, fault, issue }, { id, username, remoteAddress }, prepared.code);
    }
    tx.sessions.proveTwice(session?.id ?? "", now);
    return {};
  }, asIs);
