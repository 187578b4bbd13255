// What the types of the client guarantee; checked by `tsc`, never run.
import { AtlasClient, type Input, type OperationId, type Reply } from "./client.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_ extends true>() => {};

const client = new AtlasClient({ publicKey: "abcdefgh", privateKey: "secret" });
new AtlasClient({ baseUrl: "http://127.0.0.1:8080", clientId: "id", clientSecret: "secret" });
// @ts-expect-error a key needs both halves
new AtlasClient({ publicKey: "abcdefgh" });
// @ts-expect-error a service account has no private key
new AtlasClient({ clientId: "id", privateKey: "secret" });

const groupId = "32b6e34b3d91647abb20e7b8";
const body = { roles: ["GROUP_READ_ONLY"], username: "hello@example.com" };

const invite = await client.updateGroupInvites({ groupId, body, pretty: true });
holds<Same<typeof invite, Reply<"updateGroupInvites">>>();
holds<Same<typeof invite.roles, string[] | undefined>>();
// @ts-expect-error the answer has no such member
invite.role;

// @ts-expect-error the path needs groupId
client.updateGroupInvites({ body });
// @ts-expect-error the operation needs a body
client.updateGroupInvites({ groupId });
// @ts-expect-error roles are texts
client.updateGroupInvites({ groupId, body: { roles: [1] } });
// @ts-expect-error the body has no such attribute
client.updateGroupInvites({ groupId, body: { role: "GROUP_OWNER" } });
// @ts-expect-error no such parameter
client.updateGroupInvites({ groupId, body, invitationId: groupId });
// @ts-expect-error an envelope would put the answer into another shape
client.updateGroupInvites({ groupId, body, envelope: true });
// @ts-expect-error an input is needed
client.getGroup();
// @ts-expect-error no such operation
client.updateGroupInvite({ groupId });

const page = await client.listGroups();
await client.listGroups({ pageNum: 2, itemsPerPage: undefined }, { signal: AbortSignal.timeout(1000) });
// @ts-expect-error a page number is a number
await client.listGroups({ pageNum: "2" });
holds<Same<(typeof page.results)[number]["name"], string>>();

holds<Same<Awaited<ReturnType<typeof client.deleteGroupInvite>>, undefined>>();
holds<Same<Reply<"listGroupInvites">, Reply<"getGroupInvite">[]>>();
holds<Same<Input<"getGroup">, { readonly groupId: string; readonly pretty?: boolean | undefined }>>();
holds<Same<keyof AtlasClient, OperationId>>();
