// The parts that the page of a removal and its receipt share: the roles that the person loses, and their names.
import { grouped } from "../../core/domain/grouped.ts";
import type { ConsoleValue } from "../client.ts";
import { Facts } from "../kit/kit.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Words } from "../words/words.ts";

export type Receipt = ConsoleValue<"getOrgReceipt">;
type Lost = Receipt["losses"];
export type Part = Receipt["parts"][number];

type Held = Lost["stays"];

/** Lists the roles held, each with its source: `Owner, Read Only (via core)`. */
export const heldText = ({ shortRole, people }: Words, held: Held): string =>
  held
    .map(({ role, from }) =>
      from.kind === "GROUP" ? shortRole(role) : people.leave.via(shortRole(role), from.name),
    )
    .join(", ");

/** Lists roles by place: `Organization Owner · payments: Owner`. */
export function rolesText({ role: title, shortRole }: Words, roles: Part["roles"]): string {
  const byGroup = grouped(
    roles,
    ({ group }) => group,
    ({ role, group }) => (group === null ? title(role) : shortRole(role)),
  );
  return [...byGroup]
    .map(([group, named]) => `${group === null ? "" : `${group}: `}${named.join(", ")}`)
    .join(" · ");
}

/** The number of projects shown before the rest is folded. */
const fewGroups = 8;

export function Losses({ losses: { roles, teams, groups } }: { readonly losses: Lost }) {
  const { words } = useVisit();
  const { people, layout } = words;
  const lines = groups.map(({ id, name, held }) => (
    <div key={id}>
      <a href={`/projects/${id}/people`}>{name}</a>: {heldText(words, held)}
    </div>
  ));
  const rest = lines.slice(fewGroups);
  return (
    <Facts
      facts={[
        [layout.roles, roles.map(words.role).join(", ") || layout.none],
        teams.length > 0 && [layout.teams, teams.map(({ name }) => name).join(", ")],
        groups.length > 0 && [
          `${layout.projects} (${groups.length})`,
          <>
            {lines.slice(0, fewGroups)}
            {rest.length > 0 && (
              <details>
                <summary>{people.leave.others(rest.length)}</summary>
                {rest}
              </details>
            )}
          </>,
        ],
      ]}
    />
  );
}
