// One API key: its description, roles and access list.
import { doneHere } from "../done.ts";
import { Field } from "../kit/fields.tsx";
import { LinkButton } from "../kit/kit.tsx";
import { page, type Visit } from "../page.ts";
import { type Here, orgScope, read } from "../scope.ts";
import { AccessList, entriesIn, wholeList } from "./access-list.tsx";
import { copied, credentialView, GroupRoles, groupNames, removeEntries } from "./credential.tsx";
import { keyUses } from "./credential-kinds.ts";
import { afterRemoval } from "./inviter.tsx";

type KeyVisit = Visit<"orgId" | "apiUserId">;

const find = ({ api, params: { orgId, apiUserId } }: KeyVisit) => api("getOrgApiKey", { orgId, apiUserId });

/** Roles by project; those in the organization under the empty id. */
function rolesByGroup({ roles = [] }: Awaited<ReturnType<typeof find>>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { groupId = "", roleName } of roles) {
    if (roleName !== undefined) found.set(groupId, [...(found.get(groupId) ?? []), roleName]);
  }
  return found;
}

export const apiKey = page({
  path: "/orgs/:orgId/keys/:apiUserId",
  for: "person",
  performs: [
    "updateOrgApiKey",
    "deleteOrgApiKey",
    "createOrgApiKeyAccessListEntry",
    "deleteOrgApiKeyAccessListEntry",
  ],
  async show(visit) {
    const { words, params } = visit;
    const said = words.credentials;
    const here = await read(visit, orgScope(params.orgId));
    const key = await find(visit);
    const useOf = await keyUses(visit, here);
    const { desc = "", publicKey = "", privateKey } = key;
    const { "": inOrg = [], ...byGroup } = Object.fromEntries(rolesByGroup(key));
    const groups = Object.entries(byGroup).map(([id, roles]) => ({ id, roles }));
    return credentialView(visit, here, {
      kind: "keys",
      title: desc === "" ? publicKey : desc,
      code: publicKey,
      ...useOf(params.apiUserId),
      name: `${desc} ${publicKey}`,
      lead: <span class="code">{publicKey}</span>,
      buttons: here.may("listOrgEvents") && (
        <LinkButton href={`${here.root}/activity?${new URLSearchParams({ who: publicKey })}`} icon="activity">
          {words.layout.activity}
        </LinkButton>
      ),
      roles: inOrg,
      allRoles: [...inOrg, ...groups.flatMap(({ roles }) => roles)],
      fields: <Field name="desc" value={desc} label={said.description} maxLength={250} required />,
      names: [
        copied(visit, said.of.keys.assignedId, params.apiUserId),
        copied(visit, said.publicKey, publicKey),
        [
          said.privateKey,
          <span class="code" key="masked">
            {privateKey}
          </span>,
        ],
      ],
      children: await below(visit, here, groups),
    });
  },
  forms: {
    async save(visit, form) {
      const body = { desc: form.text("desc"), roles: form.all("roles") };
      await visit.api("updateOrgApiKey", { ...visit.params, body });
      return doneHere(visit, "saved");
    },
    async delete(visit) {
      const scope = orgScope(visit.params.orgId);
      const { publicKey = "" } = await find(visit);
      await visit.api("deleteOrgApiKey", visit.params);
      return afterRemoval(visit, scope, publicKey, `${scope.root}/keys?done=deleted`);
    },
    async addEntries(visit, form) {
      await visit.api("createOrgApiKeyAccessListEntry", { ...visit.params, body: entriesIn(form) });
      return doneHere(visit, "entries");
    },
    removeEntry: (visit, form) =>
      removeEntries(visit, form, (ipAddress) =>
        visit.api("deleteOrgApiKeyAccessListEntry", { ...visit.params, ipAddress }),
      ),
  },
});

/** Where the key may be used from, and its roles in projects. */
async function below(visit: KeyVisit, { id, may }: Here, groups: readonly { id: string; roles: string[] }[]) {
  const { api, params, words } = visit;
  const list = await wholeList((at) => api("listOrgApiKeyAccessListEntries", { ...params, ...at }));
  return (
    <>
      <AccessList list={list} isMine={may("updateOrgApiKey")} />
      {groups.length > 0 && (
        <GroupRoles
          caption={words.credentials.otherRoles}
          groups={groups}
          names={await groupNames(visit, id)}
        />
      )}
    </>
  );
}
