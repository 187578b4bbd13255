// Lists the API keys and service accounts that people created, before these people are removed.
import { nameOrAddress } from "../../core/domain/full-name.ts";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import type { Here } from "../scope.ts";
import { type CredentialRow, kinds, makersIn } from "./credential-kinds.ts";
import type { Person } from "./people-powers.ts";

/** Returns the names of the credentials that work here, for each person who created some. */
export async function keysMadeBy(visit: Visit, here: Here, people: readonly Person[]) {
  const makers = await makersIn(visit, here.places.org?.id);
  const rows: CredentialRow[] = [];
  for (const { list } of Object.values(kinds)) {
    rows.push(...((await list(visit, here).catch(unlessRefused("USER_UNAUTHORIZED"))) ?? []));
  }
  return people
    .map((person) => ({
      who: nameOrAddress(person),
      names: rows.filter(({ code }) => makers.get(code)?.id === person.userId).map(({ name }) => name),
    }))
    .filter(({ names }) => names.length > 0);
}

export function KeysMade({ made }: { readonly made: Awaited<ReturnType<typeof keysMadeBy>> }) {
  const { people, lists } = useVisit().words;
  if (made.length === 0) return null;
  return (
    <>
      <p>{people.leave.madeStay}</p>
      <ul class="names">
        {made.map(({ who, names }) => (
          <li key={who}>{people.leave.madeBy(who, lists.several(names, names.length))}</li>
        ))}
      </ul>
    </>
  );
}
