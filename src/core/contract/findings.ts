// Describes what a validator found wrong in a document that people write: where, and why.

/** A finding of TypeBox, at an instance path such as `/orgs/0/name`. */
export interface Finding {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly instancePath: string;
  readonly message: string;
  readonly params: object;
}

/** Returns one sentence for each finding, such as `orgs.0.name: must be string`. */
export function describeFindings(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ keyword }) => keyword !== "boolean")
    .map(({ instancePath, message, params }) => {
      const at = instancePath === "" ? "the document" : instancePath.slice(1).replaceAll("/", ".");
      const extra = (params as { additionalProperties?: string[] }).additionalProperties;
      const allowed = (params as { allowedValues?: unknown[] }).allowedValues;
      if (extra !== undefined) return `${at}: unknown ${extra.map((name) => `'${name}'`).join(", ")}`;
      return `${at}: ${message}${allowed === undefined ? "" : ` (${allowed.join(", ")})`}`;
    });
}
