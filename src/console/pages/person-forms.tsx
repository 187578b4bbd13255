// The forms that give a person of an organization roles, there and in its projects.

import { Checks, Choice, Form, type Named, optionOf } from "../kit/fields.tsx";
import { type Offered, RolePicker } from "../kit/giving.tsx";
import { Button } from "../kit/kit.tsx";
import { Foot, Sheet, SheetForm } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import type { OrgScope } from "../scope.ts";

export type PersonVisit = Visit<"userId">;

export const findInOrg = ({ api, params }: PersonVisit, { orgId }: OrgScope["at"]) =>
  api("getOrgUser", { orgId, userId: params.userId });

export type OrgUser = Awaited<ReturnType<typeof findInOrg>>;

interface ChooseGroupProps {
  readonly groups: readonly Named[];
  readonly chosen: string | undefined;
}

export function ChooseGroup({ groups, chosen = "" }: ChooseGroupProps) {
  const { choose, group, show } = useVisit().words.people.one;
  return (
    <Sheet id="choose" title={choose} isOpen={false}>
      <form method="get">
        <Choice label={group} name="project" value={chosen} options={groups.map(optionOf)} />
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
        legend={words.people.one.orgRoles}
        offered={offered}
        held={user.roles.orgRoles ?? []}
        isFirst
      />
      {teams.length > 0 && (
        <Checks
          legend={words.people.teams}
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
