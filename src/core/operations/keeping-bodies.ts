// Declares operations of a kind whose resources are the bodies that requests send. Secrets of a body, which its schema marks,
// are sealed, and shown masked.
import type { Keeping, Resource, resourcesOf } from "../changes/resources.ts";
import type { ErrorCode, FaultMaker } from "../contract/errors.ts";
import { mask } from "../domain/mask.ts";
import { sortMembers } from "../domain/sorted-members.ts";
import type { Issue } from "../secrets/issue.ts";
import { changeSecrets } from "../spec/secrets.ts";
import { keepSets } from "../spec/sets.ts";
import { type Answering, declare, type Given, type Id, keeping, type ReplyOf, type Seen } from "./keeping.ts";

type Names<Document> = { readonly [Name in keyof Document & string]?: string };

/** The members of a document, under the names that answers have. */
type Renamed<Document, Other> = {
  [Name in keyof Document as Name extends keyof Other ? Other[Name] & string : Name]: Document[Name];
};

interface Kept<Document, Param extends string, Member extends string, Code extends ErrorCode, Shown, Other> {
  /** The operation that creates one. */
  readonly of: Id;
  /** The path parameter that has the id. */
  readonly by: Param;
  /** The member of answers that has the id; it is named like the parameter if absent. */
  readonly id?: Member;
  /** The members that name one in a comparison of two worlds. */
  readonly title: readonly (keyof Document & string)[];
  /** The code of a missing one. */
  readonly absent?: ErrorCode;
  /** The codes with which `check` refuses. */
  readonly errors?: readonly Code[];
  /** The codes with which `check` refuses to replace a body, and not to create one. */
  readonly replaceErrors?: readonly Code[];
  /** Refuses a body; `before` is the one that it replaces. */
  readonly check?: (context: Checking<Code>, body: Document, before?: Document) => void | Promise<void>;
  /** Returns the members that answers have, other than the id; those of the body if absent. */
  readonly shows?: (document: Document) => Shown;
  /** The names in answers of members that requests name differently. */
  readonly renamed?: Other;
}

type Checking<Code extends ErrorCode> = Omit<Given<never>, "fault"> & { readonly fault: FaultMaker<Code> };

type Sealing<Body> = { readonly body: Body; readonly issue: Pick<Issue, "seal" | "unseal"> };

const renameMembers = (shown: object, names: Readonly<Record<string, string | undefined>> = {}): object =>
  Object.fromEntries(
    Object.entries(shown).map(([name, value]) => [
      (Object.hasOwn(names, name) && names[name]) || name,
      value,
    ]),
  );

export function keepingBodies<
  Document extends object,
  const Param extends string,
  const Member extends string = Param,
  const Code extends ErrorCode = never,
  Shown extends object = Document,
  const Other extends Names<Shown> = Record<never, never>,
>(
  kind: ReturnType<typeof resourcesOf<Document>>,
  {
    of,
    by,
    id,
    title,
    absent = "RESOURCE_NOT_FOUND",
    errors = [],
    replaceErrors = [],
    check,
    shows,
    renamed,
  }: Kept<Document, Param, Member, Code, Shown, Other>,
) {
  const idMember = id ?? by;
  const show = ({ name, document }: Seen<Document>) => {
    const shown = renameMembers(shows?.(document) ?? document, renamed);
    return sortMembers({ ...shown, [idMember]: name } as Renamed<Shown, Other> & {
      readonly [Name in Member]: string;
    });
  };
  type View = ReturnType<typeof show>;
  const kept = keeping(kind, { by, absent, show });
  const own = { locks: "group", needs: ["issue"] } as const;

  /**
   * Returns a body as it is kept: its sets have each item once, its secrets are masked, and sealed apart. A secret that comes
   * back as it was shown stays as it is.
   */
  function conceal({ body, issue }: Sealing<Document>, before: string | null = null): Keeping<Document> {
    const known: Readonly<Record<string, string>> = before === null ? {} : JSON.parse(issue.unseal(before));
    const secrets: Record<string, string> = {};
    const schema = create.body ?? {};
    const document = changeSecrets(keepSets(body, schema), schema, (sent, path) => {
      const candidates = [known[path], ...Object.values(known)];
      const secret = candidates.find((each) => each !== undefined && mask(each) === sent) ?? sent;
      secrets[path] = secret;
      return mask(secret);
    });
    const isNone = Object.keys(secrets).length === 0;
    return { document, sealedSecret: isNone ? null : issue.seal(JSON.stringify(secrets)) };
  }

  const create = declare<Given<never> & Sealing<Document>>(of, {
    ...own,
    errors,
    keeps: { kind: kind.kind, by, id: idMember, title, ...(renamed && { renamed }) },
  }).handle(async (context) => {
    await check?.(context, context.body);
    const made = await kind.add(context, context.group, context.newId(), conceal(context));
    return kept.seen(made, context);
  }, show);

  return {
    ...kept,
    create,

    /** Declares an operation that replaces the body of one. */
    replace: <I extends Id>(id: Answering<I, View, ReplyOf<I>>) =>
      declare<Given<Param> & Sealing<Document>>(id, {
        ...own,
        errors: [...errors, ...replaceErrors, absent],
      }).handle(async (context) => {
        const before: Resource<Document> = await kept.find(context);
        await check?.(context, context.body, before.document);
        const after = await kind.replace(context, before, conceal(context, before.sealedSecret));
        return kept.seen(after, context);
      }, show),
  };
}
