// The form for a recovery code.
import type { ComponentChildren } from "preact";
import { Field, Form } from "./fields.tsx";
import { Button } from "./kit.tsx";
import { useVisit } from "./visit.ts";

export function RecoveryCode({
  name,
  children,
}: {
  readonly name: string;
  readonly children?: ComponentChildren;
}) {
  const said = useVisit().words.passkeys;
  return (
    <details>
      <summary>{said.lost}</summary>
      <Form name={name}>
        {children}
        <Field label={said.code} name="code" hint={said.codeHint} autocomplete="off" required />
        <Button>{said.useCode}</Button>
      </Form>
    </details>
  );
}
