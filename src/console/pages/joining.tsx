// Asks a person who signed in with the provider whether to join an organization that would add them by its role mappings.
import type { ConsoleValue } from "../client.ts";
import { nextOf } from "../entering.ts";
import { doneAt } from "../flash.ts";
import { cardView } from "../kit/card.tsx";
import { Form } from "../kit/fields.tsx";
import { Button, Facts } from "../kit/kit.tsx";
import { useVisit } from "../kit/visit.ts";
import { page, type Visit } from "../page.ts";

type Offer = ConsoleValue<"listOffers">[number];

/** Asks about the first offer without an answer, or about that of one organization, and then goes on to `next`. */
export const joiningAt = (next: string, org?: string): string =>
  `/joining?${new URLSearchParams({ next, ...(org !== undefined && { org }) })}`;

const offerIn = (offers: readonly Offer[], { query }: Visit): Offer | undefined => {
  const wanted = query.get("org");
  return offers.find(({ orgId, isDeclined }) => (wanted === null ? !isDeclined : orgId === wanted));
};

export const joining = page({
  path: "/joining",
  async show(visit) {
    const offer = offerIn(await visit.perform("listOffers"), visit);
    if (offer === undefined) return { to: nextOf(visit) };
    return cardView(visit.words.joining.title(offer.orgName), <Question offer={offer} />, {
      lead: <Reason offer={offer} />,
    });
  },
  forms: {
    async join(visit, form) {
      const orgId = form.text("orgId");
      const offers = await visit.perform("listOffers");
      await visit.perform("answerOffer", { orgId, isJoining: true });
      const others = offers.filter((each) => each.orgId !== orgId);
      const next = nextOf(visit);
      if (others.some(({ isDeclined }) => !isDeclined)) return { to: joiningAt(next) };
      const { orgName = "" } = offers.find((each) => each.orgId === orgId) ?? {};
      return next === "/" ? doneAt(`/orgs/${orgId}`, "joined", orgName) : { to: next };
    },
    async later(visit, form) {
      await visit.perform("answerOffer", { orgId: form.text("orgId"), isJoining: false });
      return { to: joiningAt(nextOf(visit)) };
    },
  },
});

function Reason({ offer: { orgName, groups } }: { readonly offer: Offer }) {
  const { words, provider } = useVisit();
  const said = words.joining;
  const name = provider?.name ?? said.provider;
  if (groups.length === 0) return <>{said.everybody(orgName, name)}</>;
  const listed = words.lists.several(groups, groups.length);
  return <>{groups.length === 1 ? said.group(orgName, name, listed) : said.groups(orgName, name, listed)}</>;
}

function Question({ offer }: { readonly offer: Offer }) {
  const { words } = useVisit();
  const said = words.joining;
  const { orgId, orgName, roles, groupRoles } = offer;
  const inProjects = new Map<string, string[]>();
  for (const { groupName, role } of groupRoles) {
    inProjects.set(groupName, [...(inProjects.get(groupName) ?? []), words.role(role)]);
  }
  return (
    <>
      <Facts
        facts={[
          [said.as, roles.map(words.role).join(", ")],
          ...[...inProjects].map(([name, held]): [string, string] => [said.inProject(name), held.join(", ")]),
        ]}
      />
      <p>{said.seen(orgName)}</p>
      <div class="row">
        <Form name="join">
          <input type="hidden" name="orgId" value={orgId} />
          <Button kind="primary">{said.join(orgName)}</Button>
        </Form>
        <Form name="later">
          <input type="hidden" name="orgId" value={orgId} />
          <Button>{said.notNow}</Button>
        </Form>
      </div>
      <p class="hint">{said.later}</p>
    </>
  );
}
