// Lists what official clients state of Atlas's answers, in code, live tests and recordings; docs/fidelity.md has those that are
// answered otherwise. As a program it writes that list: node --import tsx test/conformance/client-truths.ts
//
// Read at these commits: mongodb-atlas-kubernetes ("operator") 3fb4fa5d9, terraform-provider-mongodbatlas ("Terraform") 468253dbf and
// later for what is of October 2026, mongodbatlas-cloudformation-resources ("CloudFormation") 3b4e9711, mongodb-atlas-cli ("CLI")
// 8ddea41a82, atlas-sdk-go ("SDK") 68a9d51c, baton-mongodb-atlas ("Baton") b48db7b2, atlas-github-action 865cf76. A bare number is an
// issue or a pull request.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { aside, credentials, serviceAccounts } from "../tables/truths/credentials.ts";
import { events } from "../tables/truths/events.ts";
import { invitations, organizations } from "../tables/truths/organizations.ts";
import { people, teamsOfPeople } from "../tables/truths/people.ts";
import { projects } from "../tables/truths/projects.ts";
import type { Truth } from "../tables/truths/truth.ts";

const tables = {
  projects,
  organizations,
  invitations,
  people,
  teams: teamsOfPeople,
  credentials,
  "service accounts": serviceAccounts,
  events,
  aside,
};

interface Named extends Truth {
  readonly id: string;
}

export const truths: readonly Named[] = Object.entries(tables).flatMap(([noun, rows]) =>
  Object.entries(rows).map(([id, row]) => ({ id: `${noun}, ${id}`, ...row })),
);

const fidelity = new URL("../../docs/fidelity.md", import.meta.url);
const heading = "### What clients state otherwise";

/**
 * Returns an answer as text without backticks, because tests expect names in backticks to be ours, and some codes of Atlas's are
 * never answered here.
 */
const shown = (answer: unknown): string => [answer].flat().join(", ") || "none";

/** The page as it is, and as the table makes it: the section ends where the next one begins. */
export function readFidelity(): { readonly is: string; readonly shouldBe: string } {
  const is = readFileSync(fidelity, "utf8");
  const rows = truths.flatMap(({ call, by, expected, differs }) =>
    differs === undefined
      ? []
      : [`| ${call} | ${by} | ${shown(expected)} | ${shown(differs.here)}: ${differs.reason} |`],
  );
  const [start, end] = [is.indexOf(heading), is.indexOf("\n### ", is.indexOf(heading) + 1)];
  const section = `${heading}

\`test/conformance/client-truths.ts\` holds ${truths.length} answers that official clients state, in code, live tests and recordings. ${truths.length - rows.length} are
the same here; these are not, and it writes them:

| Call | Stated by | There | Here |
|---|---|---|---|
${rows.join("\n")}
`;
  return { is, shouldBe: `${is.slice(0, start)}${section}${is.slice(end)}` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(fidelity, readFidelity().shouldBe);
