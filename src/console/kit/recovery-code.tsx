// The form for a recovery code.
import type { ComponentChildren } from "preact";
import { Field, Form } from "./fields.tsx";
import { Button } from "./kit.tsx";
import { useVisit } from "./visit.ts";

export function RecoveryCode({
  name,
  field = "code",
  children,
}: {
  readonly name: string;
  readonly field?: string;
  readonly children?: ComponentChildren;
}) {
  const said = useVisit().words.passkeys;
  return (
    <details>
      <summary>{said.lost}</summary>
      <Form name={name}>
        {children}
        <Field label={said.code} name={field} hint={said.codeHint} autocomplete="off" required />
        <Button>{said.useCode}</Button>
      </Form>
    </details>
  );
}
