// One service account: its description, roles, secrets and access list.
import { doneHere } from "../done.ts";
import { Pager, pageOf } from "../kit/pager.tsx";
import { page, type Visit } from "../page.ts";
import { orgScope, read } from "../scope.ts";
import { AccessList, entriesIn, wholeList } from "./access-list.tsx";
import { Secrets } from "./account-secrets.tsx";
import { copied, credentialView, GroupRoles, groupNames, removeEntries } from "./credential.tsx";
import { AccountFields } from "./credential-forms.tsx";
import { afterRemoval } from "./inviter.tsx";
import { secretMade } from "./made.tsx";

type AccountVisit = Visit<"orgId" | "clientId">;

const projectsPerPage = 20;

export const serviceAccount = page({
  path: "/orgs/:orgId/service-accounts/:clientId",
  for: "person",
  performs: [
    "updateOrgServiceAccount",
    "deleteOrgServiceAccount",
    "createOrgServiceAccountSecret",
    "deleteOrgServiceAccountSecret",
    "createOrgServiceAccountAccessList",
    "deleteOrgServiceAccountAccessListEntry",
  ],
  async show(visit) {
    const { words, params, api } = visit;
    const here = await read(visit, orgScope(params.orgId));
    const { orgId, clientId } = params;
    const account = await api("getOrgServiceAccount", { orgId, clientId });
    const list = await wholeList((at) => api("listOrgServiceAccountAccessList", { ...params, ...at }));
    const { name = "", description, roles = [], createdAt, secrets = [] } = account;
    const { may } = here;
    return credentialView(visit, here, {
      kind: "accounts",
      title: name,
      code: clientId,
      createdAt,
      name,
      lead: description,
      roles,
      allRoles: roles,
      fields: <AccountFields account={account} />,
      names: [copied(visit, words.credentials.clientId, clientId)],
      children: (
        <>
          <Secrets secrets={secrets} isMine={may("createOrgServiceAccountSecret")} />
          <AccessList list={list} isMine={may("createOrgServiceAccountAccessList")} />
          {await projects(visit)}
        </>
      ),
    });
  },
  forms: {
    async save(visit, form) {
      const body = {
        name: form.text("name"),
        description: form.text("description"),
        roles: form.all("roles"),
      };
      await visit.api("updateOrgServiceAccount", { ...visit.params, body });
      return doneHere(visit, "saved");
    },
    async delete(visit) {
      const { orgId, clientId } = visit.params;
      await visit.api("deleteOrgServiceAccount", visit.params);
      return afterRemoval(visit, orgScope(orgId), clientId, `/orgs/${orgId}/keys?done=deleted`);
    },
    async addSecret(visit, form) {
      const body = { secretExpiresAfterHours: Number(form.text("hours")) };
      const made = await visit.api("createOrgServiceAccountSecret", { ...visit.params, body });
      return secretMade(visit, orgScope(visit.params.orgId), visit.params.clientId, made);
    },
    async deleteSecret(visit, form) {
      await visit.api("deleteOrgServiceAccountSecret", { ...visit.params, secretId: form.text("id") });
      return doneHere(visit, "secret");
    },
    async addEntries(visit, form) {
      await visit.api("createOrgServiceAccountAccessList", { ...visit.params, body: entriesIn(form) });
      return doneHere(visit, "entries");
    },
    removeEntry: (visit, form) =>
      removeEntries(visit, form, (ipAddress) =>
        visit.api("deleteOrgServiceAccountAccessListEntry", { ...visit.params, ipAddress }),
      ),
  },
});

async function projects(visit: AccountVisit) {
  const { api, params, query, words } = visit;
  const { projects: caption, pagesOf } = words.credentials;
  const { results = [], totalCount = 0 } = await api("getOrgServiceAccountGroups", {
    ...params,
    itemsPerPage: projectsPerPage,
    pageNum: pageOf(query, "projects"),
  });
  if (totalCount === 0) return null;
  return (
    <>
      <GroupRoles
        caption={caption}
        groups={results.map(({ groupId = "", roles = [] }) => ({ id: groupId, roles }))}
        names={await groupNames(visit, params.orgId)}
      />
      <Pager name="projects" label={pagesOf(caption)} perPage={projectsPerPage} total={totalCount} />
    </>
  );
}
