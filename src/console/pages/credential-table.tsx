// The list of API keys or of service accounts, as organizations and projects show it: one kind at a time, behind a tab.
import type { ComponentChildren } from "preact";
import type { Browsing } from "../kit/browse.ts";
import { Copy, Notice } from "../kit/kit.tsx";
import { Chips, Tabs } from "../kit/list.tsx";
import { Listing } from "../kit/listing.tsx";
import { When } from "../kit/time.tsx";
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
  /** ISO 8601; of accounts where the API says it. */
  readonly createdAt?: string | undefined;
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
  const hasDates = shown.some(({ createdAt }) => createdAt !== undefined);
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
                class: "c-code wide-only",
                cell: ({ id, name }: CredentialRow) => (
                  <Copy visit={visit} text={id} label={words.layout.copyOf(`ID: ${name}`)} />
                ),
              },
            ]
          : []),
        {
          head: said.roles,
          class: "c-some",
          cell: ({ roles: held }) => <Chips labels={held.map(words.shortRole)} />,
        },
        ...(hasDates
          ? [
              {
                head: said.created,
                by: "created",
                class: "c-time wide-only",
                cell: ({ createdAt }: CredentialRow) =>
                  createdAt === undefined ? null : <When visit={visit} at={createdAt} />,
              },
            ]
          : []),
      ]}
      {...list}
    />
  );
}
