// The judgement of the resource policy engine on a text.

export type PolicyFault =
  | "POLICY_PARSING_ERROR"
  | "POLICY_HAS_FAILED_VALIDATIONS"
  | "POLICY_HAS_INVALID_PRINCIPAL"
  | "POLICY_HAS_BODY_EXCEEDING_MAX_SIZE"
  | "POLICY_HAS_UNEXPECTED_ENTITIES";

/** A fault of one text. */
export interface Complaint {
  readonly errorType: PolicyFault;
  readonly details: readonly string[];
}

interface Entity {
  readonly type: string;
  readonly id: string;
}

/** A judgement of one text: a fault of its form, or the entities that it names. */
export type Judgement = { readonly complaint: Complaint } | { readonly entities: readonly Entity[] };
