import { requirePasswords } from "../../changes/sessions.ts";
import { foldAddress, isAddress } from "../../domain/address.ts";
import { consoleSets, door, operation, Type } from "../declare.ts";
import { asIs, hadRoom, onPages } from "./common.ts";

export const requestPasswordReset = operation("POST /console", {
  ...onPages,
  securityEvent: "password-reset-request",
  summary: "Ask for a link to set a new password",
  description:
    "Mails the link, if there is an account of the address. The answer is the same if there is none.",
  door: door.open,
  holds: "itself",
  body: Type.Object({ username: Type.String() }),
  errors: ["PASSWORDS_OFF"],
})
  .prepare(async ({ body, policy, spend, spendFrom, fault }) => {
    requirePasswords({ policy, fault });
    await spendFrom(consoleSets.resetsFrom);
    // Answered like a success: a stranger need not learn how many messages an address was sent.
    return { mayMail: await hadRoom(spend(consoleSets.resetsOf, foldAddress(body.username))) };
  })
  .handle(async ({ body, prepared: { mayMail }, mail }) => {
    // The same is done whether or not there is an account, so that the time is the same too; sending looks the account up.
    const address = isAddress(body.username) ? foldAddress(body.username) : "";
    if (mayMail) await mail({ address });
    return {};
  }, asIs);
