// One service account: its description, roles, secrets and access list.

import { isAbove, type Offered, offeredIn } from "../kit/giving.tsx";
import { Button, Copy, Field, Form, Heading, problemOf, Table, typed } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { Done, RoleList } from "../kit/people.tsx";
import { Sheet } from "../kit/sheet.tsx";
import { Time } from "../kit/time.tsx";
import { page, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { unlessRefused } from "../refusals.ts";
import { Secrets } from "./account-secrets.tsx";
import {
  AccessList,
  entriesIn,
  idIn,
  perPage,
  Roles,
  removeEntries,
  TakeAway,
  wholeList,
} from "./credentials.tsx";
import { afterRemoval } from "./inviter.tsx";
import { secretMade } from "./made.tsx";

type Here = Visit<"orgId" | "clientId">;
type Account = Awaited<ReturnType<typeof find>>;
type Groups = Awaited<ReturnType<typeof findGroups>>;

const find = ({ api, params: { orgId, clientId } }: Here) => api("getOrgServiceAccount", { orgId, clientId });
const findGroups = ({ api, params, query }: Here) =>
  api("getOrgServiceAccountGroups", {
    ...params,
    itemsPerPage: perPage,
    pageNum: pageOf(query, "projects"),
  });
const addressOf = ({ params: { orgId, clientId } }: Here) => `/orgs/${orgId}/service-accounts/${clientId}`;

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
    const places = await placesOf(visit, params);
    const account = await find(visit);
    const offered = await offeredIn(visit, { orgId: params.orgId });
    const { may } = places.org;
    const groups = await findGroups(visit);
    const { results: named = [] } = await api("getOrgGroups", { orgId: params.orgId, itemsPerPage: 500 });
    const list = await wholeList((at) => api("listOrgServiceAccountAccessList", { ...params, ...at })).catch(
      unlessRefused("USER_UNAUTHORIZED"),
    );
    const { name = "", description } = account;
    const { removeAccount, removeAccountConfirm, remove } = words.credentials;
    return {
      title: name,
      places,
      body: (
        <>
          <Heading title={name} lead={description}>
            {may("updateOrgServiceAccount") && <Edit visit={visit} account={account} offered={offered} />}
            {may("deleteOrgServiceAccount") && !isAbove(offered, account.roles ?? []) && (
              <TakeAway
                visit={visit}
                form="delete"
                id={params.clientId}
                label={removeAccount(name)}
                confirm={removeAccountConfirm}
              >
                {remove}
              </TakeAway>
            )}
          </Heading>
          <Done visit={visit} sentences={visit.words.credentials.done} />
          <div class="beside">
            <div>
              <Secrets visit={visit} account={account} isMine={may("createOrgServiceAccountSecret")} />
              <AccessList
                visit={visit}
                list={list?.map((entry) => ({ ...entry, created: entry.createdAt }))}
                isMine={may("createOrgServiceAccountAccessList")}
              />
              <Projects
                visit={visit}
                groups={groups}
                names={new Map(named.map((group) => [group.id ?? "", group.name]))}
              />
            </div>
            <Facts visit={visit} account={account} />
          </div>
        </>
      ),
    };
  },
  forms: {
    async save(visit, form) {
      const body = {
        name: form.text("name"),
        description: form.text("description"),
        roles: form.all("roles"),
      };
      await visit.api("updateOrgServiceAccount", { ...visit.params, body });
      return { to: `${addressOf(visit)}?done=saved` };
    },
    async delete(visit) {
      const { api, params } = visit;
      await api("deleteOrgServiceAccount", params);
      return afterRemoval(visit, params, params.clientId, `/orgs/${params.orgId}/keys?done=deleted`);
    },
    async addSecret(visit, form) {
      const body = { secretExpiresAfterHours: Number(form.text("hours")) };
      const made = await visit.api("createOrgServiceAccountSecret", { ...visit.params, body });
      return secretMade(visit, visit.params, made);
    },
    async deleteSecret(visit, form) {
      await visit.api("deleteOrgServiceAccountSecret", { ...visit.params, secretId: idIn(form, "id") });
      return { to: `${addressOf(visit)}?done=secret` };
    },
    async addEntries(visit, form) {
      await visit.api("createOrgServiceAccountAccessList", { ...visit.params, body: entriesIn(form) });
      return { to: `${addressOf(visit)}?done=entries` };
    },
    async removeEntry(visit, form) {
      const places = await placesOf(visit, visit.params);
      return removeEntries(visit, form, places, (ipAddress) =>
        visit.api("deleteOrgServiceAccountAccessListEntry", { ...visit.params, ipAddress }),
      );
    },
  },
});

interface PartProps {
  readonly visit: Here;
  readonly account: Account;
}

function Facts({ visit, account: { clientId, roles = [], createdAt = "" } }: PartProps) {
  const words = visit.words.credentials;
  return (
    <dl>
      <dt>{words.clientId}</dt>
      <dd>
        <Copy visit={visit} text={clientId ?? ""} label={visit.words.layout.copyOf(words.clientId)} />
      </dd>
      <dt>{words.rolesHere}</dt>
      <dd>
        <RoleList words={visit.words} roles={roles} />
      </dd>
      <dt>{words.created}</dt>
      <dd>
        <Time at={createdAt} />
      </dd>
    </dl>
  );
}

function Edit({
  visit,
  account: { name, description, roles = [] },
  offered,
}: PartProps & { readonly offered: Offered }) {
  const words = visit.words.credentials;
  const form = "save";
  return (
    <Sheet id={form} title={words.editTitle} isOpen={visit.problem?.name === form} icon="edit" isPrimary>
      <Form visit={visit} name={form}>
        <Field
          label={words.name}
          name="name"
          hint={words.nameHint}
          value={typed(visit, form, "name", name)}
          problem={problemOf(visit, form, "name")}
          maxLength={64}
          required
        />
        <Field
          label={words.description}
          name="description"
          value={typed(visit, form, "description", description)}
          problem={problemOf(visit, form, "description")}
          maxLength={250}
          required
        />
        <Roles visit={visit} form={form} name="roles" of="org" offered={offered} held={roles} />
        <Button kind="primary">{words.save}</Button>
      </Form>
    </Sheet>
  );
}

interface ProjectsProps {
  readonly visit: Here;
  readonly groups: Groups;
  /** Of the projects this person can see. */
  readonly names: ReadonlyMap<string, string>;
}

function Projects({ visit, groups: { results = [], totalCount = 0 }, names }: ProjectsProps) {
  const words = visit.words.credentials;
  if (totalCount === 0) return null;
  return (
    <>
      <Table
        caption={words.projects}
        heads={[words.project, words.roles]}
        rows={results.map(({ groupId = "", roles = [] }) => ({
          key: groupId,
          cells: [
            names.has(groupId) ? (
              <a href={`/projects/${groupId}/keys`} key="project">
                {names.get(groupId)}
              </a>
            ) : (
              groupId
            ),
            <RoleList words={visit.words} roles={roles} key="roles" />,
          ],
        }))}
      />
      <Pager
        visit={visit}
        name="projects"
        label={words.pagesOf(words.projects)}
        perPage={perPage}
        total={totalCount}
      />
    </>
  );
}
