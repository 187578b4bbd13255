// The forms of a person of an organization: they give roles, there and in its projects, and release the account.
import { door } from "../../core/domain/access.ts";
import { Checks, Choice, Form, type Named, optionOf } from "../kit/fields.tsx";
import { type Offered, RolePicker } from "../kit/giving.tsx";
import { Button, Facts } from "../kit/kit.tsx";
import { ButtonForm } from "../kit/people.tsx";
import { Foot, Sheet, SheetForm } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import type { Here, OrgScope } from "../scope.ts";

export type PersonVisit = Visit<"userId">;

export const findInOrg = ({ api, params }: PersonVisit, { orgId }: OrgScope["at"]) =>
  api("getOrgUser", { orgId, userId: params.userId });

export type OrgUser = Awaited<ReturnType<typeof findInOrg>>;

interface ChooseGroupProps {
  readonly groups: readonly Named[];
  readonly chosen: string | undefined;
}

export function ChooseGroup({ groups, chosen = "" }: ChooseGroupProps) {
  const { people, layout } = useVisit().words;
  const { choose, show } = people.one;
  return (
    <Sheet id="choose" title={choose} isOpen={false}>
      <form method="get">
        <Choice label={layout.inGroup} name="project" value={chosen} options={groups.map(optionOf)} />
        <Foot>
          <Button kind="primary">{show}</Button>
        </Foot>
      </form>
    </Sheet>
  );
}

interface GivingProps {
  readonly user: OrgUser;
  readonly offered: Offered;
}

export function InOrg({ user, offered, teams }: GivingProps & { readonly teams: readonly Named[] }) {
  const { words } = useVisit();
  return (
    <SheetForm name="save" title={words.people.edit} icon="edit" isPrimary submit={words.layout.save}>
      <RolePicker
        of="org"
        legend={words.credentials.rolesHere}
        offered={offered}
        held={user.roles.orgRoles ?? []}
        isFirst
      />
      {teams.length > 0 && (
        <Checks
          legend={words.layout.teams}
          name="teams"
          chosen={user.teamIds ?? []}
          options={teams.map(optionOf)}
        />
      )}
    </SheetForm>
  );
}

export function InGroup({ user, offered, group: { id, name } }: GivingProps & { readonly group: Named }) {
  const { words } = useVisit();
  const { rolesIn, takeAll } = words.people.one;
  const given = user.roles.groupRoleAssignments?.find(({ groupId }) => groupId === id);
  return (
    <Form name="saveGroup" class="card" id="in-project">
      <input type="hidden" name="groupId" value={id} />
      <RolePicker of="group" legend={rolesIn(name)} offered={offered} held={given?.groupRoles ?? []} />
      <p class="hint">{takeAll}</p>
      <Foot back={false}>
        <Button kind="primary">{words.layout.save}</Button>
      </Foot>
    </Form>
  );
}

export const identitiesOf = async ({ perform, params }: PersonVisit, { may, at }: Here & OrgScope) =>
  may(door.org("ORG_OWNER"))
    ? (await perform("listIdentities", { ...at, userId: params.userId })).identities
    : [];

export function Identities({ of }: { readonly of: Awaited<ReturnType<typeof identitiesOf>> }) {
  const { title, lead, issuer, subject, release, warning } = useVisit().words.people.one.identity;
  if (of.length === 0) return null;
  return (
    <section class="card" aria-labelledby="identity">
      <h2 id="identity">{title}</h2>
      <p>{lead}</p>
      {of.map((each) => (
        <Facts
          key={`${each.issuer} ${each.subject}`}
          facts={[
            [issuer, each.issuer],
            [subject, each.subject],
          ]}
        />
      ))}
      <ButtonForm name="release" label={release} confirm={warning}>
        {release}
      </ButtonForm>
    </section>
  );
}
