// The choice of roles to give: the visitor's are offered, and higher roles already held are shown and stay.
import { type GroupRole, groupRoleNames, orgRoleNames, type RoleName } from "../../core/contract/roles.ts";
import type { Visit } from "../page.ts";
import { Form, Picker, useFieldProblem, useSent } from "./fields.tsx";
import { Button } from "./kit.tsx";
import { Foot } from "./sheet.tsx";
import { useVisit } from "./visit.ts";

export type Offered = readonly string[];

/** Returns the roles that the visitor may give in an organization or a project. */
export const offeredIn = (
  { perform }: Pick<Visit, "perform">,
  scope: { readonly orgId: string } | { readonly groupId: string },
): Promise<Offered> =>
  "orgId" in scope
    ? perform("listOrgRolesToGive", { orgId: scope.orgId })
    : perform("listGroupRolesToGive", { groupId: scope.groupId });

/** Reports whether a person or credential holds a role above the visitor's, which the visitor therefore cannot take away. */
export const isAbove = (offered: Offered, held: readonly string[]): boolean =>
  held.some((role) => !offered.includes(role));

type Section = "project" | "data" | "clusters" | "monitoring";

/** The heading for each role of a project, so that one of many is easy to find. */
const sections: Readonly<Record<GroupRole, Section>> = {
  GROUP_OWNER: "project",
  GROUP_READ_ONLY: "project",
  GROUP_ACCESS_MANAGER: "project",
  GROUP_ALERTS_MANAGER: "monitoring",
  GROUP_NETWORK_ACCESS_MANAGER: "project",
  GROUP_SUPPORT_ACCESS_MANAGER: "project",
  GROUP_CLUSTER_MANAGER: "clusters",
  GROUP_CLUSTER_CREATOR: "clusters",
  GROUP_CLUSTER_LOG_VIEWER: "monitoring",
  GROUP_CLUSTER_RESILIENCE_TESTER: "clusters",
  GROUP_REPLICA_SET_MANAGER: "clusters",
  GROUP_STREAM_PROCESSING_OWNER: "data",
  GROUP_DATA_ACCESS_ADMIN: "data",
  GROUP_DATA_ACCESS_READ_WRITE: "data",
  GROUP_DATA_ACCESS_READ_ONLY: "data",
  GROUP_DATABASE_ACCESS_ADMIN: "data",
  GROUP_BACKUP_MANAGER: "clusters",
  GROUP_BACKUP_CREATOR: "clusters",
  GROUP_BACKUP_RECOVERY_OPERATOR: "clusters",
  GROUP_BACKUP_EXPORT_OPERATOR: "clusters",
  GROUP_OBSERVABILITY_VIEWER: "monitoring",
  GROUP_REAL_TIME_PERFORMANCE_OPERATOR: "monitoring",
  GROUP_TRIGGER_MANAGER: "data",
  GROUP_INDEX_MANAGER: "data",
  GROUP_SEARCH_INDEX_EDITOR: "data",
  GROUP_MODEL_OWNER: "project",
};

/** The role sets that projects often need. A button selects exactly these roles. */
const presets: Readonly<Record<"reader" | "developer" | "accessAdmin" | "owner", readonly GroupRole[]>> = {
  reader: ["GROUP_READ_ONLY"],
  developer: ["GROUP_CLUSTER_LOG_VIEWER", "GROUP_DATA_ACCESS_READ_WRITE", "GROUP_OBSERVABILITY_VIEWER"],
  accessAdmin: ["GROUP_ACCESS_MANAGER", "GROUP_DATABASE_ACCESS_ADMIN"],
  owner: ["GROUP_OWNER"],
};

interface RolePickerProps {
  readonly name?: string;
  readonly of: "org" | "group";
  readonly legend: string;
  /** The roles that the visitor may give and take; see `offeredIn`. */
  readonly offered: Offered;
  /** The roles held already. Those not offered are shown and stay. */
  readonly held?: readonly string[];
  readonly chosen?: readonly string[];
  /** The effect of a choice: by default it replaces the roles held, and the foot of the form lists the changes. */
  readonly does?: "replaces" | "adds" | "takes" | undefined;
  /** True if the form is for choosing roles, so that a dialog begins there. */
  readonly isFirst?: boolean;
}

/**
 * The offered roles of an organization or a project. With script, the many roles of a project can be searched, and selected
 * ones are listed above.
 */
export function RolePicker(props: RolePickerProps) {
  const { name = "roles", of, legend, offered, held, chosen = held ?? [] } = props;
  const { does = held && "replaces" } = props;
  const { words } = useVisit();
  const { picker } = words.people;
  const problem = useFieldProblem("roles");
  const sent = useSent();
  const checked = sent?.form.all(name) ?? chosen;
  // A refused form moves the focus to the problem.
  const isFirst = props.isFirst === true && sent === undefined;
  const isShown = (role: string) => offered.includes(role) || held?.includes(role);
  const boxOf = (role: RoleName, nth: number) => (
    <RoleBox
      key={role}
      role={role}
      name={name}
      isChecked={checked.includes(role)}
      isHeld={held?.includes(role) ?? false}
      isFixed={!offered.includes(role)}
      isFirst={isFirst && of === "org" && nth === 0}
    />
  );
  return (
    <Picker
      legend={legend}
      does={does}
      chosen={[...orgRoleNames, ...groupRoleNames]
        .filter((role) => checked.includes(role))
        .map(words.shortRole)}
      find={of === "group" ? picker.find : undefined}
      isFirst={isFirst}
      presets={<Presets offered={offered} />}
      problem={problem}
    >
      {of === "org"
        ? orgRoleNames.filter(isShown).map(boxOf)
        : Object.entries(picker.sections).map(([section, title]) => (
            <fieldset key={section}>
              <legend>{title}</legend>
              {groupRoleNames.filter((role) => sections[role] === section && isShown(role)).map(boxOf)}
            </fieldset>
          ))}
    </Picker>
  );
}

function Presets({ offered }: Pick<RolePickerProps, "offered">) {
  const { picker } = useVisit().words.people;
  return Object.entries(presets).map(
    ([preset, roles]) =>
      roles.every((role) => offered.includes(role)) && (
        <button key={preset} type="button" class="button" data-roles={roles.join(" ")}>
          {picker.presets[preset as keyof typeof presets]}
        </button>
      ),
  );
}

interface RoleBoxProps {
  readonly role: RoleName;
  readonly name: string;
  readonly isChecked: boolean;
  readonly isHeld: boolean;
  /** True for a choice that cannot be unchecked. */
  readonly isFixed: boolean;
  readonly isFirst: boolean;
}

const RoleBox = ({ role, name, isChecked, isHeld, isFixed, isFirst }: RoleBoxProps) => {
  const { words } = useVisit();
  return (
    <label class="check" title={role}>
      <input
        type="checkbox"
        name={name}
        value={role}
        checked={isFixed || isChecked}
        disabled={isFixed}
        data-held={isHeld || undefined}
        autofocus={isFirst}
      />
      {/* A disabled box is not sent. */}
      {isFixed && <input type="hidden" name={name} value={role} />}
      <b>{words.shortRole(role)}</b>
      <small>
        {words.roleHelp[role]} {isFixed && words.people.above}
      </small>
    </label>
  );
};

export const RolesForm = (picker: RolePickerProps) => (
  <Form name="save" class="card">
    <RolePicker {...picker} />
    <Foot back={false}>
      <Button kind="primary">{useVisit().words.layout.save}</Button>
    </Foot>
  </Form>
);
