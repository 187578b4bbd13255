// The columns of the lists of API keys and of service accounts.
import { Badge, Copy } from "../kit/kit.tsx";
import { Chips } from "../kit/list.tsx";
import { type Column, idColumn } from "../kit/row-table.tsx";
import { minuteOf, When } from "../kit/time.tsx";
import type { Visit } from "../page.ts";
import type { CredentialRow } from "./credential-rows.ts";

/** How long before a secret stops working it is marked, in milliseconds. */
const soon = 14 * 86_400_000;

/** When the last secret stops working; soon, or before now, it is marked. */
export function Expiry({ visit, at }: { visit: Visit; at: string | null }) {
  const { noSecret, secretEnded } = visit.words.credentials;
  if (at === null) return <Badge tone="gray">{noSecret}</Badge>;
  const left = Date.parse(at) - visit.now;
  if (left > soon) return <When at={at} />;
  return left > 0 ? (
    <Badge tone="yellow">
      <When at={at} />
    </Badge>
  ) : (
    <Badge tone="red">
      <time dateTime={at} title={`${minuteOf(at)} UTC`}>
        {secretEnded}
      </time>
    </Badge>
  );
}

/** When a credential was used last; see `CredentialRow`. */
export function LastUse({ visit, at }: { visit: Visit; at: string | null | undefined }) {
  const { unused, unknownUse } = visit.words.credentials;
  if (at) return <When at={at} />;
  return <>{at === null ? unused : unknownUse}</>;
}

export const addressOf = (orgId: string, isKeys: boolean, id: string) =>
  `/orgs/${orgId}/${isKeys ? "keys" : "service-accounts"}/${id}`;

/** `orgId` is undefined where the organization, which has the pages of credentials, is not shown to the visitor. */
export function columnsOf(visit: Visit, orgId: string | undefined, isKeys: boolean): Column<CredentialRow>[] {
  const { words } = visit;
  const said = words.credentials;
  const code = isKeys
    ? { head: said.publicKey, class: "c-key wide-only" }
    : { head: said.clientId, class: "c-client wide-only" };
  return [
    nameColumn(visit, orgId, isKeys),
    {
      ...code,
      cell: ({ code: text }) => <Copy text={text} label={words.layout.copyOf(text)} />,
    },
    ...(isKeys ? [idColumn<CredentialRow>(visit, "c-code roomy-only")] : []),
    {
      head: said.roles,
      class: "c-few",
      cell: ({ roles }) => <Chips labels={roles.map(words.shortRole)} />,
    },
    {
      head: said.lastUsed,
      by: "used",
      value: ({ lastUsedAt }) => Date.parse(lastUsedAt ?? "1970-01-01"),
      class: "c-time wide-only",
      cell: ({ lastUsedAt }) => <LastUse visit={visit} at={lastUsedAt} />,
    },
    ...(isKeys
      ? []
      : [
          {
            head: said.secretExpires,
            by: "expires",
            value: ({ expiresAt }: CredentialRow) => Date.parse(expiresAt ?? "9999-12-31"),
            class: "c-time wide-only",
            cell: ({ expiresAt = null }: CredentialRow) => <Expiry visit={visit} at={expiresAt} />,
          },
        ]),
    {
      head: said.created,
      by: "created",
      value: ({ createdAt }) => Date.parse(createdAt ?? "1970-01-01"),
      class: isKeys ? "c-time wide-only" : "c-time roomy-only",
      cell: ({ createdAt }) => createdAt && <When at={createdAt} />,
    },
  ];
}

function nameColumn(visit: Visit, orgId: string | undefined, isKeys: boolean): Column<CredentialRow> {
  const said = visit.words.credentials;
  return {
    head: isKeys ? said.description : said.name,
    by: "name",
    value: ({ name }) => name,
    cell: ({ id, name, description }) => (
      <>
        {orgId === undefined ? <span>{name}</span> : <a href={addressOf(orgId, isKeys, id)}>{name}</a>}
        {description && <small>{description}</small>}
      </>
    ),
  };
}
