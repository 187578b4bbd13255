// One API key: its description, roles and access list.

import { isAbove, type Offered, offeredIn } from "../kit/giving.tsx";
import { Button, Copy, Field, Form, Heading, LinkButton, problemOf, Table, typed } from "../kit/kit.tsx";
import { Done, RoleList } from "../kit/people.tsx";
import { Sheet } from "../kit/sheet.tsx";
import { Time, When } from "../kit/time.tsx";
import { page, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { unlessRefused } from "../refusals.ts";
import { useOf, usesIn } from "./credential-table.tsx";
import { AccessList, entriesIn, Roles, removeEntries, TakeAway, wholeList } from "./credentials.tsx";
import { afterRemoval } from "./inviter.tsx";

type Here = Visit<"orgId" | "apiUserId">;
type Key = Awaited<ReturnType<typeof find>>;

const find = ({ api, params: { orgId, apiUserId } }: Here) => api("getOrgApiKey", { orgId, apiUserId });
const addressOf = ({ params: { orgId, apiUserId } }: Here) => `/orgs/${orgId}/keys/${apiUserId}`;

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
    const { words, params, api } = visit;
    const places = await placesOf(visit, params);
    const key = await find(visit);
    const offered = await offeredIn(visit, { orgId: params.orgId });
    const { may } = places.org;
    const list = await wholeList((at) => api("listOrgApiKeyAccessListEntries", { ...params, ...at })).catch(
      unlessRefused("USER_UNAUTHORIZED"),
    );
    const { desc = "", publicKey = "" } = key;
    const { removeKey, removeKeyConfirm, remove } = words.credentials;
    const title = desc === "" ? publicKey : desc;
    return {
      title,
      places,
      body: (
        <>
          <Heading title={title} lead={<span class="code">{publicKey}</span>}>
            {may("listOrgEvents") && (
              <LinkButton
                href={`/orgs/${params.orgId}/activity?${new URLSearchParams({ who: publicKey })}`}
                icon="activity"
              >
                {words.layout.activity}
              </LinkButton>
            )}
            {may("updateOrgApiKey") && <Edit visit={visit} apiKey={key} offered={offered} />}
            {may("deleteOrgApiKey") && !isAbove(offered, rolesOf(key)) && (
              <TakeAway
                visit={visit}
                form="delete"
                id={params.apiUserId}
                label={removeKey(`${desc} ${publicKey}`)}
                confirm={removeKeyConfirm}
              >
                {remove}
              </TakeAway>
            )}
          </Heading>
          <Done visit={visit} sentences={visit.words.credentials.done} />
          <div class="beside">
            <div>
              <AccessList visit={visit} list={list} isMine={may("updateOrgApiKey")} />
              <GroupRoles visit={visit} apiKey={key} names={await groupNames(visit, key)} />
            </div>
            <Facts visit={visit} apiKey={key} use={useOf(await usesIn(visit, params), params.apiUserId)} />
          </div>
        </>
      ),
    };
  },
  forms: {
    async save(visit, form) {
      await visit.api("updateOrgApiKey", {
        ...visit.params,
        body: { desc: form.text("desc"), roles: form.all("roles") },
      });
      return { to: `${addressOf(visit)}?done=saved` };
    },
    async delete(visit) {
      const { api, params } = visit;
      const { publicKey = "" } = await find(visit);
      await api("deleteOrgApiKey", params);
      return afterRemoval(visit, params, publicKey, `/orgs/${params.orgId}/keys?done=deleted`);
    },
    async addEntries(visit, form) {
      await visit.api("createOrgApiKeyAccessListEntry", { ...visit.params, body: entriesIn(form) });
      return { to: `${addressOf(visit)}?done=entries` };
    },
    async removeEntry(visit, form) {
      const places = await placesOf(visit, visit.params);
      return removeEntries(visit, form, places, (ipAddress) =>
        visit.api("deleteOrgApiKeyAccessListEntry", { ...visit.params, ipAddress }),
      );
    },
  },
});

const rolesOf = ({ roles = [] }: Key) => roles.flatMap(({ roleName }) => roleName ?? []);

const inOrg = ({ roles = [] }: Key) =>
  roles.flatMap(({ groupId, roleName }) => (groupId === undefined ? (roleName ?? []) : []));

/** Roles of the key by project. */
function byGroup({ roles = [] }: Key): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { groupId, roleName } of roles) {
    if (groupId === undefined || roleName === undefined) continue;
    found.set(groupId, [...(found.get(groupId) ?? []), roleName]);
  }
  return found;
}

/** Names of the projects this person can see. */
async function groupNames({ api, params }: Here, key: Key): Promise<ReadonlyMap<string, string>> {
  if (byGroup(key).size === 0) return new Map();
  const { results = [] } = await api("getOrgGroups", { orgId: params.orgId, itemsPerPage: 500 });
  return new Map(results.map(({ id = "", name }) => [id, name]));
}

interface PartProps {
  readonly visit: Here;
  readonly apiKey: Key;
}

function Facts({ visit, apiKey, use }: PartProps & { readonly use: ReturnType<typeof useOf> }) {
  const words = visit.words.credentials;
  const { createdAt, lastUsedAt } = use;
  return (
    <dl>
      <dt>{words.keyId}</dt>
      <dd>
        <Copy visit={visit} text={visit.params.apiUserId} label={visit.words.layout.copyOf(words.keyId)} />
      </dd>
      <dt>{words.publicKey}</dt>
      <dd>
        <Copy
          visit={visit}
          text={apiKey.publicKey ?? ""}
          label={visit.words.layout.copyOf(words.publicKey)}
        />
      </dd>
      <dt>{words.privateKey}</dt>
      <dd class="code">{apiKey.privateKey}</dd>
      <dt>{words.rolesHere}</dt>
      <dd>
        <RoleList words={visit.words} roles={inOrg(apiKey)} />
      </dd>
      {createdAt !== undefined && (
        <>
          <dt>{words.created}</dt>
          <dd>
            <Time at={createdAt} />
          </dd>
        </>
      )}
      <dt>{words.lastUsed}</dt>
      <dd>
        {lastUsedAt ? (
          <When visit={visit} at={lastUsedAt} />
        ) : lastUsedAt === null ? (
          words.unused
        ) : (
          words.unknownUse
        )}
      </dd>
    </dl>
  );
}

function GroupRoles({ visit, apiKey, names }: PartProps & { readonly names: ReadonlyMap<string, string> }) {
  const { otherRoles, project, roles } = visit.words.credentials;
  const groups = byGroup(apiKey);
  if (groups.size === 0) return null;
  return (
    <Table
      caption={otherRoles}
      heads={[project, roles]}
      rows={[...groups].map(([id, held]) => ({
        key: id,
        cells: [
          names.has(id) ? (
            <a href={`/projects/${id}/keys`} key="project">
              {names.get(id)}
            </a>
          ) : (
            id
          ),
          <RoleList words={visit.words} roles={held} key="roles" />,
        ],
      }))}
      empty={null}
    />
  );
}

function Edit({ visit, apiKey, offered }: PartProps & { readonly offered: Offered }) {
  const words = visit.words.credentials;
  return (
    <Sheet id="save" title={words.editTitle} isOpen={visit.problem?.name === "save"} icon="edit" isPrimary>
      <Form visit={visit} name="save">
        <Field
          label={words.description}
          name="desc"
          value={typed(visit, "save", "desc", apiKey.desc)}
          problem={problemOf(visit, "save", "desc")}
          maxLength={250}
          required
        />
        <Roles visit={visit} form="save" name="roles" of="org" offered={offered} held={inOrg(apiKey)} />
        <Button kind="primary">{words.save}</Button>
      </Form>
    </Sheet>
  );
}
