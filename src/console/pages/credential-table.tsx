// The table of API keys or of service accounts, as organizations and projects show it.
import type { ComponentChildren } from "preact";
import { Copy, Table } from "../kit/kit.tsx";
import { Pager } from "../kit/pager.tsx";
import { RoleList } from "../kit/people.tsx";
import { When } from "../kit/time.tsx";
import type { Visit } from "../page.ts";
import { perPage } from "./credentials.tsx";

export interface CredentialRow {
  readonly id: string;
  /** An API key without a description is named by its public key. */
  readonly name: string;
  readonly description?: string | undefined;
  /** What programs name it by: the public key, or the client id. */
  readonly code: string;
  /** In this organization or project. */
  readonly roles: readonly string[];
  /** ISO 8601; shown by the tables that have it. */
  readonly createdAt?: string;
}

export interface CredentialPage {
  readonly rows: readonly CredentialRow[];
  /** Of all pages. */
  readonly total: number;
}

interface CredentialTableProps extends CredentialPage {
  readonly visit: Visit;
  readonly of: "keys" | "accounts";
  readonly heads: { readonly name: string; readonly roles: string };
  /** Undefined where the organization, which has the pages of credentials, is not shown to this person. */
  readonly orgId: string | undefined;
  readonly actions: (credential: CredentialRow) => ComponentChildren;
}

export function CredentialTable({ visit, of, heads, orgId, actions, rows, total }: CredentialTableProps) {
  const words = visit.words.credentials;
  const { caption, code, empty, place } =
    of === "keys"
      ? { caption: words.keys, code: words.publicKey, empty: words.noKeys, place: "keys" }
      : {
          caption: words.accounts,
          code: words.clientId,
          empty: words.noAccounts,
          place: "service-accounts",
        };
  const hasDates = rows.some(({ createdAt }) => createdAt !== undefined);
  return (
    <>
      <Table
        caption={caption}
        heads={[heads.name, code, heads.roles, ...(hasDates ? [words.created] : []), words.actions]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            <>
              {orgId === undefined ? row.name : <a href={`/orgs/${orgId}/${place}/${row.id}`}>{row.name}</a>}
              {row.description && <small>{row.description}</small>}
            </>,
            <Copy visit={visit} text={row.code} label={visit.words.layout.copyOf(row.code)} key="code" />,
            <RoleList key="roles" words={visit.words} roles={row.roles} />,
            ...(row.createdAt === undefined ? [] : [<When visit={visit} key="created" at={row.createdAt} />]),
            actions(row),
          ],
        }))}
        empty={empty}
      />
      <Pager visit={visit} name={of} label={words.pagesOf(caption)} perPage={perPage} total={total} />
    </>
  );
}
