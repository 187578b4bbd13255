// The page of one API key, and that of one service account: its roles, the addresses it may be used from, and its secrets.
import type { OperationId } from "../../client/types.ts";
import { takeEach } from "../bulk-action.tsx";
import { doneHere } from "../flash.ts";
import { headed } from "../kit/card.tsx";
import { isAbove, offeredIn } from "../kit/giving.tsx";
import { Copy, Facts, LinkButton, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { ButtonForm, Done, RoleList } from "../kit/people.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { Time } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import { type Page, page, type View, type Visit } from "../page.ts";
import { type Here, type OrgScope, orgScope, pageIn, read } from "../scope.ts";
import { AccessList, entriesIn, wholeList } from "./access-list.tsx";
import { Secrets, secretForms } from "./account-secrets.tsx";
import { CredentialFields, Roles } from "./credential-forms.tsx";
import {
  actOn,
  type Credential,
  describedIn,
  groupsPerPage,
  type Kind,
  kinds,
  makersIn,
} from "./credential-kinds.ts";
import { LastUse, MadeBy, nameOf } from "./credential-table.tsx";
import { afterRemoval } from "./inviter.tsx";
import { groupNames } from "./project-roles.ts";

export const apiKey = credentialPage("keys", []);
export const serviceAccount = credentialPage("accounts", [
  "createOrgServiceAccountSecret",
  "deleteOrgServiceAccountSecret",
]);

function credentialPage(kind: Kind, performs: readonly OperationId[]): Page {
  const { type, param, change, take, allow, disallow } = kinds[kind];
  const scopeIn = ({ params }: Visit) => orgScope(params.orgId ?? "");
  const idIn = ({ params }: Visit) => params[param] ?? "";
  return page({
    path: pageIn("/orgs/:orgId", type, `:${param}`),
    performs: [change, take.org, ...performs, allow, disallow],
    async show(visit: Visit) {
      const here = await read(visit, scopeIn(visit));
      return view(visit, here as Here & OrgScope, kind, idIn(visit));
    },
    forms: {
      async save(visit: Visit, form) {
        const body = { ...describedIn(kind, form), roles: form.all("roles") };
        await actOn(visit, kind, "change", scopeIn(visit), idIn(visit), { body });
        return doneHere(visit, "saved");
      },
      async delete(visit: Visit) {
        const scope = scopeIn(visit);
        const { code } = await kinds[kind].find(visit, scope, idIn(visit), 1);
        await actOn(visit, kind, "take", scope, idIn(visit));
        return afterRemoval(visit, scope, code, `${scope.root}/keys?done=deleted`);
      },
      async addEntries(visit: Visit, form) {
        await actOn(visit, kind, "allow", scopeIn(visit), idIn(visit), { body: entriesIn(form) });
        return doneHere(visit, "entries");
      },
      removeEntry(visit: Visit, form) {
        const scope = scopeIn(visit);
        const drop = (ipAddress: string) => actOn(visit, kind, "disallow", scope, idIn(visit), { ipAddress });
        return takeEach(visit, form, { scope, take: drop, done: "entry" });
      },
      ...(kind === "accounts" && secretForms),
    },
  });
}

async function view(visit: Visit, here: Here & OrgScope, kind: Kind, id: string): Promise<View> {
  const { credentials: said, layout } = visit.words;
  const { remove, removeConfirm } = said.of[kind];
  const { places, may, root } = here;
  const found = await kinds[kind].find(visit, here, id, pageOf(visit.query, "projects"));
  const list = await wholeList((page) => actOn(visit, kind, "entries", here, id, page));
  const offered = await offeredIn(visit, here.at);
  const { name, code, roles, groups } = found;
  const isMine = may(kinds[kind].change) && !found.isOfSystem;
  const isHigh = isAbove(offered, [...roles, ...groups.flatMap((group) => group.roles)]);
  return headed(
    name,
    <>
      <Done sentences={said.done} />
      <div class="beside">
        <div>
          {found.secrets && <Secrets secrets={found.secrets} isMine={isMine} />}
          <AccessList list={list} isMine={isMine} />
          {found.groupCount > 0 && <Groups found={found} names={await groupNames(visit, here.id)} />}
        </div>
        <CredentialFacts kind={kind} found={found} makers={await makersIn(visit, here.id)} />
      </div>
    </>,
    {
      lead: kind === "keys" ? <span class="code">{code}</span> : found.description,
      actions: (
        <>
          {may("listOrgEvents") && (
            <LinkButton href={`${root}/activity?${new URLSearchParams({ who: code })}`} icon="activity">
              {layout.activity}
            </LinkButton>
          )}
          {isMine && (
            <SheetForm name="save" title={said.editTitle} icon="edit" isPrimary submit={layout.save}>
              <CredentialFields kind={kind} row={found} />
              <Roles of="org" offered={offered} held={roles} />
            </SheetForm>
          )}
          {may(kinds[kind].take.org) && !isHigh && !found.isOfSystem && (
            <ButtonForm name="delete" label={remove(nameOf(found))} confirm={removeConfirm}>
              {layout.delete}
            </ButtonForm>
          )}
        </>
      ),
      places,
    },
  );
}

interface FactsProps {
  readonly kind: Kind;
  readonly found: Credential;
  readonly makers: Awaited<ReturnType<typeof makersIn>>;
}

function CredentialFacts({ kind, found, makers }: FactsProps) {
  const { words, params } = useVisit<"orgId">();
  const { of, ...said } = words.credentials;
  const { id, code, privateKey, roles, createdAt, lastUsedAt } = found;
  const copied = (label: string, text: string) =>
    [label, <Copy key="copy" text={text} label={words.layout.copyOf(label)} />] as const;
  return (
    <Facts
      facts={[
        id !== code && copied(of[kind].assignedId, id),
        copied(of[kind].code, code),
        privateKey !== undefined && [
          of[kind].secret,
          <span class="code" key="masked">
            {privateKey}
          </span>,
        ],
        [said.rolesHere, <RoleList key="roles" roles={roles} />],
        [said.madeBy, <MadeBy key="maker" maker={makers.get(code)} orgId={params.orgId} />],
        createdAt !== undefined && [said.created, <Time key="created" at={createdAt} />],
        [words.layout.lastUsed, <LastUse key="used" at={lastUsedAt} />],
      ]}
    />
  );
}

interface GroupsProps {
  readonly found: Credential;
  readonly names: ReadonlyMap<string, string>;
}

/** The roles in projects, with the names of the projects that the visitor can see. */
function Groups({ found: { groups, groupCount }, names }: GroupsProps) {
  const { credentials, layout } = useVisit().words;
  const { otherRoles, pagesOf } = credentials;
  return (
    <>
      <Table
        caption={otherRoles}
        heads={[layout.inGroup, layout.roles]}
        rows={groups.map(({ id, roles }) => ({
          key: id,
          cells: [
            names.has(id) ? <a href={`/projects/${id}/keys`}>{names.get(id)}</a> : id,
            <RoleList roles={roles} key="roles" />,
          ],
        }))}
      />
      <Pager name="projects" label={pagesOf(otherRoles)} perPage={groupsPerPage} total={groupCount} />
    </>
  );
}
