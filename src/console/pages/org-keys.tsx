// API keys and service accounts of an organization.
import { orgRoleNames } from "../../contract/roles.ts";
import { takeEach } from "../each.tsx";
import { isAbove, offeredIn } from "../kit/giving.tsx";
import { Heading } from "../kit/kit.tsx";
import { listedAt, MenuLink } from "../kit/list.tsx";
import { MenuForm } from "../kit/listing.tsx";
import { Done } from "../kit/people.tsx";
import { page, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { unlessRefused } from "../refusals.ts";
import { accountIn, CreateAccount, CreateKey } from "./credential-making.tsx";
import { CredentialList, type CredentialRow, kindOf, secretsOf, useOf, usesIn } from "./credential-table.tsx";
import { everything, idsIn } from "./credentials.tsx";
import { afterRemovals } from "./inviter.tsx";
import { accountMade, keyMade } from "./made.tsx";

type Here = Visit<"orgId">;

export const orgKeys = page({
  path: "/orgs/:orgId/keys",
  for: "person",
  performs: ["createOrgApiKey", "createOrgServiceAccount", "deleteOrgApiKey", "deleteOrgServiceAccount"],
  async show(visit) {
    const { words, params } = visit;
    const places = await placesOf(visit, params);
    const all = {
      keys: await listKeys(visit).catch(unlessRefused("USER_UNAUTHORIZED")),
      accounts: await listAccounts(visit).catch(unlessRefused("USER_UNAUTHORIZED")),
    };
    const offered = await offeredIn(visit, params);
    const { may } = places.org;
    const isKeys = kindOf(visit) === "keys";
    const said = words.credentials;
    const sent = visit.problem?.name;
    const mayDelete = may(isKeys ? "deleteOrgApiKey" : "deleteOrgServiceAccount");
    const form = isKeys ? "deleteKey" : "deleteAccount";
    const isOurs = ({ roles }: CredentialRow) => mayDelete && !isAbove(offered, roles);
    return {
      title: said.title,
      places,
      list: "rows",
      body: (
        <>
          <Heading title={words.layout.keys}>
            {may("createOrgApiKey") && (isKeys || sent === "createKey") && (
              <CreateKey visit={visit} of="org" offered={offered} />
            )}
            {may("createOrgServiceAccount") && (!isKeys || sent === "createAccount") && (
              <CreateAccount visit={visit} of="org" offered={offered} />
            )}
          </Heading>
          <Done visit={visit} sentences={said.done} />
          <CredentialList
            visit={visit}
            all={all}
            roles={orgRoleNames}
            orgId={params.orgId}
            bulk={
              mayDelete
                ? { form, label: said.remove, confirm: isKeys ? said.deleteKeys : said.deleteAccounts }
                : undefined
            }
            isPickable={isOurs}
            menu={(row) => {
              const { id, name, code } = row;
              const named = name === code ? code : `${name} ${code}`;
              return (
                <>
                  <MenuLink href={`/orgs/${params.orgId}/${isKeys ? "keys" : "service-accounts"}/${id}`}>
                    {words.people.list.open}
                  </MenuLink>
                  {isOurs(row) && (
                    <MenuForm
                      visit={visit}
                      form={form}
                      id={id}
                      confirm={isKeys ? said.removeKeyConfirm : said.removeAccountConfirm}
                      label={isKeys ? said.removeKey(named) : said.removeAccount(name)}
                    >
                      {said.remove}
                    </MenuForm>
                  )}
                </>
              );
            }}
          />
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
      const keys = await listKeys(visit);
      const ids = idsIn(form);
      const outcome = await takeEach(visit, {
        ids,
        take: (apiUserId) => api("deleteOrgApiKey", { ...params, apiUserId }),
        nameOf: (id) => keys.find((key) => key.id === id)?.name ?? id,
        places: await placesOf(visit, params),
        back: listedAt(visit),
        done: "deleted",
      });
      const codes = ids.map((id) => keys.find((key) => key.id === id)?.code ?? id);
      return afterRemovals(visit, params, codes, outcome);
    },
    async deleteAccount(visit, form) {
      const { api, params } = visit;
      const accounts = await listAccounts(visit);
      const ids = idsIn(form);
      const outcome = await takeEach(visit, {
        ids,
        take: (clientId) => api("deleteOrgServiceAccount", { ...params, clientId }),
        nameOf: (id) => accounts.find((account) => account.id === id)?.name ?? id,
        places: await placesOf(visit, params),
        back: listedAt(visit),
        done: "deleted",
      });
      return afterRemovals(visit, params, ids, outcome);
    },
  },
});

async function listKeys(visit: Here): Promise<CredentialRow[]> {
  const { api, params } = visit;
  const { results = [] } = await api("listOrgApiKeys", { ...params, ...everything });
  const uses = await usesIn(visit, params);
  return results.map(({ id = "", desc = "", publicKey = "", roles = [] }) => ({
    id,
    name: desc === "" ? publicKey : desc,
    code: publicKey,
    roles: roles.flatMap(({ orgId, roleName }) => (orgId === undefined ? [] : (roleName ?? []))),
    ...useOf(uses, id),
  }));
}

async function listAccounts({ api, params }: Here): Promise<CredentialRow[]> {
  const { results = [] } = await api("listOrgServiceAccounts", { ...params, ...everything });
  return results.map(({ clientId = "", name = "", description, roles = [], createdAt = "", secrets }) => ({
    id: clientId,
    name,
    description,
    code: clientId,
    roles,
    createdAt,
    ...secretsOf(secrets),
  }));
}
