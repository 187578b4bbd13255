// `anteroom explain` and `anteroom who-can`: whether a credential may call an operation, and who may, and why.

import { lackedBy } from "../atlas/database-users/rules/waiting.ts";
import { createClock } from "../core/clock.ts";
import type { DataUser } from "../core/domain/data-user.ts";
import {
  type DoorQuestion,
  type ExplainQuestion,
  explainInWords,
  needInWords,
  QuestionError,
  roleInWords,
} from "../core/domain/explanation.ts";
import { type Logins, logIn } from "../core/domain/login.ts";
import type { Proof } from "../core/domain/user-proof.ts";
import { Misuse, SettingsError } from "../core/settings/error.ts";
import type { Settings } from "../core/settings/settings.ts";
import { openExplaining } from "../server.ts";
import { AnteroomControls, ControlRefused } from "../testing/controls/client.ts";
import { type Environment, findCaller } from "./caller.ts";
import { count, print } from "./output.ts";
import { lookInStore } from "./secrets.ts";

export type Source =
  | { readonly kind: "server"; readonly baseUrl: string; readonly controlToken: string | undefined }
  | { readonly kind: "store"; readonly settings: Settings };

type Answering = Pick<AnteroomControls, "explain" | "whoCan">;

const ask = <T>(source: Source, question: (answering: Answering) => Promise<T>): Promise<T> =>
  source.kind === "server" ? question(controlsOf(source)) : askStore(source.settings, question);

function controlsOf({ baseUrl, controlToken }: Source & { kind: "server" }): Answering {
  const controls = new AnteroomControls(baseUrl, {
    ...(controlToken !== undefined && { token: controlToken }),
  });
  const inWords = (reason: unknown): never => {
    if (reason instanceof ControlRefused) {
      const { status, message } = reason;
      const why = message.replace(/^\w+: /, "");
      if (status === 400) throw new Misuse(why);
      const advice = " A server of serve has no controls: ask its store, with --data or --database-url.";
      throw new SettingsError(`${baseUrl}: ${why}${status === 404 ? `.${advice}` : ""}`);
    }
    const cause = (reason as Error).cause as Error | undefined;
    throw new SettingsError(
      `${baseUrl} does not answer: ${cause?.message ?? (reason as Error).message}. Start it with \`anteroom dev\`, or ask a store with --data or --database-url`,
    );
  };
  return {
    explain: (question) => controls.explain(question).catch(inWords),
    whoCan: (question) => controls.whoCan(question).catch(inWords),
  };
}

const askStore = <T>(settings: Settings, question: (answering: Answering) => Promise<T>): Promise<T> =>
  lookInStore(settings, null, (store) =>
    question(openExplaining(settings, { store, clock: createClock(settings.now) })),
  ).catch((reason) => {
    throw reason instanceof QuestionError ? new Misuse(reason.message) : reason;
  });

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Parses `projects updateGroupInvites`, `updateGroupInvites`, or `PATCH /api/atlas/v2/…`. */
export function questionIn(words: readonly string[]): DoorQuestion {
  const [first = "", second] = words;
  if (words.length > 2) {
    throw new Misuse(`'${words[2]}' is one word too many: name one operation, or METHOD PATH`);
  }
  if (second === undefined) return { operation: first };
  if (methods.includes(first.toUpperCase())) return { method: first.toUpperCase(), path: pathIn(second) };
  return { operation: second };
}

/** Returns the path, also of a URL that was pasted from a log. */
const pathIn = (text: string): string => (/^https?:/.test(text) ? new URL(text).pathname : text);

interface Asking {
  readonly source: Source;
  readonly json: boolean;
}

/** Returns the caller if none is named: that of `anteroom api`. */
export async function ownName(environment: Environment, dataFolder: string): Promise<string> {
  const { credentials } = await findCaller(environment, dataFolder);
  return "publicKey" in credentials ? credentials.publicKey : credentials.clientId;
}

export async function explain(question: ExplainQuestion, { source, json }: Asking): Promise<void> {
  const explanation = await ask(source, (answering) => answering.explain(question));
  if (json) return print(JSON.stringify(explanation, null, 2));
  const [verdict, ...needAndHeld] = explainInWords(explanation);
  const { operationId, method, path, refusedBy } = explanation;
  const lines = [verdict, ...(refusedBy === null ? [] : [refusedBy.detail]), ...needAndHeld];
  print(`${operationId}  ${method} ${path}`);
  for (const line of lines) print(`  ${onOneLine(line)}`);
}

export async function whoCan(question: DoorQuestion, { source, json }: Asking): Promise<void> {
  const found = await ask(source, (answering) => answering.whoCan(question));
  if (json) return print(JSON.stringify(found, null, 2));
  const { operationId, holders, databaseUsers, leastRole, logins } = found;
  if (logins !== undefined) return printLogins(logins);
  const reaching = databaseUsers.length === 0 ? "" : ` and ${count(databaseUsers.length, "database user")}`;
  print(
    `${operationId} ${needInWords(found)}${leastRole === null ? "." : `: ${count(holders.length, "holder")}${reaching}.`}`,
  );
  const rows = [
    ...holders.map(({ kind, name, label, by }) => [
      kinds[kind],
      onOneLine(label === "" ? name : `${name} (${label})`),
      onOneLine(by.map(roleInWords).join(", ")),
    ]),
    ...databaseUsers.map((user) => ["database user", onOneLine(user.name), onOneLine(waysInWords(user))]),
  ];
  printRows(rows);
}

/** Prints rows in columns; the last column is not padded. */
function printRows(rows: readonly string[][]): void {
  const widthOf = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = rows[0]?.map((_, column, { length }) => (column === length - 1 ? 0 : widthOf(column)));
  for (const row of rows) print(row.map((cell, index) => cell.padEnd(widths?.[index] ?? 0)).join("  "));
}

const proofsInWords: Readonly<Record<Proof, string>> = {
  password: "password",
  x509Managed: "X.509, issued by the project",
  x509Customer: "X.509, issued elsewhere",
  awsRole: "AWS IAM role",
  awsUser: "AWS IAM user",
  ldapUser: "LDAP user",
  ldapGroup: "LDAP group",
  oidcGroup: "OIDC group",
  oidcUser: "OIDC user",
};

const until = (endsAt: string | null): string => (endsAt === null ? "" : `until ${endsAt}`);

function printLogins({ users, left, addresses }: Logins): void {
  const from =
    addresses.length === 0 ? "no address: the list is empty" : count(addresses.length, "entry", "entries");
  const late = users.filter(({ waits }) => waits.some(({ canLogIn }) => !canLogIn)).length;
  const notYet = late === 0 ? "" : `, ${late} of whom cannot log in yet`;
  print(`${logIn}: ${count(users.length, "database user")}${notYet}, from ${from}.`);
  printRows(
    users.map(({ name, proof, roles, scopes, endsAt, waits, unlimited }) => {
      const waiting = waits.map(({ deployment, canLogIn, problem, why }) => {
        const may = lackedBy(problem).length > 0 ? "less than its roles" : "only as before a change";
        return `${canLogIn ? may : "cannot log in"} at ${deployment}: ${why}`;
      });
      const limitless = unlimited.map((deployment) => `not limited at ${deployment}, which has no roles`);
      const where = scopes.length === 0 ? "everywhere" : `in ${scopes.join(", ")}`;
      const more = [roles.join(", ") || "no role", where, until(endsAt), ...limitless, ...waiting]
        .filter(Boolean)
        .join("; ");
      return [onOneLine(name), proofsInWords[proof], onOneLine(more)];
    }),
  );
  printRows(
    left.map(({ name, deployment, why }) => [
      onOneLine(name),
      `deleted here, and can log in at ${deployment} until it is dropped there: ${why}`,
    ]),
  );
  printRows(
    addresses.map(({ from, comment, endsAt }) => [
      "from",
      onOneLine(from),
      onOneLine([comment, until(endsAt)].filter(Boolean).join("; ")),
    ]),
  );
}

function waysInWords({ ways, scopes, endsAt }: DataUser): string {
  const on = ways.map(({ on, by }) => `${on === "*" ? "all databases" : on} by ${by.join(" > ")}`).join(", ");
  const where = scopes.length === 0 ? "" : ` in ${scopes.join(", ")}`;
  return `${on}${where}${endsAt === null ? "" : `, until ${endsAt}`}`;
}

const kinds = { USER: "person", SERVICE_ACCOUNT: "service account", API_KEY: "API key" } as const;

/**
 * Escapes control characters, so that no value from the database ends a line or steers the terminal; other scripts stay
 * readable.
 */
const onOneLine = (text: string): string =>
  text.replace(/\p{C}/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
