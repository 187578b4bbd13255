// Who of the provider has the account of a person, for those who may release it.
import { door } from "../../domain/access.ts";
import { Facts } from "../kit/kit.tsx";
import { ButtonForm } from "../kit/people.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Here, OrgScope } from "../scope.ts";
import type { PersonVisit } from "./person-forms.tsx";

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
