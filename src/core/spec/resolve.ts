// Resolves types of `spec/atlas.json` to schemas, as the validator, the document and the typed client read them.
import type { TSchema } from "typebox";
import { exampleId, idPattern } from "../contract/schemas/common.ts";
import type { Form } from "./form.ts";
import { applyPatches, type TypePatch } from "./patch.ts";

type Schema = Record<string, unknown>;
type Members = Readonly<Record<string, Form>>;

type Types = Readonly<Record<string, Form>>;

interface Sources {
  readonly types: Types;
  /** Returns types that are not among these, if they are kept apart. */
  readonly others?: () => Types;
  readonly patches?: Readonly<Record<string, readonly TypePatch[]>>;
  /** The words by the name of a type, alone or with `.member`. */
  readonly words?: Readonly<Record<string, string>>;
  /** The words for members of any type without its own. */
  readonly wordsOfMembers?: Readonly<Record<string, string>>;
  /** The values in examples, by the same names as words. */
  readonly examples?: Readonly<Record<string, unknown>>;
}

/** A type with its own members and those of the type that it extends. */
interface Whole {
  readonly members: Members;
  readonly required: readonly string[];
}

/** Makes schemas, one for each name. `read` is called when the first type is used. */
export function createResolver(read: () => Sources) {
  let sources: Sources | undefined;
  const known = (): Sources => (sources ??= read());
  let others: Types | undefined;
  const typeOf = (name: string): Form | undefined =>
    known().types[name] ?? (others ??= known().others?.() ?? {})[name];
  const named = new Map<string, Schema>();
  const patched = new Map<string, Form>();
  const describe = (where: string) => {
    if (where === "") return false;
    const { words = {}, wordsOfMembers = {} } = known();
    const description =
      words[where] ?? (where.includes(".") ? wordsOfMembers[where.split(".").at(-1) ?? ""] : undefined);
    return description !== undefined && { description };
  };

  /** Returns an example; all ids have the same form. */
  function exampleOf({ pattern }: Form, where: string) {
    if (pattern === idPattern) return { example: exampleId };
    const example = where === "" ? undefined : known().examples?.[where];
    return example !== undefined && { example };
  }

  function formOf(name: string): Form {
    const made = patched.get(name);
    if (made !== undefined) return made;
    const form = typeOf(name);
    if (form === undefined) throw new Error(`There is no type ${name}`);
    const said = known().patches?.[name] ?? [];
    const isMerged = said.some(({ merged }) => merged);
    const whole = applyPatches(wholeForm(form, isMerged), said);
    patched.set(name, whole);
    return whole;
  }

  /** Returns the type with all its members, so that patches find those of the types that it extends. */
  function wholeForm(form: Form, isMerged: boolean): Form {
    const { extends: base, cases, by, ...rest } = form;
    const own = wholeOf(form);
    const found = isMerged ? alternativesOf(form) : [];
    if (!found.every(isObject)) return form;
    const alternatives = found.map(wholeOf);
    if (base === undefined && alternatives.length === 0) return form;
    const { members, required } = alternatives.length === 0 ? own : merge(own, alternatives);
    return { ...rest, ...(!isMerged && cases && { cases, by }), members, required } as Form;
  }

  function ofType(name: string): TSchema {
    const made = named.get(name);
    if (made !== undefined) return made as TSchema;
    const schema: Schema = { $id: name };
    // Set before its members, because some refer back to it.
    named.set(name, schema);
    const { nullable: _, ...form } = formOf(name);
    Object.assign(schema, ofForm(form, name), describe(name), { $id: name });
    return schema as TSchema;
  }

  /** Makes the schema of a form. `where` is a type, alone or with the path of a member; empty for a value without words. */
  function ofForm(form: Form, where: string): TSchema {
    const { ref, list, map, members, required, extends: base, cases, by, nullable, ...said } = form;
    const schema = {
      ...kindOf(form, where),
      ...said,
      ...(form.format === "password" && { isSecret: true }),
      ...exampleOf(form, where),
      ...describe(where),
    };
    // A type that may be null may only be so as a member; a body must be there.
    const mayBeNull = nullable ?? (where.includes(".") && ref !== undefined && formOf(ref).nullable);
    if (!mayBeNull) return schema as TSchema;
    const { always, demanded, readOnly, ...rest } = schema as Schema;
    const around = Object.fromEntries(
      Object.entries({ always, demanded, readOnly }).filter(([, mark]) => mark),
    );
    return { anyOf: [rest, { type: "null" }], ...around } as unknown as TSchema;
  }

  function kindOf(form: Form, where: string): Schema {
    if (form.ref !== undefined) return ofType(form.ref) as Schema;
    if (form.list !== undefined) return { type: "array", items: ofForm(form.list, where && `${where}[]`) };
    if (form.map !== undefined) {
      return { type: "object", additionalProperties: ofForm(form.map, where && `${where}{}`) };
    }
    if (form.members !== undefined || form.cases !== undefined || form.extends !== undefined) {
      return objectOf(form, where);
    }
    return {};
  }

  function objectOf(form: Form, where: string): Schema {
    if (form.by !== undefined) return oneOfNamed(form.by, form.cases as Readonly<Record<string, string>>);
    const alternatives = alternativesOf(form);
    if (alternatives.length > 0 && form.members === undefined && !alternatives.every(isObject)) {
      return alternativesAsOne(alternatives, where);
    }
    const own = wholeOf(form);
    const { members, required } = alternatives.length === 0 ? own : merge(own, alternatives.map(wholeOf));
    return {
      type: "object",
      ...(required.length > 0 && { required }),
      properties: Object.fromEntries(
        Object.entries(members).map(([name, member]) => [name, ofForm(member, `${where}.${name}`)]),
      ),
    };
  }

  /** Makes alternatives with a discriminator. */
  const oneOfNamed = (propertyName: string, cases: Readonly<Record<string, string>>): Schema => ({
    anyOf: [...new Set(Object.values(cases))].map(ofType),
    discriminator: { propertyName, mapping: cases },
  });

  const alternativesOf = ({ cases = [] }: Form): Form[] =>
    Array.isArray(cases)
      ? cases.map((each: Form) => (each.ref === undefined ? each : (typeOf(each.ref) ?? {})))
      : [...new Set(Object.values(cases as Record<string, string>))].map((name) => typeOf(name) ?? {});

  const isObject = (form: Form): boolean =>
    form.members !== undefined || form.extends !== undefined || form.cases !== undefined;

  /** Merges alternatives of several lists into one list: `US_EAST_1` of one provider, `EASTERN_US` of another. */
  function alternativesAsOne(alternatives: readonly Form[], where: string): Schema {
    if (alternatives.every((each) => each.enum !== undefined)) {
      return { type: "string", enum: [...new Set(alternatives.flatMap((each) => each.enum ?? []))] };
    }
    return { anyOf: alternatives.map((each) => ofForm(each, where)) };
  }

  function wholeOf(form: Form): Whole {
    const { members = {}, required = [] } = form;
    if (form.extends === undefined) return { members, required };
    // The base is that of the document: patches of all cases together do not belong to one of them.
    const base = wholeOf(typeOf(form.extends) ?? {});
    return {
      members: { ...base.members, ...members },
      required: [...new Set([...base.required, ...required])],
    };
  }

  /** Merges all alternatives into one object; members that only some require are optional. */
  function merge(own: Whole, alternatives: readonly Whole[]): Whole {
    const forms = new Map<string, Form[]>();
    for (const { members } of [...alternatives, own]) {
      for (const [name, form] of Object.entries(members)) forms.set(name, [...(forms.get(name) ?? []), form]);
    }
    const [first, ...others] = alternatives;
    const inAll = (first?.required ?? []).filter((name) =>
      others.every(({ required }) => required.includes(name)),
    );
    return {
      members: Object.fromEntries([...forms].map(([name, found]) => [name, oneOf(found)])),
      required: [...new Set([...own.required, ...inAll])],
    };
  }

  function oneOf(forms: readonly Form[]): Form {
    const different = [...new Map(forms.map((form) => [JSON.stringify(form), form])).values()];
    const [first = {}] = different;
    return different.length === 1 ? first : { cases: different };
  }

  return { ofType, ofForm, formOf };
}
