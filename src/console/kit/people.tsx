// Parts of the pages on people, invitations and teams: lists of roles, what was done, and forms of one button.
import type { RoleName } from "../../contract/roles.ts";
import type { Visit } from "../page.ts";
import { Button, Form, Notice } from "./kit.tsx";

/** A role by its name, with the code that programs know it by. */
export const RoleWithCode = ({ words, role }: Pick<Visit, "words"> & { readonly role: string }) => (
  <>
    {words.role(role)}{" "}
    <small>
      <code>{role}</code>
    </small>
  </>
);

/** The same with what it allows. */
export const RoleExplained = ({ words, role }: Pick<Visit, "words"> & { readonly role: RoleName }) => (
  <>
    <RoleWithCode words={words} role={role} />
    <small>{words.roleHelp[role]}</small>
  </>
);

/** Roles, one per line. What each allows is explained where roles are chosen. */
export const RoleList = ({ words, roles }: Pick<Visit, "words"> & { roles: readonly string[] }) => (
  <>
    {roles.map((role) => (
      <div key={role}>
        <RoleWithCode words={words} role={role} />
      </div>
    ))}
  </>
);

/** What can be said after a form, by the word in the address or the cookie; some name what they are about. */
export type Sentences = Readonly<Record<string, string | ((whom: string, count: number) => string)>>;

interface DoneProps {
  readonly visit: Pick<Visit, "query" | "problem" | "done" | "words">;
  readonly sentences: Sentences;
}

/** Says that a form succeeded. An address names one of our sentences, so that a link cannot show any other text. */
export function Done({ visit: { query, problem, done, words }, sentences }: DoneProps) {
  const word = done?.what ?? query.get("done") ?? "";
  if (problem !== undefined || !Object.hasOwn(sentences, word)) return null;
  const { count, whom } = done ?? { count: 0, whom: [] };
  const sentence = sentences[word];
  return (
    <Notice kind="done good">
      {typeof sentence === "function" ? sentence(words.lists.several(whom, count), count) : sentence}
    </Notice>
  );
}

interface ButtonFormProps {
  readonly visit: Pick<Visit, "formToken">;
  /** Name of the form. */
  readonly name: string;
  /** The person or thing it is about, as hidden fields; none where the page says it. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly label: string;
  readonly confirm?: string;
  readonly children: string;
}

/** A form with one button, in a row of a table; red if it asks for confirmation. */
export const ButtonForm = ({ visit, name, fields = {}, label, confirm, children }: ButtonFormProps) => (
  <Form visit={visit} name={name}>
    {Object.entries(fields).map(([field, value]) => (
      <input key={field} type="hidden" name={field} value={value} />
    ))}
    <Button
      kind={confirm === undefined ? "plain" : "danger"}
      label={label}
      {...(confirm !== undefined && { confirm })}
    >
      {children}
    </Button>
  </Form>
);
