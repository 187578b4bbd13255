// The events of the security log, in the words of its lines. docs/security.md explains the format.

export const securityEvents = {
  "sign-in":
    "A person signs in by password. `RATE_LIMITED_TOKEN_BUCKET` is a lock-out; `SECOND_FACTOR_REQUIRED`: the password was right, and the second step follows.",
  "provider-sign-in": "A person comes back from the OpenID Connect provider.",
  "passkey-sign-in": "A person signs in by a passkey alone.",
  "second-factor":
    "A person proves more after the password, or proves again who they are: by a passkey, a recovery code or the password.",
  "second-factor-change": "A person adds or removes a passkey, or makes new recovery codes.",
  "second-factor-release": "An owner takes the second factor from a person who lost it.",
  "sign-out": "A person ends a session.",
  "sign-out-everywhere": "A person ends all sessions.",
  "password-reset-request":
    "Somebody asks for a link to set a password. Succeeds also where there is no such person.",
  "password-reset": "A link sets a password.",
  "device-link": "A mailed link makes a browser one that its person has used.",
  "password-change": "A person changes the password.",
  "identity-release": "An owner releases an account from the identity of a provider that has it.",
  join: "The link of an invitation makes an account and joins it.",
  "account-creation": "An account is made for somebody.",
  "organization-creation":
    "An organization is made, with an API key and a service account where the request asks for them.",
  "organization-removal": "An organization is deleted, with its API keys and service accounts.",
  "project-move":
    "A project moves to another organization; API keys and service accounts lose their roles in it.",
  "project-removal": "A project is deleted, with the roles that API keys and service accounts hold in it.",
  "credential-creation": "An API key, a service account, one of its secrets, or a database user is made.",
  "credential-change":
    "Roles, name or project of a key or a service account change, or a database user does.",
  "credential-removal": "A key, a service account, one of its secrets, or a database user is removed.",
  leaving:
    "A person is removed on the page that shows what they made, with the keys and accounts that go with them.",
  "access-list-change": "The addresses change that a key or a service account may be used from.",
  "network-access-change": "The addresses change that the databases of a project may be reached from.",
  "federation-change":
    "It changes who identifies the people of an organization, or which roles their groups get.",
  "command-line-answer": "A person confirms or denies a command line that wants to be signed in.",
  "command-line-token":
    "A command line asks for its tokens: `DEVICE_AUTHORIZATION_PENDING` while the person has not answered.",
  "command-line-sign-out": "A command line is signed out, by itself or by its person.",
  "token-issue": "A service account asks for an access token.",
  "token-revocation": "A service account revokes a token.",
  authentication: "A request of the API names a credential and does not prove it. Refused only.",
  access:
    "A known caller is refused for a role, a project, an organization, an address, a missing second factor, or a sign-in that is not recent. Refused only.",
  control: "A test control changes the world. `dev` only.",
} as const;

export type SecurityEvent = keyof typeof securityEvents;
