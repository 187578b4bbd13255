// Choosing roles to give: those that the visitor may give are offered, and what is held above them is shown and stays.
import { groupRoleNames, orgRoleNames, type RoleName } from "../../contract/roles.ts";
import type { Visit } from "../page.ts";
import { Checks, Form } from "./fields.tsx";
import { Button } from "./kit.tsx";
import { useVisit } from "./visit.ts";

export type Offered = readonly string[];

/** The roles that the visitor may give in an organization or a project. */
export const offeredIn = (
  { perform }: Pick<Visit, "perform">,
  scope: { readonly orgId: string } | { readonly groupId: string },
): Promise<Offered> =>
  "orgId" in scope
    ? perform("listOrgRolesToGive", { orgId: scope.orgId })
    : perform("listGroupRolesToGive", { groupId: scope.groupId });

/** Whether somebody or something holds a role above the visitor's, and so is not the visitor's to take away. */
export const isAbove = (offered: Offered, held: readonly string[]): boolean =>
  held.some((role) => !offered.includes(role));

interface RoleChecksProps {
  readonly name?: string;
  readonly of: "org" | "group";
  readonly legend: string;
  /** What the visitor may give, and take; see `offeredIn`. */
  readonly offered: Offered;
  /** What is held already. What of it is not offered is shown, and stays. */
  readonly held?: readonly string[];
  readonly chosen?: readonly string[];
  readonly problem?: string | undefined;
}

/** The offered roles of an organization or a project, each with what it allows; the long list of a project scrolls. */
export function RoleChecks({
  name = "roles",
  of,
  legend,
  offered,
  held = [],
  chosen = held,
  problem,
}: RoleChecksProps) {
  const { words } = useVisit();
  const roles: readonly RoleName[] = of === "org" ? orgRoleNames : groupRoleNames;
  return (
    <div class={of === "group" ? "checks-long" : undefined}>
      <Checks
        legend={legend}
        name={name}
        chosen={chosen}
        options={roles
          .filter((role) => offered.includes(role) || held.includes(role))
          .map((role) => {
            const isFixed = !offered.includes(role);
            const hint = words.roleHelp[role];
            return {
              value: role,
              label: words.role(role),
              code: role,
              hint: isFixed ? `${hint} ${words.people.above}` : hint,
              isFixed,
            };
          })}
        problem={problem}
      />
    </div>
  );
}

export const RolesForm = (checks: RoleChecksProps) => (
  <Form name="save" class="card">
    <RoleChecks {...checks} />
    <Button kind="primary">{useVisit().words.layout.save}</Button>
  </Form>
);
