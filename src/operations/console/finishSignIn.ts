import { answerErrors, checkAnswer, takeAnswer, takeRecoveryCode } from "../../changes/second-factor.ts";
import { beginSession } from "../../changes/sessions.ts";
import { consoleSets, door, operation, Type } from "../declare.ts";
import { asIs, onPages, passkeyAnswer } from "./common.ts";

export const finishSignIn = operation("POST /console", {
  ...onPages,
  securityEvent: "second-factor",
  summary: "Finish a sign-in by the second factor",
  description:
    "Begins a session after the password was right, by a passkey of the person or by a recovery code, which is used up and told the person by mail.",
  door: door.open,
  holds: "itself",
  body: Type.Object({
    step: Type.String(),
    bound: Type.String(),
    origin: Type.String(),
    answer: Type.Optional(passkeyAnswer),
    code: Type.Optional(Type.String()),
  }),
  errors: [...answerErrors, "RECOVERY_CODE_REFUSED", "SECOND_STEP_STALE"],
})
  .prepare(async ({ body, now, issue, read, spend, fault }) => {
    const { bound, origin, answer, code = "" } = body;
    const step = issue.readSecondStep(body.step, { bound, now });
    if (step === undefined) throw fault("SECOND_STEP_STALE", {});
    const { userId } = step;
    await spend(consoleSets.secondSteps, userId);
    const aim = { purpose: "prove", bound } as const;
    const checked =
      answer && (await checkAnswer({ now, issue, read, fault }, { origin, answer, aim, userId }));
    return { step, checked, code };
  })
  .handle(async ({ tx, prepared: { step, checked, code }, fault, mail, ...context }) => {
    const { now, issue, browser } = context;
    const { userId: id, passwordDigest } = step;
    tx.locks.person(id);
    const user = await tx.users.find(id);
    const digest = issue.hashOf((await tx.users.passwordHash(id)) ?? "");
    if (user === undefined || digest !== passwordDigest) throw fault("SECOND_STEP_STALE", {});
    const { username } = user;
    if (checked !== undefined) await takeAnswer({ tx, now, fault }, checked);
    else {
      const person = { id, username, remoteAddress: browser.remoteAddress.ip ?? null };
      await takeRecoveryCode({ tx, now, mail, fault, issue }, person, code);
    }
    return { ...(await beginSession({ tx, ...context }, id, { hasSecondFactor: true })), username };
  }, asIs);
