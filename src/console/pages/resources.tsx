// The pages of everything that Atlas keeps in a project or an organization: a list of each kind, and a page of each thing. They
// follow from the table of operations. Their addresses are those of the API below the project or the organization.
import type { OperationId } from "../../client/types.ts";
import { splitTarget } from "../../core/contract/http-syntax.ts";
import { grouped } from "../../core/domain/grouped.ts";
import type { Operation } from "../../core/operations/operation.ts";
import { Refusal } from "../client.ts";
import { doneAt } from "../flash.ts";
import { headed } from "../kit/card.tsx";
import { Facts } from "../kit/kit.tsx";
import { collection } from "../kit/listing.tsx";
import { ButtonForm, Done } from "../kit/people.tsx";
import { useVisit } from "../kit/visit.ts";
import type { View, Visit } from "../page.ts";
import { type Here, scopedPages } from "../scope.ts";
import {
  choicesOf,
  isThing,
  kindsBelow,
  type Place,
  placeAt,
  removalOf,
  unlistedBelow,
} from "./resource-kinds.ts";
import { columnsIn, keyIn, MemberList, type Members, nameIn, Value } from "./resource-members.tsx";

/** The pages of kinds that have pages of their own. */
const ownPages: Readonly<Record<string, string>> = {
  accessList: "/network-access",
  apiKeys: "/keys",
  clusters: "/clusters",
  "customDBRoles/roles": "/database-access?kind=roles",
  databaseUsers: "/database-access",
  events: "/activity",
  flexClusters: "/clusters",
  invites: "/people",
  serviceAccounts: "/keys",
  settings: "/settings",
  teams: "/teams",
  users: "/people",
};

export const [orgResources, groupResources] = scopedPages("/resources", { show: thingView });

export const [orgResource, groupResource] = scopedPages("/resources/*", {
  async show(visit, here) {
    const { item } = placeOf(visit);
    const own = ownPages[addressOf(visit).slice(`${here.root}/resources/`.length)];
    if (own !== undefined) return { to: `${here.root}${own}` };
    return item === undefined ? thingView(visit, here) : listView(visit, here);
  },
  forms: {
    async delete(visit) {
      const { read, given } = placeOf(visit);
      const removal = removalOf(read) ?? read;
      // The path of the thing may leave out the provider that the path of its end has.
      const isFull = removal.path === read.path;
      const { providerName: cloudProvider } = isFull ? {} : await ask(visit, read, given);
      await ask(visit, removal, { cloudProvider, ...given });
      const said = actOf(visit, removal) === undefined ? "done" : "ended";
      return doneAt(above(visit).at(-1)?.href ?? "", said, titleAt(visit));
    },
  },
});

const addressOf = ({ target }: Pick<Visit, "target">): string => splitTarget(target).path;

const placeIn = (address: string): Place | undefined =>
  placeAt(`/api/atlas/v2${address.replace("/projects/", "/groups/").replace("/resources", "")}`);

function placeOf(visit: Visit): Place {
  const place = placeIn(addressOf(visit));
  if (place === undefined) throw new Refusal(404, { errorCode: "RESOURCE_NOT_FOUND" }, undefined);
  return place;
}

/** Returns the title of the page at an address: that of a kind, or what names a thing. */
function titleAt(visit: Visit, address = addressOf(visit)): string {
  const { words } = visit;
  const { read, given = {} } = placeIn(address) ?? {};
  if (read === undefined || address.endsWith("/resources")) return words.resources.title;
  return isThing(read) ? (Object.values(given).at(-1) ?? "") : titleOf(visit, read, given.cloudProvider);
}

const titleOf = ({ words }: Visit, read: Operation, cloudProvider: string | undefined): string =>
  [words.title(read), cloudProvider].filter(Boolean).join(" · ");

/** Returns the links to the pages above one. */
function above(visit: Visit, address = addressOf(visit)): { href: string; text: string }[] {
  const href = address.replace(/\/[^/]*$/, "");
  const links = href.endsWith("/resources") ? [] : above(visit, href);
  return placeIn(href) === undefined ? links : [...links, { href, text: titleAt(visit, href) }];
}

/** Returns what the end of a thing is called where that is not its deletion. */
const actOf = ({ words }: Visit, { id }: Operation): string | undefined =>
  (words.resources.acts as Readonly<Record<string, string>>)[id];

const trail = (links: ReturnType<typeof above>) =>
  links.flatMap(({ href, text }) => [
    <a class="crumb" key={href} href={href}>
      {text}
    </a>,
    " / ",
  ]);

interface Answer extends Members {
  readonly results?: readonly Members[];
  readonly totalCount?: number;
}

const ask = ({ api }: Visit, { id }: Operation, given: object): Promise<Answer> =>
  api(id as "getGroup", given as never) as Promise<never>;

/** Returns the things of an answer: a page, a list, or lists by the provider. */
const thingsIn = (answer: Answer): readonly Members[] =>
  answer.results ?? [answer, ...Object.values(answer)].filter(Array.isArray).flat();

/** Returns the queries that together list all: one for each cloud provider if a list is of one. */
const queriesOf = ({ query }: Operation) =>
  (choicesOf(query.providerName) ?? [undefined]).map((providerName) => providerName && { providerName });

async function readAll(visit: Visit, { read, given }: Place): Promise<Members[]> {
  const things: Members[] = [];
  for (const query of queriesOf(read)) {
    for (let pageNum = 1, left = 1; left > 0; pageNum++) {
      const answer = await ask(visit, read, { ...given, ...query, itemsPerPage: 500, pageNum });
      things.push(...thingsIn(answer));
      left = (answer.totalCount ?? 0) - pageNum * 500;
    }
  }
  return things;
}

/**
 * Returns the kinds directly below the page that the visitor may read, with the number of things of each; without those that are
 * refused, as lists of some clusters are.
 */
async function listBelow(visit: Visit, here: Here) {
  const { read, given } = placeOf(visit);
  const kinds = kindsBelow(read.path).filter(({ kind }) => here.may(kind.read.id as OperationId));
  const below = kinds.map(async ({ kind, name, rest }) => {
    let count = 0;
    for (const query of queriesOf(kind.read)) {
      const asked = { cloudProvider: name, ...given, ...query, itemsPerPage: "1" };
      // The page is not about these calls, so its code leaves them out.
      const { status, body } = await visit.send(kind.read.id as OperationId, asked, "visitor");
      if (status !== 200) return [];
      const answer: Answer = JSON.parse(body);
      count += answer.totalCount ?? thingsIn(answer).length;
    }
    const title = titleOf(visit, kind.read, given.cloudProvider ?? name);
    return [{ ...kind, href: addressOf(visit) + rest, title, count }];
  });
  return (await Promise.all(below)).flat();
}

/** The kinds by their tag. */
function Kinds({ of }: { readonly of: Awaited<ReturnType<typeof listBelow>> }) {
  const { words } = useVisit();
  return (
    <div class="kinds">
      <Facts
        facts={[...grouped(of, ({ read }) => read.tag)]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([tag, kinds]) => [
            words.translate(tag),
            kinds.map(({ href, title, item, count }) => (
              <div key={href}>
                <a href={href}>{title}</a> {item && <b>{count || words.layout.none}</b>}
              </div>
            )),
          ])}
      />
    </div>
  );
}

async function listView(visit: Visit, here: Here): Promise<View> {
  const { layout, resources: said } = visit.words;
  const place = placeOf(visit);
  const things = await readAll(visit, place);
  const param = place.item?.path.match(/\w+(?=\}$)/)?.[0] ?? "";
  const keyOf = (thing: Members) => keyIn(thing, param);
  const nameOf = (thing: Members) => nameIn(thing) || keyOf(thing);
  return collection<Members>(here, {
    heading: titleAt(visit),
    lead: trail(above(visit)),
    done: { done: said.done, ended: said.ended },
    all: things,
    idOf: keyOf,
    nameOf,
    texts: (thing) => [JSON.stringify(thing)],
    columns: [
      {
        head: layout.name,
        by: "name",
        value: nameOf,
        cell: (thing) => (
          <a href={`${addressOf(visit)}/${encodeURIComponent(keyOf(thing))}`}>{nameOf(thing)}</a>
        ),
      },
      ...Object.entries(columnsIn)
        .filter(([, textIn]) => things.some(textIn))
        .map(([name, textIn]) => ({
          head: said.columns[name as keyof typeof columnsIn],
          by: name,
          value: textIn,
          class: name === "status" ? "c-badge" : "c-time wide-only",
          cell: (thing: Members) => <Value name={name} value={textIn(thing)} />,
        })),
    ],
    empty: layout.none,
    total: said.total,
  });
}

/** Shows a thing with the kinds below it, or the kinds of the project or the organization itself. */
async function thingView(visit: Visit, here: Here): Promise<View> {
  const { layout, resources: said } = visit.words;
  const { read, given } = placeOf(visit);
  const thing = await ask(visit, read, given);
  const below = await listBelow(visit, here);
  const isTop = addressOf(visit) === `${here.root}/resources`;
  const name = (!isTop && nameIn(thing)) || titleAt(visit);
  const links = isTop ? [] : above(visit);
  const removal = isTop ? undefined : removalOf(read);
  const act = removal && actOf(visit, removal);
  const kind = links.at(-1)?.text ?? "";
  const confirm = act === undefined ? said.confirm(name, kind) : said.confirmAct(act, name, kind);
  const unlisted = unlistedBelow(read.path);
  return headed(
    `${name} · ${here.name}`,
    <>
      <Done sentences={{ done: said.done, ended: said.ended }} />
      <Kinds of={below} />
      {!isTop && (
        <div class="card">
          <MemberList
            of={thing}
            hrefOf={
              unlisted === undefined
                ? undefined
                : (each) => `${addressOf(visit)}${unlisted}/${encodeURIComponent(each)}`
            }
          />
        </div>
      )}
    </>,
    {
      heading: name,
      lead: trail(links),
      actions: removal && here.may(removal.id as OperationId) && (
        <ButtonForm name="delete" label={confirm} confirm={confirm}>
          {act ?? layout.delete}
        </ButtonForm>
      ),
      places: here.places,
    },
  );
}
