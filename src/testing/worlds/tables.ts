// The kinds of things that organizations and projects keep. A row of src/testing/seed/kinds.ts is read, written as a seed and
// compared; here is what differs for a kind.
import { manifest } from "../../client/manifest.ts";
import type { OperationId } from "../../client/types.ts";
import type { SeedGroup, SeedOrg } from "../seed/document.ts";
import { kindsOfGroup, kindsOfOrg, type SeedKind } from "../seed/kinds.ts";
import { aiModelKinds } from "./ai-models.ts";
import { backupKinds } from "./backups.ts";
import { clusterKinds } from "./clusters.ts";
import { dataAccessKinds } from "./data-access.ts";
import { dataFederationKinds } from "./data-federation.ts";
import { federationKinds } from "./federation.ts";
import { settingKinds } from "./group-settings.ts";
import type { Noun } from "./item.ts";
import type { GroupKinds, Kind, Kinds, OrgKinds } from "./kinds.ts";
import { mcpConfigKind } from "./mcp-configs.ts";
import { onlineArchiveKinds } from "./online-archives.ts";
import { peeringKinds } from "./peering.ts";
import { plainSettings, plainSettingsOfOrg } from "./plain-settings.ts";
import { privateEndpointKinds } from "./private-endpoints.ts";
import { searchKinds } from "./search.ts";
import { streamKinds } from "./streams.ts";

/** Finds the operation that shows what another one creates: it reads the same path. */
function readingOf(of: OperationId): OperationId | undefined {
  const ids = Object.keys(manifest) as OperationId[];
  return ids.find((id) => manifest[id].method === "GET" && manifest[id].path === manifest[of].path);
}

/** Returns the row of a kind of bodies: known by their ids, and named by some of their members. */
function ofBodies({ id, title, secrets = [], renamed = {} }: SeedKind) {
  if (id === undefined || title === undefined) return {};
  type Body = Readonly<Record<string, unknown>>;
  return {
    order: ["id", ...title],
    keep: (answer: Body, fitted: (answer: object) => object) => {
      const sent = Object.entries(renamed).map(([name, shown]) => [name, answer[shown]]);
      return fitted({ ...answer, ...Object.fromEntries(sent), id: answer[id] });
    },
    key: (seed: Body) => String(seed.id),
    name: (seed: Body) => title.map((member) => seed[member]).join(" "),
    isPaired: true,
    ignored: ["id", ...secrets.map((path) => path.replace(/\..*/, ""))],
  };
}

/** Adds to the rows of seeds what differs for a kind. */
export function kindsOf<Scope>(
  rows: Readonly<Record<string, SeedKind>>,
  own: Readonly<Record<string, object>>,
  where: string,
): Kinds<Scope> {
  // The order is that of copies.
  const ordered = { ...(own as typeof rows), ...rows };
  const all = Object.entries(ordered).map(([name, { of, noun, isOne, made = [], ...kind }]) => {
    const list = readingOf(of);
    const derived = {
      ...(list && { list }),
      ...(noun && { noun: noun as Noun }),
      ...ofBodies({ of, ...kind }),
      ...(isOne && { name: () => `of the ${where}` }),
    };
    const whole: Partial<Pick<Kind<never, never>, "ignored">> = { ...derived, ...own[name] };
    return [name, { ...whole, ignored: [...(whole.ignored ?? []), "createdAt", ...made] }];
  });
  return Object.fromEntries(all);
}

const ownOfGroup = {
  ...dataAccessKinds,
  ...dataFederationKinds,
  ...peeringKinds,
  ...privateEndpointKinds,
  ...clusterKinds,
  ...streamKinds,
  ...backupKinds,
  ...searchKinds,
  ...aiModelKinds,
  ...onlineArchiveKinds,
  mcpConfigs: mcpConfigKind,
  ...settingKinds,
  ...plainSettings,
} satisfies GroupKinds;

export const groupKinds = kindsOf<SeedGroup>(kindsOfGroup, ownOfGroup, "project");

const ownOfOrg = {
  mcpConfigs: mcpConfigKind,
  ...plainSettingsOfOrg,
  resourcePolicies: {
    order: ["id", "name", "description"],
    isPaired: true,
    ignored: ["id", "policies", "createdByUser", "lastUpdatedByUser", "lastUpdatedDate"],
    lists: { texts: ({ policies }) => policies.map(({ body }) => body.trim().replace(/\s+/g, " ")) },
  },
} satisfies OrgKinds;

/** The kinds without teams, which are read with the people. */
const { teams: _, ...beside } = kindsOfOrg;

export const orgKinds: Kinds<SeedOrg> = {
  ...kindsOf<SeedOrg>(beside, ownOfOrg, "organization"),
  ...federationKinds,
};
