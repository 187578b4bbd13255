// What needs attention before long: each line says what, and leads to where one acts.
import { Icon, type IconName } from "../kit/icon.tsx";
import { relative } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";

type All = Awaited<ReturnType<typeof read>>;
const read = ({ perform }: Visit) => perform("listAttention");

interface Line {
  readonly icon: IconName;
  readonly text: string;
  readonly href: string;
}

/** Lines that are shown; the others open. */
const fewLines = 5;
/** Things of one kind and place that have a line each; more of them have one together. */
const fewOfKind = 2;
/** The console is told of no more than so many and one of a kind. */
const mostTold = 50;

const numberOf = (count: number): string => (count > mostTold ? `${mostTold}+` : String(count));

interface Kind<Each> {
  readonly each: readonly Each[];
  /** Of the organization or project. */
  readonly placeOf: (each: Each) => string;
  readonly one: (each: Each) => Line;
  readonly many: (count: string, first: Each) => Line;
}

function linesOf<Each>({ each, placeOf, one, many }: Kind<Each>): Line[] {
  const places = new Map<string, Each[]>();
  for (const thing of each) places.set(placeOf(thing), [...(places.get(placeOf(thing)) ?? []), thing]);
  return [...places.values()].flatMap((things) =>
    things.length <= fewOfKind ? things.map(one) : [many(numberOf(things.length), things[0] as Each)],
  );
}

function linesIn(visit: Visit, { invites, secrets, keys, owners }: All): Line[] {
  const said = visit.words.home.attention;
  const ago = (at: string) => relative(Date.parse(at), visit.now, visit.language);
  const peopleOf = ({ orgId, groupId }: { orgId: string; groupId: string | null }) =>
    groupId === null ? `/orgs/${orgId}/people` : `/projects/${groupId}/people`;
  // A password alone is worth a line where a provider could ask for more, or where the organization wants more.
  const weak = visit.takesPasswords
    ? owners.filter(({ isRequired }) => isRequired || visit.provider !== undefined)
    : [];
  return [
    ...linesOf({
      each: invites,
      placeOf: peopleOf,
      one: (invite) => ({
        icon: "mail",
        text: said.invite(invite.username, invite.name, ago(invite.expiresAt)),
        href: `${peopleOf(invite)}?${new URLSearchParams({ q: invite.username })}`,
      }),
      many: (count, invite) => ({
        icon: "mail",
        text: said.invites(count, invite.name),
        href: `${peopleOf(invite)}?status=INVITED`,
      }),
    }),
    ...linesOf({
      each: secrets,
      placeOf: ({ orgId }) => orgId,
      one: ({ orgId, clientId, name, orgName, expiresAt }) => ({
        icon: "clock",
        text: said.secret(name, orgName, ago(expiresAt)),
        href: `/orgs/${orgId}/service-accounts/${clientId}`,
      }),
      many: (count, { orgId, orgName }) => ({
        icon: "clock",
        text: said.secrets(count, orgName),
        href: `/orgs/${orgId}/keys?kind=accounts&sort=expires`,
      }),
    }),
    ...linesOf({
      each: weak,
      placeOf: ({ orgId }) => orgId,
      one: ({ orgId, id, username, orgName }) => ({
        icon: "lock",
        text: said.owner(username, orgName),
        href: `/orgs/${orgId}/people/${id}`,
      }),
      many: (count, { orgId, orgName }) => ({
        icon: "lock",
        text: said.owners(count, orgName),
        href: `/orgs/${orgId}/people?role=ORG_OWNER`,
      }),
    }),
    ...linesOf({
      each: keys,
      placeOf: ({ orgId }) => orgId,
      one: ({ orgId, id, name, orgName, lastUsedAt }) => ({
        icon: "key",
        text: lastUsedAt === null ? said.unusedKey(name, orgName) : said.key(name, orgName, ago(lastUsedAt)),
        href: `/orgs/${orgId}/keys/${id}`,
      }),
      many: (count, { orgId, orgName }) => ({
        icon: "key",
        text: said.keys(count, orgName),
        href: `/orgs/${orgId}/keys?sort=used`,
      }),
    }),
  ];
}

const Lines = ({ lines }: { lines: readonly Line[] }) => (
  <ul class="tasks">
    {lines.map(({ icon, text, href }) => (
      <li key={href}>
        <Icon name={icon} />
        <a href={href}>{text}</a>
      </li>
    ))}
  </ul>
);

export function Attention({ all }: { all: All }) {
  const visit = useVisit();
  const { title, none, more } = visit.words.home.attention;
  const lines = linesIn(visit, all);
  if (lines.length === 0) {
    return (
      <p class="kept">
        <Icon name="good" /> {none}
      </p>
    );
  }
  const rest = lines.slice(fewLines);
  return (
    <section class="card attention" aria-labelledby="attention">
      <h2 id="attention">{title}</h2>
      <Lines lines={lines.slice(0, fewLines)} />
      {rest.length > 0 && (
        <details>
          <summary>{more(rest.length)}</summary>
          <Lines lines={rest} />
        </details>
      )}
    </section>
  );
}
