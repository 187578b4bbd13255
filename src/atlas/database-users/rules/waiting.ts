// Explains why a user or role is not yet in its deployment: codes that the store keeps, in plain words for people.
import { second } from "../../../core/domain/instant.ts";

/** The longest time to wait for an answer of a deployment. */
export const answerPatience = 5 * second;

const [noPrimary, ending] = ["it has no primary at the moment", "it is shutting down"];

const away: Readonly<Record<string, string>> = {
  ECONNREFUSED: "it refuses connections",
  ECONNRESET: "it broke the connection",
  ETIMEDOUT: `no answer within ${answerPatience / second} s`,
  ENOTFOUND: "its host name has no address",
  AuthenticationFailed: "wrong user or password of its administrator",
  Unauthorized: "its administrator may not manage users: give it the role userAdminAnyDatabase",
  PrimarySteppedDown: noPrimary,
  NotWritablePrimary: noPrimary,
  NotPrimaryNoSecondaryOk: noPrimary,
  NotPrimaryOrSecondary: noPrimary,
  InterruptedDueToReplStateChange: noPrimary,
  ShutdownInProgress: ending,
  InterruptedAtShutdown: ending,
  WriteConcernFailed: "too few of its members confirm a change",
  DRIVER_MISSING: "the package mongodb is not installed",
  URL_REFUSED: "its URL is none that the driver takes",
};

/** Explains by its code why a deployment cannot be reached; an unknown code stands for itself. */
export const awayInWords = (code: string): string => away[code] ?? code;

/** Reports whether a deployment runs, but refuses its administrator. */
export const isShutOut = (code: string): boolean => /^(AuthenticationFailed|Unauthorized)$/.test(code);

const lacking = "ACTION_MISSING:";

/** Returns the problem of a role that is created without some of its actions; null if it has all. */
export const lackOf = (actions: readonly string[]): string | null =>
  actions.length === 0 ? null : `${lacking}${[...new Set(actions)].sort()}`;

/** Returns the actions that a created role lacks. */
export const lackedBy = (problem: string | null): readonly string[] =>
  problem?.startsWith(lacking) ? problem.slice(lacking.length).split(",") : [];

const problems: Readonly<Record<string, (more: string) => string>> = {
  ACTION_MISSING: (names) => `the deployment does not know these actions: ${names.replaceAll(",", ", ")}`,
  AWAY: (code) => `the deployment cannot be asked: ${awayInWords(code)}`,
  NAME_TAKEN: () =>
    "the name is there already, made by somebody else or by this server under another address of the deployment: another name, or a deployment for each project or cluster, cures it",
  NO_PASSWORD: () => "it proves itself otherwise than by a password, and is not made there",
  REFUSED: (code) => `the deployment refuses it (${code})`,
  ROLE_MISSING: () => "a role that it needs is not made there yet",
  UNREADABLE: () => "its password was sealed by another master secret: set a new one",
};

/** Explains a problem; null means that nothing has failed yet. */
export function waitInWords(problem: string | null): string {
  if (problem === null) return "it is about to be done";
  const [code = "", ...more] = problem.split(":");
  return problems[code]?.(more.join(":")) ?? problem;
}
