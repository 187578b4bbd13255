// The groups of AI models that Atlas offers, with the limits of an organization, which projects begin with.

export interface RateLimits {
  readonly requestsPerMinuteLimit: number;
  readonly tokensPerMinuteLimit: number;
}

export interface ModelGroup extends RateLimits {
  readonly modelGroupName: string;
  readonly modelNames: readonly string[];
}

const groupOf = (modelGroupName: string, millionTokens: number, ...modelNames: string[]): ModelGroup => ({
  modelGroupName,
  modelNames,
  requestsPerMinuteLimit: 2000,
  tokensPerMinuteLimit: millionTokens * 1_000_000,
});

/** The groups, with the limits of the first usage tier. */
export const modelGroups: readonly ModelGroup[] = [
  groupOf(
    "embed_large",
    3,
    "voyage-4-large",
    "voyage-3-large",
    "voyage-context-3",
    "voyage-code-3",
    "voyage-code-2",
    "voyage-finance-2",
    "voyage-law-2",
  ),
  groupOf("embed_medium", 8, "voyage-4", "voyage-3.5", "voyage-3"),
  groupOf("embed_multimodal", 2, "voyage-multimodal-3.5", "voyage-multimodal-3"),
  groupOf("embed_small", 16, "voyage-4-lite", "voyage-3.5-lite", "voyage-3-lite"),
  groupOf("rerank_large", 2, "rerank-2.5", "rerank-2"),
  groupOf("rerank_small", 4, "rerank-2.5-lite", "rerank-2-lite"),
];

/** The members of a limit, by which requests change it and answers show it. */
export const limitMembers = ["requestsPerMinuteLimit", "tokensPerMinuteLimit"] as const;

/** The only scope that Atlas offers, with the host that serves it. */
export const anyScope = { cloud: "ANY", endpoint: "ai.mongodb.com", geography: "ANY" } as const;
