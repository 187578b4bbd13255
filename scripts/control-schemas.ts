// Writes src/testing/controls/schemas.json: what each control does, takes and answers, from its docstring and the types; schemas of OpenAPI 3.0.
import { parseSync } from "oxc-parser";
import { namesIn } from "../src/core/contract/http-syntax.ts";
import { proofKeys } from "../src/core/domain/user-proof.ts";
import { controls } from "../src/testing/controls/list.ts";
import { signatures, types } from "./control-types.ts";
import type { DeclaredType, Member, ParsedType } from "./declared-types.ts";
import { format } from "./format.ts";

type Schema = Readonly<Record<string, unknown>>;
type Shown = Pick<Member, "name" | "text" | "tags" | "parsed" | "isOptional">;

/** The place of a type: the reader of its file, the tags of its member, and whether it is of a body, which has no other members. */
interface Place extends Pick<DeclaredType, "membersOf"> {
  readonly tags: Member["tags"];
  readonly isBody: boolean;
}

/** The tags of texts, numbers and lists. */
const tagsOf = {
  string: ["format", "pattern", "minLength"],
  number: ["minimum", "maximum"],
  array: ["minItems"],
};

/** Types whose values a program makes. */
const computed: Readonly<Record<string, Schema>> = {
  RoleName: { type: "string" },
  Proof: { type: "string", enum: proofKeys },
};

function narrowed(type: keyof typeof tagsOf, { tags }: Place): Schema {
  const given = Object.entries(tags).filter(([name]) => tagsOf[type].includes(name));
  return {
    type: type === "number" && "integer" in tags ? "integer" : type,
    ...Object.fromEntries(given.map(([name, value]) => [name, /^\d+$/.test(value) ? Number(value) : value])),
  };
}

function schemaOf(type: ParsedType, place: Place): Schema {
  switch (type.type) {
    case "TSStringKeyword":
      return narrowed("string", place);
    case "TSNumberKeyword":
      return narrowed("number", place);
    case "TSBooleanKeyword":
      return { type: "boolean" };
    case "TSObjectKeyword":
      return { type: "object" };
    case "TSLiteralType":
      return { const: literalIn(type) };
    case "TSUnionType":
      return schemaOfUnion(type.types, place);
    case "TSTypeOperator":
    case "TSParenthesizedType":
      return schemaOf(type.typeAnnotation as ParsedType, place);
    case "TSArrayType":
      return { ...narrowed("array", place), items: schemaOf(type.elementType, place) };
    case "TSTupleType": {
      const { length, 0: first } = type.elementTypes;
      return {
        type: "array",
        items: schemaOf(first as ParsedType, place),
        minItems: length,
        maxItems: length,
      };
    }
    case "TSTypeLiteral":
      return objectOf(place.membersOf(type), place);
    case "TSTypeReference":
      return schemaOfNamed("name" in type.typeName ? type.typeName.name : "", place);
    default:
      throw new Error(`A control has a type that is not known here: ${type.type}`);
  }
}

const literalIn = ({ literal }: Extract<ParsedType, { type: "TSLiteralType" }>): unknown =>
  "value" in literal ? literal.value : undefined;

/** Objects that are written out are one, which may have the members of each: rules say which exclude each other. */
function schemaOfUnion(all: readonly ParsedType[], place: Place): Schema {
  const given = all.filter(({ type }) => type !== "TSNullKeyword");
  const nullable = given.length < all.length && { nullable: true };
  const literals = given.flatMap((each) => (each.type === "TSLiteralType" ? [literalIn(each)] : []));
  if (literals.length === given.length) return { enum: literals, ...nullable };
  const objects = given.flatMap((each) => (each.type === "TSTypeLiteral" ? [place.membersOf(each)] : []));
  const members = objects
    .flat()
    .map((each) => ({ ...each, isOptional: each.isOptional || objects.length > 1 }));
  const forms = given
    .filter(({ type }) => type !== "TSTypeLiteral")
    .map((each) => schemaOf(each, place))
    .concat(objects.length > 0 ? objectOf(members, place) : []);
  return { ...(forms.length === 1 ? forms[0] : { anyOf: forms }), ...nullable };
}

function schemaOfNamed(name: string, { tags, isBody }: Place): Schema {
  const declared = types.get(name);
  if (declared === undefined) return computed[name] ?? fail(`no type ${name} is known here`);
  const { parsed, text: description, membersOf } = declared;
  const place = { membersOf, tags, isBody };
  const schema = parsed === undefined ? objectOf(allMembersOf(declared), place) : schemaOf(parsed, place);
  return { ...schema, description };
}

function fail(message: string): never {
  throw new Error(message);
}

/** Returns the members of an interface after those of what it extends. */
const allMembersOf = ({ extended, members }: DeclaredType): Member[] => [
  ...extended.flatMap((name) => allMembersOf(types.get(name) ?? fail(`no type ${name} is known here`))),
  ...members,
];

function objectOf(members: readonly Shown[], place: Place): Schema {
  const required = members.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
  const properties = members.map(({ name, text, tags, parsed }) => [
    name,
    {
      ...schemaOf(parsed ?? fail(`${name} is a method`), { ...place, tags: { ...place.tags, ...tags } }),
      ...(text !== "" && { description: text }),
    },
  ]);
  return {
    type: "object",
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(properties),
    ...(place.isBody && { additionalProperties: false }),
  };
}

/** Parses a type as a signature has it; undefined for what answers nothing. */
function schemaOfText(text: string, isBody: boolean): Schema | undefined {
  if (text === "void") return undefined;
  const [statement] = parseSync("type.ts", `type Written = ${text};`).program.body;
  if (statement?.type !== "TSTypeAliasDeclaration") return fail(`${text} is no type`);
  return schemaOf(statement.typeAnnotation, { membersOf: () => [], tags: {}, isBody });
}

/** The text of the file: the title of each control, and its body and its answer, where it has one. */
export function renderControlSchemas(): string {
  const all = controls.map(({ name, path, takes, gives }) => {
    const { text: title = "", taken = [], given = "" } = signatures[name] ?? {};
    const [, body = ""] = taken[namesIn(path).length] ?? [];
    const reply = schemaOfText(given, false);
    const answer = gives && { type: "object", required: [gives], properties: { [gives]: reply } };
    return [name, { title, body: takes && schemaOfText(body, true), reply: answer ?? reply }];
  });
  return format("src/testing/controls/schemas.json", JSON.stringify(Object.fromEntries(all)));
}
