// What needs attention before long: each line says what, and leads to where one acts.
import { Icon, type IconName } from "../kit/icon.tsx";
import { Fold } from "../kit/kit.tsx";
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

type Said = readonly [text: string, href: string];

/** A line for each thing, or one for all of a place: of the organization or project at the path. */
function linesOf<Each>(
  icon: IconName,
  all: readonly Each[],
  pathOf: (each: Each) => string,
  one: (each: Each, path: string) => Said,
  many: (count: string, first: Each, path: string) => Said,
): Line[] {
  const places = new Map<string, Each[]>();
  for (const each of all) places.set(pathOf(each), [...(places.get(pathOf(each)) ?? []), each]);
  const said = [...places].flatMap(([path, things]) =>
    things.length <= fewOfKind
      ? things.map((each) => one(each, path))
      : [many(numberOf(things.length), things[0] as Each, path)],
  );
  return said.map(([text, href]) => ({ icon, text, href }));
}

const agoAt = ({ now, language }: Visit, at: string) => relative(Date.parse(at), now, language);

function invitationsIn(visit: Visit, { invites, unsent }: All): Line[] {
  const said = visit.words.home.attention;
  const placePath = ({ orgId, groupId }: All["invites"][number]) =>
    groupId === null ? `/orgs/${orgId}` : `/projects/${groupId}`;
  const invited = (path: string) => `${path}/people?status=INVITED`;
  return [
    ...linesOf(
      "mail",
      unsent,
      placePath,
      ({ id, username, name }, path) => [said.unsent(username, name), `${path}/invitations/${id}`],
      (count, { name }, path) => [said.unsents(count, name), invited(path)],
    ),
    ...linesOf(
      "clock",
      invites,
      placePath,
      ({ id, username, name, expiresAt }, path) => [
        said.invite(username, name, agoAt(visit, expiresAt)),
        `${path}/invitations/${id}`,
      ],
      (count, { name }, path) => [said.invites(count, name), invited(path)],
    ),
  ];
}

function linesIn(visit: Visit, all: All): Line[] {
  const { secrets, keys, owners } = all;
  const said = visit.words.home.attention;
  const ago = (at: string) => agoAt(visit, at);
  const orgPath = ({ orgId }: { orgId: string }) => `/orgs/${orgId}`;
  // A password alone is worth a line where a provider could ask for more, or where the organization wants more.
  const weak = visit.takesPasswords
    ? owners.filter(({ isRequired }) => isRequired || visit.provider !== undefined)
    : [];
  return [
    ...invitationsIn(visit, all),
    ...linesOf(
      "clock",
      secrets,
      orgPath,
      ({ clientId, name, orgName, expiresAt }, path) => [
        said.secret(name, orgName, ago(expiresAt)),
        `${path}/service-accounts/${clientId}`,
      ],
      (count, { orgName }, path) => [said.secrets(count, orgName), `${path}/keys?kind=accounts&sort=expires`],
    ),
    ...linesOf(
      "lock",
      weak,
      orgPath,
      ({ id, username, orgName }, path) => [said.owner(username, orgName), `${path}/people/${id}`],
      (count, { orgName }, path) => [said.owners(count, orgName), `${path}/people?role=ORG_OWNER`],
    ),
    ...linesOf(
      "key",
      keys,
      orgPath,
      ({ id, name, orgName, lastUsedAt: at }, path) => [
        at === null ? said.unusedKey(name, orgName) : said.key(name, orgName, ago(at)),
        `${path}/keys/${id}`,
      ],
      (count, { orgName }, path) => [said.keys(count, orgName), `${path}/keys?sort=used`],
    ),
  ];
}

const Lines = ({ lines }: { lines: readonly Line[] }) => (
  <ul class="tasks">
    {lines.map(({ icon, text, href }) => (
      <li key={text}>
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
    <Fold title={`${title} (${lines.length})`}>
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
    </Fold>
  );
}
