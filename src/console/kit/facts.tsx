// A list of names and values.
import { type ComponentChildren, Fragment } from "preact";

interface FactsProps {
  /** In order; a fact that is undefined is left out. */
  readonly facts: readonly (readonly [name: string, value: ComponentChildren] | undefined)[];
}

export const Facts = ({ facts }: FactsProps) => (
  <dl>
    {facts.map(
      (fact) =>
        fact !== undefined && (
          <Fragment key={fact[0]}>
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </Fragment>
        ),
    )}
  </dl>
);
