// The columns of the lists of API keys and of service accounts.
import { fullName } from "../../core/domain/full-name.ts";
import { day } from "../../core/domain/instant.ts";
import { Badge, Copy } from "../kit/kit.tsx";
import { Chips } from "../kit/list.tsx";
import { type Column, idColumn, timeColumn } from "../kit/row-table.tsx";
import { minuteOf, When } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import { pageIn } from "../scope.ts";
import type { Words } from "../words/words.ts";
import { addressOf, type CredentialRow, type Kind, type Maker } from "./credential-kinds.ts";

/** A key without a description is named by its code alone. */
export const nameOf = ({ name, code }: Pick<CredentialRow, "name" | "code">) =>
  name === code ? code : `${name} ${code}`;

/** The time before its expiry from which a secret is marked. */
const soon = 14 * day;

/** Shows when the last secret expires, and marks a time that is near or past. */
export function Expiry({ at }: { at: string | null }) {
  const { words, now } = useVisit();
  const { noSecret, secretEnded } = words.credentials;
  if (at === null) return <Badge tone="gray">{noSecret}</Badge>;
  const left = Date.parse(at) - now;
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

/** Shows when a credential was last used; see `CredentialRow`. */
export function LastUse({ at }: { at: string | null | undefined }) {
  const { unused, unknownUse } = useVisit().words.credentials;
  if (at) return <When at={at} />;
  return <>{at === null ? unused : unknownUse}</>;
}

/** Shows the creator of a credential, with a link if the organization is known. */
export function MadeBy({ maker, orgId }: { maker: Maker | undefined; orgId?: string | undefined }) {
  const { seed, unknownMaker } = useVisit().words.credentials;
  if (maker === undefined) return <>{unknownMaker}</>;
  const name = maker.kind === "SEED" ? seed : fullName(maker) || maker.name;
  const { kind, id } = maker;
  const code = kind === "SERVICE_ACCOUNT" ? maker.name : id;
  const href = orgId && kind !== "SEED" && pageIn(`/orgs/${orgId}`, kind, code);
  return href ? (
    <a href={href} title={maker.name}>
      {name}
    </a>
  ) : (
    <span title={maker.name}>{name}</span>
  );
}

/**
 * Builds the columns. `orgId` is undefined if the visitor cannot see the organization, which has the pages of credentials.
 */
export function columnsOf(words: Words, orgId: string | undefined, kind: Kind): Column<CredentialRow>[] {
  const said = words.credentials;
  const isKeys = kind === "keys";
  return [
    {
      head: said.of[kind].name,
      by: "name",
      value: ({ name }) => name,
      cell: ({ id, name, description }) => (
        <>
          {orgId === undefined ? <span>{name}</span> : <a href={addressOf(orgId, kind, id)}>{name}</a>}
          {description && <small>{description}</small>}
        </>
      ),
    },
    {
      head: said.of[kind].code,
      class: isKeys ? "c-key wide-only" : "c-client desk-only",
      cell: ({ code }) => <Copy text={code} label={words.layout.copyOf(code)} />,
    },
    ...(isKeys ? [idColumn<CredentialRow>("c-code roomy-only")] : []),
    {
      head: words.layout.roles,
      class: "c-held",
      cell: ({ roleTexts = [] }) => <Chips labels={roleTexts} />,
    },
    {
      ...timeColumn<CredentialRow>(words.layout.lastUsed, "used", ({ lastUsedAt }) => lastUsedAt),
      cell: ({ lastUsedAt }) => <LastUse at={lastUsedAt} />,
    },
    ...(isKeys ? [] : [expiryColumn(said.secretExpires)]),
    {
      ...timeColumn<CredentialRow>(
        said.madeBy,
        "created",
        ({ createdAt }) => createdAt,
        isKeys ? "c-time desk-only" : "c-time roomy-only",
      ),
      cell: ({ maker, createdAt }) => (
        <>
          {(orgId === undefined && maker === undefined) || <MadeBy maker={maker} orgId={orgId} />}
          <small>{createdAt && <When at={createdAt} />}</small>
        </>
      ),
    },
  ];
}

const expiryColumn = (head: string): Column<CredentialRow> => ({
  ...timeColumn<CredentialRow>(head, "expires", ({ expiresAt }) => expiresAt ?? "9999-12-31"),
  cell: ({ expiresAt = null }) => <Expiry at={expiresAt} />,
});
