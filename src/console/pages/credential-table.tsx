// The list of API keys or of service accounts, as organizations and projects show it: one kind at a time, behind a tab.
import type { ComponentChildren } from "preact";
import type { Browsing } from "../kit/browse.ts";
import { Badge, Copy, Notice } from "../kit/kit.tsx";
import { Chips, Tabs } from "../kit/list.tsx";
import { Listing } from "../kit/listing.tsx";
import { minuteOf, When } from "../kit/time.tsx";
import type { Visit } from "../page.ts";

export interface CredentialRow {
  readonly id: string;
  /** An API key without a description is named by its public key. */
  readonly name: string;
  readonly description?: string | undefined;
  /** What programs name it by: the public key, or the client id. */
  readonly code: string;
  /** In this organization or project. */
  readonly roles: readonly string[];
  /** ISO 8601. */
  readonly createdAt?: string | undefined;
  /** Null if it never was, absent where that is not known. */
  readonly lastUsedAt?: string | null | undefined;
  /** Of a service account: when the last of its secrets stops working; null if it has none. */
  readonly expiresAt?: string | null;
}

type Uses = Awaited<ReturnType<typeof usesIn>>;

/** When keys were made and used, by their ids. */
export async function usesIn(
  { perform }: Pick<Visit, "perform">,
  scope: { orgId: string } | { groupId: string },
) {
  const uses =
    "orgId" in scope ? await perform("listOrgKeyUses", scope) : await perform("listGroupKeyUses", scope);
  return new Map(uses.map((use) => [use.id, use]));
}

/** Of a key, for its row. */
export function useOf(uses: Uses, id: string): Pick<CredentialRow, "createdAt" | "lastUsedAt"> {
  const { createdAt, lastUsedAt = null, isWatched = false } = uses.get(id) ?? {};
  return { createdAt, lastUsedAt: lastUsedAt ?? (isWatched ? null : undefined) };
}

interface Secret {
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}

/** Of the secrets of an account, for its row. */
export function secretsOf(secrets: readonly Secret[] = []): Pick<CredentialRow, "lastUsedAt" | "expiresAt"> {
  const latest = (instants: readonly (string | null)[]) =>
    instants
      .flatMap((at) => at ?? [])
      .sort()
      .at(-1) ?? null;
  return {
    lastUsedAt: latest(secrets.map((secret) => secret.lastUsedAt)),
    expiresAt: latest(secrets.map((secret) => secret.expiresAt)),
  };
}

/** How long before a secret stops working it is marked, in milliseconds. */
const soon = 14 * 86_400_000;

/** When the last secret stops working; soon, or before now, it is marked. */
export function Expiry({ visit, at }: { visit: Visit; at: string | null }) {
  const { noSecret, secretEnded } = visit.words.credentials;
  if (at === null) return <Badge tone="gray">{noSecret}</Badge>;
  const left = Date.parse(at) - visit.now;
  if (left > soon) return <When visit={visit} at={at} />;
  return left > 0 ? (
    <Badge tone="yellow">
      <When visit={visit} at={at} />
    </Badge>
  ) : (
    <Badge tone="red">
      <time dateTime={at} title={`${minuteOf(at)} UTC`}>
        {secretEnded}
      </time>
    </Badge>
  );
}

export type Kind = "keys" | "accounts";

/** Which of the two the address asks for. */
export const kindOf = ({ query }: Pick<Visit, "query">): Kind =>
  query.get("kind") === "accounts" ? "accounts" : "keys";

interface CredentialListProps {
  readonly visit: Visit;
  /** Undefined where the visitor's role may not see that kind. */
  readonly all: Readonly<Record<Kind, readonly CredentialRow[] | undefined>>;
  readonly roles: readonly string[];
  /** Undefined where the organization, which has the pages of credentials, is not shown to this person. */
  readonly orgId: string | undefined;
  readonly bulk: Parameters<typeof Listing<CredentialRow>>[0]["bulk"];
  readonly isPickable: (row: CredentialRow) => boolean;
  readonly menu: (row: CredentialRow) => ComponentChildren | null;
}

const browsing: Browsing<CredentialRow> = {
  idOf: ({ id }) => id,
  texts: ({ id, name, code, description = "" }) => [name, code, id, description],
  columns: {
    name: ({ name }) => name,
    used: ({ lastUsedAt }) => Date.parse(lastUsedAt ?? "1970-01-01"),
    expires: ({ expiresAt }) => Date.parse(expiresAt ?? "9999-12-31"),
    created: ({ createdAt }) => Date.parse(createdAt ?? "1970-01-01"),
  },
  filters: { role: ({ roles }, role) => roles.includes(role) },
};

export function CredentialList({ visit, all, roles, orgId, ...list }: CredentialListProps) {
  const { words } = visit;
  const { keys, accounts, ...said } = words.credentials;
  const kind = kindOf(visit);
  const isKeys = kind === "keys";
  const tabs = {
    name: "kind",
    label: said.kind,
    tabs: [
      { value: "", label: keys, count: all.keys?.length ?? 0 },
      { value: "accounts", label: accounts, count: all.accounts?.length ?? 0 },
    ],
  };
  const shown = all[kind];
  if (shown === undefined) {
    return (
      <>
        <Tabs visit={visit} {...tabs} />
        <Notice kind="info">{isKeys ? said.keysHidden : said.accountsHidden}</Notice>
      </>
    );
  }
  return (
    <Listing
      visit={visit}
      title={isKeys ? keys : accounts}
      all={shown}
      browsing={browsing}
      nameOf={({ name, code }) => (name === code ? code : `${name} ${code}`)}
      empty={isKeys ? said.noKeys : said.noAccounts}
      total={isKeys ? said.totalKeys : said.totalAccounts}
      tabs={tabs}
      filters={[
        {
          name: "role",
          all: words.people.list.allRoles,
          options: roles.map((role) => ({ value: role, label: words.role(role) })),
        },
      ]}
      columns={[
        {
          head: isKeys ? said.description : said.name,
          by: "name",
          cell: ({ id, name, description }) => (
            <>
              {orgId === undefined ? (
                <span>{name}</span>
              ) : (
                <a href={`/orgs/${orgId}/${isKeys ? "keys" : "service-accounts"}/${id}`}>{name}</a>
              )}
              {description && <small>{description}</small>}
            </>
          ),
        },
        {
          head: isKeys ? said.publicKey : said.clientId,
          class: isKeys ? "c-key wide-only" : "c-client wide-only",
          cell: ({ code }) => <Copy visit={visit} text={code} label={words.layout.copyOf(code)} />,
        },
        ...(isKeys
          ? [
              {
                head: "ID",
                class: "c-code roomy-only",
                cell: ({ id, name }: CredentialRow) => (
                  <Copy visit={visit} text={id} label={words.layout.copyOf(`ID: ${name}`)} />
                ),
              },
            ]
          : []),
        {
          head: said.roles,
          class: "c-few",
          cell: ({ roles: held }) => <Chips labels={held.map(words.shortRole)} />,
        },
        {
          head: said.lastUsed,
          by: "used",
          class: "c-time wide-only",
          cell: ({ lastUsedAt }) =>
            lastUsedAt ? (
              <When visit={visit} at={lastUsedAt} />
            ) : lastUsedAt === null ? (
              said.unused
            ) : (
              said.unknownUse
            ),
        },
        ...(isKeys
          ? []
          : [
              {
                head: said.secretExpires,
                by: "expires",
                class: "c-time wide-only",
                cell: ({ expiresAt = null }: CredentialRow) => <Expiry visit={visit} at={expiresAt} />,
              },
            ]),
        {
          head: said.created,
          by: "created",
          class: isKeys ? "c-time wide-only" : "c-time roomy-only",
          cell: ({ createdAt }) => createdAt && <When visit={visit} at={createdAt} />,
        },
      ]}
      {...list}
    />
  );
}
