// The search over everything: people, projects, teams, credentials, operations, pages, and the thing behind an id. Without
// script it is a page; with script, the palette that Ctrl+K opens. It also lists the console's shortcuts.
import { hasWords, wordsOf } from "../../core/domain/directory.ts";
import type { ConsoleValue } from "../client.ts";
import { headed } from "../kit/card.tsx";
import { Icon, type IconName } from "../kit/icon.tsx";
import { Facts, Heading, LinkButton } from "../kit/kit.tsx";
import { SearchField } from "../kit/list.tsx";
import { mayIn } from "../kit/may.ts";
import { useVisit } from "../kit/visit.ts";
import { page, type View, type Visit } from "../page.ts";
import { groupScope, type Here, orgScope, pageIn, type Scope } from "../scope.ts";
import { linksIn } from "../side.tsx";
import { searchOperations } from "./reference.tsx";
import { placesOf } from "./rehearsal.tsx";

interface Hit {
  readonly href: string;
  readonly icon: IconName;
  readonly name: string;
  readonly detail?: string;
}

interface Part {
  readonly title: string;
  readonly hits: readonly Hit[];
}

const mostOfKind = 6;

export const searchPage = page({
  path: "/search",
  for: "anybody",
  async show(visit) {
    const { query, words } = visit;
    if (query.has("keys")) return keysView(visit);
    const text = (query.get("q") ?? "").trim().slice(0, 254);
    const things =
      visit.person === undefined || text === "" ? [] : await visit.perform("searchEverything", { text });
    const [only, ...others] = things;
    // Without script, the form sends `go`: a single match for an id or an address is opened at once.
    if (query.has("go") && only !== undefined && others.length === 0) return { to: addressOf(only) };
    const parts = [...partsOf(visit, things), await pagesIn(visit, text), operationsIn(visit, text)].filter(
      ({ hits }) => hits.length > 0,
    );
    return { title: words.search.title, body: <Search parts={parts} /> };
  },
});

function Search({ parts }: { parts: readonly Part[] }) {
  const { query, words } = useVisit();
  const { title, field, none, found, keys } = words.search;
  const count = parts.reduce((sum, { hits }) => sum + hits.length, 0);
  return (
    <>
      <Heading title={title} />
      <form class="tools" method="get" action="/search" data-hits>
        {query.has("at") && <input type="hidden" name="at" value={query.get("at") ?? ""} />}
        <SearchField query={query} label={field} most={254} isLive />
        <button class="button" type="submit" name="go" data-scriptless>
          {words.lists.find}
        </button>
      </form>
      <div id="hits" class="hits" data-count={found(count)}>
        {count === 0 && <p class="empty">{none}</p>}
        {parts.map(({ title: part, hits }) => (
          <section key={part} aria-label={part}>
            <h2>{part}</h2>
            <ul>
              {hits.map(({ href, icon, name, detail }) => (
                <li key={href}>
                  <a href={href}>
                    <Icon name={icon} />
                    <span>{name}</span>
                    {detail && <small>{detail}</small>}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <LinkButton href="/search?keys" inDialog>
        {keys.title}
      </LinkButton>
    </>
  );
}

type Thing = ConsoleValue<"searchEverything">[number];

const icons = {
  ORG: "building",
  GROUP: "project",
  USER: "person",
  INVITE: "invite",
  TEAM: "people",
  API_KEY: "key",
  SERVICE_ACCOUNT: "key",
} as const;

function addressOf({ kind, id, name, orgId, groupId, hasPage }: Thing): string {
  const root = groupId === null ? `/orgs/${orgId}` : `/projects/${groupId}`;
  if (kind === "ORG") return root;
  if (kind === "GROUP") return `/projects/${id}/people`;
  if (kind !== "INVITE") return pageIn(root, kind, id);
  return hasPage ? pageIn(root, "INVITATION", id) : `${root}/people?${new URLSearchParams({ q: name })}`;
}

const partsOf = ({ words }: Visit, things: readonly Thing[]): Part[] =>
  (Object.keys(icons) as Thing["kind"][]).map((kind) => ({
    title: words.search.kinds[kind],
    hits: things
      .filter((thing) => thing.kind === kind)
      .map((thing) => ({
        href: addressOf(thing),
        icon: icons[kind],
        name: thing.name,
        detail: [thing.detail, kind === "ORG" ? "" : thing.where]
          .filter((each) => each !== "" && each !== thing.name)
          .join(" · "),
      })),
  }));

/** Returns matching pages: first those of the scope in which the visitor was, then the general ones. */
async function pagesIn(visit: Visit, text: string): Promise<Part> {
  const { dev, person } = visit;
  const { layout, home, lists, reference, rehearsal } = visit.words;
  const here = person && (await placeIn(visit));
  const pages: Hit[] = [
    ...(here === undefined ? [] : pagesAt(visit, here)),
    ...(person === undefined
      ? []
      : ([
          { href: "/", icon: "home", name: home.title },
          { href: "/account", icon: "person", name: layout.account },
        ] as const)),
    { href: "/docs", icon: "api", name: reference.title },
    ...(dev === undefined
      ? []
      : placesOf(visit).map(
          (place): Hit => ({
            href: `/rehearsal/${place}`,
            icon: "beaker",
            name: rehearsal.pages[place],
            detail: layout.rehearsal,
          }),
        )),
  ];
  const words = wordsOf(text);
  const hits = pages.filter(({ name, detail = "" }) => hasWords(words, name, detail));
  return { title: lists.pages, hits: text === "" ? hits : hits.slice(0, mostOfKind) };
}

const pagesAt = (visit: Visit, { kind, root, name, may }: Place): Hit[] =>
  Object.entries(linksIn(visit, kind, may)).map(([path, [icon, label]]) => ({
    href: `${root}${path}`,
    icon,
    name: label,
    detail: name,
  }));

type Place = Scope & Pick<Here, "name" | "may">;

/** Returns the organization or project in whose pages the visitor was; undefined if it does not exist or is not visible. */
async function placeIn(visit: Visit): Promise<Place | undefined> {
  const [, kind, id = ""] = /^\/(orgs|projects)\/([0-9a-f]{24})$/.exec(visit.query.get("at") ?? "") ?? [];
  if (kind === undefined) return undefined;
  const scope = kind === "orgs" ? orgScope(id) : groupScope(id);
  // The page is not about this call, so the page's code leaves it out.
  const { status, body } = await visit.send(scope.pick("getOrg", "getGroup"), { ...scope.at }, "visitor");
  if (status !== 200) return undefined;
  return { ...scope, name: JSON.parse(body).name, may: await mayIn(visit, scope.at) };
}

function operationsIn({ words }: Visit, text: string): Part {
  const found = text.length < 2 ? [] : searchOperations(text);
  return {
    title: words.search.operations,
    hits: found
      .slice(0, mostOfKind)
      .map(({ id, summary }) => ({ href: `/docs/${id}`, icon: "api", name: id, detail: summary })),
  };
}

const keyNames = {
  palette: "Ctrl K",
  list: "/",
  rows: "j  k",
  pick: "x",
  open: "Enter",
  send: "Ctrl Enter",
  help: "?",
} as const;

function keysView({ words }: Visit): View {
  const { title, ...says } = words.search.keys;
  return headed(
    title,
    <Facts
      facts={(Object.keys(keyNames) as (keyof typeof keyNames)[]).map(
        (each) => [<kbd key={each}>{keyNames[each]}</kbd>, says[each]] as const,
      )}
    />,
  );
}
