// The whole schema as the first migration. Until 0.1.0 is released it is edited in place; from then on migrations follow it.
import { createHash } from "node:crypto";
import { creating, type Migration, type Step } from "../migration.ts";
import { tables } from "../tables.ts";
import { accessStatements } from "./access.ts";
import { documentStatements } from "./documents.ts";
import { inviteStatements } from "./invites.ts";
import { peopleStatements } from "./people.ts";
import { recordStatements } from "./records.ts";

const { meta: _, ...own } = tables;

const statements: readonly Step[] = [
  ...creating(own),
  ...accessStatements,
  ...inviteStatements,
  ...peopleStatements,
  ...recordStatements,
  ...documentStatements,
];

const digest = createHash("sha256").update(JSON.stringify(statements)).digest("hex").slice(0, 8);

/** The schema. Its name has a digest of its statements, so that a store of another version is recognized. */
export const schema: Migration = { name: `0001-schema-${digest}`, statements };
