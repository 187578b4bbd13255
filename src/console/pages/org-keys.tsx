// API keys and service accounts of an organization.

import { isAbove, type Offered, offeredIn } from "../kit/giving.tsx";
import { Heading, Notice } from "../kit/kit.tsx";
import { pageOf } from "../kit/pager.tsx";
import { Done } from "../kit/people.tsx";
import { page, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { unlessRefused } from "../refusals.ts";
import { accountIn, CreateAccount, CreateKey } from "./credential-making.tsx";
import { type CredentialPage, CredentialTable } from "./credential-table.tsx";
import { idIn, perPage, TakeAway } from "./credentials.tsx";
import { afterRemoval } from "./inviter.tsx";
import { accountMade, keyMade } from "./made.tsx";

type Here = Visit<"orgId">;

export const orgKeys = page({
  path: "/orgs/:orgId/keys",
  for: "person",
  performs: ["createOrgApiKey", "createOrgServiceAccount", "deleteOrgApiKey", "deleteOrgServiceAccount"],
  async show(visit) {
    const { words, params } = visit;
    const places = await placesOf(visit, params);
    const keys = await listKeys(visit).catch(unlessRefused("USER_UNAUTHORIZED"));
    const offered = await offeredIn(visit, params);
    const accounts = await listAccounts(visit).catch(unlessRefused("USER_UNAUTHORIZED"));
    const { title, lead, keysHidden, accountsHidden } = words.credentials;
    return {
      title,
      places,
      body: (
        <>
          <Heading title={title} lead={lead} />
          <Done visit={visit} sentences={visit.words.credentials.done} />
          {keys === undefined ? (
            <Notice kind="info">{keysHidden}</Notice>
          ) : (
            <Owned visit={visit} of="keys" page={keys} offered={offered} />
          )}
          <CreateKey visit={visit} of="org" offered={offered} />
          {accounts === undefined ? (
            <Notice kind="info">{accountsHidden}</Notice>
          ) : (
            <Owned visit={visit} of="accounts" page={accounts} offered={offered} />
          )}
          <CreateAccount visit={visit} of="org" offered={offered} />
        </>
      ),
    };
  },
  forms: {
    async createKey(visit, form) {
      const { orgId } = visit.params;
      const body = { desc: form.text("desc"), roles: form.all("keyRoles") };
      return keyMade(visit, { orgId }, await visit.api("createOrgApiKey", { orgId, body }));
    },
    async createAccount(visit, form) {
      const { orgId } = visit.params;
      const made = await visit.api("createOrgServiceAccount", { orgId, body: accountIn(form) });
      return accountMade(visit, { orgId }, made);
    },
    async deleteKey(visit, form) {
      const { api, params } = visit;
      const key = { ...params, apiUserId: idIn(form, "id") };
      const { publicKey = "" } = await api("getOrgApiKey", key);
      await api("deleteOrgApiKey", key);
      return afterRemoval(visit, params, publicKey, `/orgs/${params.orgId}/keys?done=deleted`);
    },
    async deleteAccount(visit, form) {
      const { api, params } = visit;
      const clientId = idIn(form, "id");
      await api("deleteOrgServiceAccount", { ...params, clientId });
      return afterRemoval(visit, params, clientId, `/orgs/${params.orgId}/keys?done=deleted`);
    },
  },
});

async function listKeys({ api, params, query }: Here): Promise<CredentialPage> {
  const at = { ...params, itemsPerPage: perPage, pageNum: pageOf(query, "keys") };
  const { results = [], totalCount = 0 } = await api("listOrgApiKeys", at);
  const rows = results.map(({ id = "", desc = "", publicKey = "", roles = [] }) => ({
    id,
    name: desc === "" ? publicKey : desc,
    code: publicKey,
    roles: roles.flatMap(({ orgId, roleName }) => (orgId === undefined ? [] : (roleName ?? []))),
  }));
  return { rows, total: totalCount };
}

async function listAccounts({ api, params, query }: Here): Promise<CredentialPage> {
  const at = { ...params, itemsPerPage: perPage, pageNum: pageOf(query, "accounts") };
  const { results = [], totalCount = 0 } = await api("listOrgServiceAccounts", at);
  const rows = results.map(({ clientId = "", name = "", description, roles = [], createdAt = "" }) => ({
    id: clientId,
    name,
    description,
    code: clientId,
    roles,
    createdAt,
  }));
  return { rows, total: totalCount };
}

/** Keys or accounts, each with the form `deleteKey` or `deleteAccount`. */
interface OwnedProps {
  readonly visit: Here;
  readonly of: "keys" | "accounts";
  readonly page: CredentialPage;
  readonly offered: Offered;
}

function Owned({ visit, of, page, offered }: OwnedProps) {
  const words = visit.words.credentials;
  const isKeys = of === "keys";
  return (
    <CredentialTable
      visit={visit}
      of={of}
      heads={{ name: isKeys ? words.description : words.name, roles: words.rolesHere }}
      orgId={visit.params.orgId}
      actions={({ id, name, code, roles }) =>
        isAbove(offered, roles) ? null : (
          <TakeAway
            visit={visit}
            form={isKeys ? "deleteKey" : "deleteAccount"}
            id={id}
            label={
              isKeys ? words.removeKey(name === code ? code : `${name} ${code}`) : words.removeAccount(name)
            }
            confirm={isKeys ? words.removeKeyConfirm : words.removeAccountConfirm}
          >
            {words.remove}
          </TakeAway>
        )
      }
      {...page}
    />
  );
}
