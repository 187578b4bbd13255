// Reads the types of source files with their comments, so that a page says of a member what an editor shows.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { root } from "./format.ts";

export interface Member {
  readonly name: string;
  /** The type as written, without `readonly`; of a method `(question: Question): Answer`. */
  readonly type: string;
  readonly isOptional: boolean;
  /** Its comment without tags; empty where there is none. */
  readonly text: string;
  /** The tags of its comment, such as `@minimum 0`. */
  readonly tags: Readonly<Record<string, string>>;
  /** The type as it was parsed; absent for a method. */
  readonly parsed?: ParsedType;
  /** The members of an object type. */
  readonly members: readonly Member[];
}

export interface DeclaredType {
  readonly text: string;
  /** The type that an alias without members stands for; empty for an interface. */
  readonly alias: string;
  readonly extended: readonly string[];
  readonly members: readonly Member[];
  /** The parsed type of a name without members. */
  readonly parsed?: ParsedType;
  /** Reads the members of an object that is written out in the same file. */
  readonly membersOf: (literal: ParsedObject) => Member[];
}

type Parsed = ReturnType<typeof parseSync>;
type Signature = Extract<
  Parsed["program"]["body"][number],
  { type: "TSInterfaceDeclaration" }
>["body"]["body"][number];
export type ParsedType = Extract<
  Parsed["program"]["body"][number],
  { type: "TSTypeAliasDeclaration" }
>["typeAnnotation"];
type ParsedObject = Extract<ParsedType, { type: "TSTypeLiteral" }>;

/** Interfaces and aliases by name, exported or not. */
export function readTypes(...paths: readonly string[]): Map<string, DeclaredType> {
  return new Map(paths.flatMap(readFile));
}

function readFile(path: string): [string, DeclaredType][] {
  const source = readFileSync(join(root, path), "utf8");
  const { program, comments } = parseSync(path, source);

  /** The comment that stands right above, and its tags. */
  function above(start: number): Pick<Member, "text" | "tags"> {
    const comment = comments.findLast(({ end }) => end <= start);
    const isNext = comment?.type === "Block" && source.slice(comment.end, start).trim() === "";
    if (!isNext) return { text: "", tags: {} };
    const plain = comment.value.replace(/^\s*\*+ ?/gm, "").replace(/\s+/g, " ");
    const [text = "", ...tags] = plain.split(/ @(?=\w)/);
    return { text: text.trim(), tags: Object.fromEntries(tags.map((tag) => tag.trim().split(" "))) };
  }

  const written = (from: number, to: number): string =>
    source
      .slice(from, to)
      .replace(/\/\*[\s\S]*?\*\/|\breadonly /g, "")
      .replace(/\s+/g, " ")
      .replace(/;? }/g, " }")
      .trim()
      .replace(/^\| /, "");

  function memberOf(signature: Signature): Member[] {
    if (signature.type === "TSMethodSignature") {
      const name = source.slice(signature.key.start, signature.key.end);
      const type = written(signature.key.end, signature.end).replace(/;$/, "");
      return [{ name, type, isOptional: signature.optional, ...above(signature.start), members: [] }];
    }
    if (signature.type !== "TSPropertySignature" || signature.typeAnnotation == null) return [];
    const { key, optional, typeAnnotation } = signature;
    const annotation = typeAnnotation.typeAnnotation;
    return [
      {
        name: source.slice(key.start, key.end),
        type: written(annotation.start, annotation.end),
        isOptional: optional,
        ...above(signature.start),
        parsed: annotation,
        members: annotation.type === "TSTypeLiteral" ? annotation.members.flatMap(memberOf) : [],
      },
    ];
  }

  return program.body.flatMap((statement): [string, DeclaredType][] => {
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    const { text } = above(statement.start);
    const membersOf = ({ members }: ParsedObject) => members.flatMap(memberOf);
    if (declared?.type === "TSTypeAliasDeclaration") {
      const { typeAnnotation: parsed } = declared;
      const alias = written(parsed.start, parsed.end);
      return [[declared.id.name, { text, alias, extended: [], members: [], parsed, membersOf }]];
    }
    if (declared?.type !== "TSInterfaceDeclaration") return [];
    const type = {
      text,
      alias: "",
      extended: declared.extends.map(({ expression }) => source.slice(expression.start, expression.end)),
      members: declared.body.body.flatMap(memberOf),
      membersOf,
    };
    return [[declared.id.name, type]];
  });
}
