// Makes another secret for a service account of an organization.
import { limitSets } from "../../contract/limits.ts";
import {
  ServiceAccountSecret,
  ServiceAccountSecretRequest,
} from "../../contract/schemas/service-accounts.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { clientId, envelope, findAccount, orgId, orgPathById, pretty, showSecret, tag } from "./accounts.ts";
import { makeSecret } from "./acts.ts";

export const createOrgServiceAccountSecret = operation({
  id: "createOrgServiceAccountSecret",
  method: "POST",
  path: `${orgPathById}/secrets`,
  tag,
  summary: "Make a secret for a service account",
  description:
    "An account has at most two secrets at once, and another one leaves the first seven more days at most. This answer is the only one that shows the secret. Needs Organization Owner.",
  door: org("ORG_OWNER"),
  limit: limitSets.orgServiceAccounts,
  status: 201,
  params: { orgId, clientId },
  query: { envelope, pretty },
  body: ServiceAccountSecretRequest,
  versions: { "2024-08-05": { reply: ServiceAccountSecret } },
  errors: [
    "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
    "SERVICE_ACCOUNT_NOT_FOUND",
    "SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED",
  ],
}).handle(
  async (context) => {
    const { tx, org, params, body, fault } = context;
    const account = await findAccount(tx, { orgId: org.id, clientId: params.clientId }, fault);
    return makeSecret(context, account, body.secretExpiresAfterHours);
  },
  { "2024-08-05": showSecret },
);
