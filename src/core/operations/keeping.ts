// Declares operations that only list, show, change and remove resources of a kind.
import type { Changing, Reading } from "../changes/changing.ts";
import type { Resource, resourcesOf, Setting, settingOf } from "../changes/resources.ts";
import { type ErrorCode, Fault } from "../contract/errors.ts";
import type { GroupInOrg } from "../domain/group.ts";
import type { Instant } from "../domain/instant.ts";
import type { PageRequest, Showing } from "../domain/page.ts";
import type { Api } from "../spec/api.ts";
import { answersBody } from "../spec/definition.ts";
import { atlas, type Own, type SignatureOf } from "./atlas.ts";
import { pageOf, showPageOf } from "./declare.ts";
import type { Context, Declared } from "./operation.ts";

export type Id = keyof Api & string;
export type ReplyOf<I extends Id> = Api[I]["replies"][keyof Api[I]["replies"]];
type ItemOf<Reply> = Reply extends { results: (infer Item)[] }
  ? Item
  : Reply extends (infer Item)[]
    ? Item
    : never;
/** The id of an operation whose answer is `Shown`. */
export type Answering<I extends Id, Shown, Reply> = I & (Shown extends Reply ? unknown : never);
type OwnOf<I extends Id> = Own<Api[I]["bodies"]>;
type ContextOf<I extends Id, O> = Context<SignatureOf<Api[I], O>, undefined>;

export interface InGroup extends Reading {
  readonly group: GroupInOrg;
}

export interface InPath {
  readonly params: Readonly<Record<string, string>>;
}

type Finding<Param extends string> = InGroup & {
  readonly params: { readonly [Name in Param]: string };
};

/** The context of any of these handlers, which has what their kinds need. */
export type Given<Param extends string> = Changing<ErrorCode> &
  Finding<Param> & { readonly query: PageRequest };

/** Declares an operation of any kind; the types of its parts are checked where the kind is known. */
export const declare = atlas as unknown as <Given>(
  id: Id,
  own: object,
) => {
  handle<Value>(
    handle: (context: Given) => Promise<Value>,
    view?: (value: Value, showing: Showing) => unknown,
  ): Declared<Value>;
};

interface Facing<Param extends string, Document, Found, Value, Shown> {
  find(context: Given<Param>): Promise<Found>;
  replace(context: Given<Param>, before: Found, document: Document): Promise<Found>;
  readonly absences: readonly ErrorCode[];
  /** Returns the value that the view shows. */
  seen(found: Found, context: Given<Param>): Value;
  show(value: Value, showing: Showing): Shown;
}

const showing = <Param extends string, Document, Found, Value, Shown>({
  find,
  replace,
  absences,
  seen,
  show,
}: Facing<Param, Document, Found, Value, Shown>) => ({
  /** Declares an operation that shows one resource. */
  get: <I extends Id>(id: Answering<I, Shown, ReplyOf<I>>) =>
    declare<Given<Param>>(id, { errors: absences }).handle(
      async (context) => seen(await find(context), context),
      show,
    ),

  /** Declares an operation that replaces a document by the one that `change` returns. */
  update: <I extends Id, const O extends OwnOf<I>>(
    id: Answering<I, Shown, ReplyOf<I>>,
    own: O,
    change: (context: ContextOf<I, O>, before: Found) => Document | Promise<Document>,
  ) =>
    declare<Given<Param> & ContextOf<I, O>>(id, {
      locks: "group",
      ...own,
      errors: [...(own.errors ?? []), ...absences],
    }).handle(async (context) => {
      const before = await find(context);
      const document = await change(context, before);
      return seen(await replace(context, before, document), context);
    }, show),
});

/** The kind of a thing that resources are below, which the path names too. */
interface Above {
  find(context: never): Promise<Pick<Resource<unknown>, "id">>;
  readonly absences: readonly ErrorCode[];
}

/** Returns the name under which a resource below another one is stored. */
export const nameBelow = ({ id }: Pick<Resource<unknown>, "id">, name: string): string => `${id}/${name}`;

/** A thing that a project keeps, with its organization and the instant at which it is shown. */
export interface Seen<Document> extends Resource<Document> {
  readonly orgId: string;
  readonly now: Instant;
}

interface Named<Document, Param extends string, Absent extends ErrorCode> {
  /** The path parameter that names the resource. */
  readonly by: Param;
  /** The refusal if the resource is missing, whose details name parameters of the path. */
  readonly absent: Absent;
  /** Returns the name that the resource is stored under; the parameter itself if absent. */
  readonly nameOf?: (parameter: string) => string;
  /** The kind above; absent for resources that are directly below the project. */
  readonly above?: Above;
  /** Reports whether a resource is below the path: one of another cloud provider, for example, is not. Absent for all. */
  readonly isBelow?: (document: Document, params: Readonly<Record<string, string>>) => boolean;
}

interface Kept<Document, Param extends string, Absent extends ErrorCode, Shown>
  extends Named<Document, Param, Absent> {
  readonly show: (found: Seen<Document>, showing: Showing) => Shown;
  /** Returns when a removed resource is gone; at once if absent. */
  readonly goneAt?: (found: Seen<Document>) => Instant;
}

/** Returns how resources of a kind are found by paths and listed. */
export function finding<Document extends object, const Param extends string, const Absent extends ErrorCode>(
  kind: ReturnType<typeof resourcesOf<Document>>,
  { by, absent, nameOf = String, above, isBelow }: Named<Document, Param, Absent>,
) {
  /** Finds the resource that the path names, or refuses. */
  async function find(context: Finding<Param>): Promise<Resource<Document>> {
    const { group, params, ...reading } = context;
    const parent = await above?.find(context as never);
    const name = nameOf(params[by]);
    const found = await kind.find(reading, group, parent === undefined ? name : nameBelow(parent, name));
    if (found === undefined || isBelow?.(found.document, params) === false) {
      throw new Fault(absent, { ...params, groupId: group.id, resource: params[by] });
    }
    return found;
  }
  async function listAll(context: InGroup & InPath): Promise<Seen<Document>[]> {
    const parent = await above?.find(context as never);
    const all = await kind.all(context, context.group);
    const below =
      parent === undefined ? all : all.filter(({ name }) => name.startsWith(nameBelow(parent, "")));
    const wanted = isBelow ? below.filter(({ document }) => isBelow(document, context.params)) : below;
    return wanted.map((each) => seen(each, context));
  }
  const seen = (found: Resource<Document>, { group, now }: InGroup): Seen<Document> => ({
    ...found,
    orgId: group.orgId,
    now,
  });
  return { find, listAll, seen, absences: [...(above?.absences ?? []), absent] };
}

/** Members that a server elsewhere made of a thing, which only a seed says. */
interface Made {
  readonly made?: object;
}

/** Adds to the answer about a copy what the server made of its original. */
export function withMade<Shown>(shown: Shown, document: object): Shown {
  const { made }: Made = document;
  if (made === undefined) return shown;
  const { made: _, ...others } = shown as Made;
  return { ...others, ...made } as Shown;
}

/** Declares operations of a kind of which a project has many. */
export function keeping<
  Document extends object,
  const Param extends string,
  const Absent extends ErrorCode,
  Shown,
>(kind: ReturnType<typeof resourcesOf<Document>>, named: Kept<Document, Param, Absent, Shown>) {
  const { above, isBelow, goneAt } = named;
  const { find, listAll, seen, absences } = finding(kind, named);
  const aboves = above?.absences ?? [];
  const show: typeof named.show = (found, showing) => withMade(named.show(found, showing), found.document);

  return {
    show,
    find,
    listAll,
    seen,
    ...showing({
      find,
      replace: (context: Given<Param>, before: Resource<Document>, document: Document) =>
        kind.replace(context, before, { document: { made: (before.document as Made).made, ...document } }),
      absences,
      seen,
      show,
    }),

    /** Declares an operation that lists all resources in pages, or those whose members are as the query says. */
    page: <I extends Id>(
      id: Answering<I, Shown, ItemOf<ReplyOf<I>>>,
      members?: Readonly<Partial<Record<keyof Api[I]["query"], keyof Document>>>,
    ) =>
      declare<Given<Param>>(id, { errors: aboves }).handle(async (context) => {
        // A list that cannot be asked to leave out the count has it.
        const request = { ...context.query, includeCount: context.query.includeCount ?? true };
        const query: Readonly<Record<string, unknown>> = request;
        const asked = Object.entries<keyof Document | undefined>(members ?? {}).filter(
          ([name]) => query[name],
        );
        const page =
          asked.length === 0 && isBelow === undefined && above === undefined
            ? await kind.page(context, context.group, request)
            : pageOf(
                (await listAll(context)).filter(({ document }) =>
                  asked.every(([name, member]) => member && document[member] === query[name]),
                ),
                request,
              );
        return { ...page, results: page.results.map((each) => seen(each, context)) };
      }, showPageOf(show)),

    /** Declares an operation that lists all resources at once. */
    all: <I extends Id>(id: Answering<I, Shown, ItemOf<ReplyOf<I>>>) =>
      declare<Given<Param>>(id, { errors: aboves }).handle(listAll, (all, showing) =>
        all.map((each) => show(each, showing)),
      ),

    /** Declares an operation that shows the resource that `make` creates. */
    create: <I extends Id, const O extends OwnOf<I>>(
      id: Answering<I, Shown, ReplyOf<I>>,
      own: O,
      make: (context: ContextOf<I, O>) => Promise<Resource<Document>>,
    ) =>
      declare<Given<Param> & ContextOf<I, O>>(id, { locks: "group", ...own }).handle(
        async (context) => seen(await make(context), context),
        show,
      ),

    /** Declares an operation that removes a resource, unless `check` refuses. */
    remove: <I extends Id, const O extends OwnOf<I>>(
      id: I,
      own: O,
      check?: (context: ContextOf<I, O>, found: Resource<Document>) => Promise<void>,
    ) =>
      declare<Given<Param> & ContextOf<I, O>>(id, {
        locks: "group",
        ...own,
        errors: [...(own.errors ?? []), ...absences],
      }).handle(
        async (context) => {
          const found = await find(context);
          await check?.(context, found);
          const endsAt = goneAt === undefined ? context.now : (found.endsAt ?? goneAt(seen(found, context)));
          if (endsAt > context.now) kind.end(context, found, endsAt);
          else await kind.remove(context, found);
        },
        answersBody(id) ? () => ({}) : undefined,
      ),
  };
}

/** Declares operations of a setting, of which a project has one. */
export const keepingOne = <Document extends object, Shown>(
  setting: ReturnType<typeof settingOf<Document>>,
  show: (document: Document, showing: Showing) => Shown,
) =>
  showing({
    find: (context: Given<never>) => setting.find(context, context.group),
    replace: async (context: Given<never>, before: Setting<Document>, document: Document) => ({
      ...before,
      document: await setting.replace(context, before, document),
    }),
    absences: [],
    seen: ({ document }: Setting<Document>) => document,
    show,
  });
