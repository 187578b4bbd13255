// Refusals of the API in Korean, by code: every one that a page can meet has a sentence, so that no English shows through.

export const apiRefusals = {
  API_KEY_NOT_FOUND: "이 API 키는 더 이상 없습니다.",
  API_KEY_REQUIRES_DESCRIPTION: "설명을 입력하세요.",
  BAD_ACCESS_LIST_ADD_REQUEST: "IP 주소와 CIDR 블록 중 하나만 입력하세요.",
  BAD_REQUEST: "입력한 내용을 확인하세요.",
  CANNOT_DELETE_ORG_INVITATION: "조직 초대입니다. 조직 페이지에서 취소하세요.",
  CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST: "현재 접속을 허용하는 항목이므로 여기에서 제거할 수 없습니다.",
  DUPLICATE_ADDRESSES_IN_INPUT: "같은 주소가 두 번 입력되었습니다.",
  FIRST_NAME_EXCEEDS_MAX_LENGTH: "이름이 너무 깁니다.",
  INVALID_API_KEY_DESC: "설명은 1자에서 250자까지 입력하세요.",
  INVALID_DATE_FORMAT: "날짜 형식이 올바르지 않습니다.",
  INVALID_GROUP_NAME: "프로젝트 이름으로 사용할 수 없습니다.",
  INVALID_IP_ADDRESS_OR_CIDR_NOTATION: "IP 주소(192.0.2.10)나 CIDR 블록(192.0.2.0/24)이 아닙니다.",
  INVALID_ORG_NAME: "조직 이름으로 사용할 수 없습니다.",
  INVALID_QUERY_PARAMETER: "주소에 올바르지 않은 값이 있습니다.",
  INVALID_ROLE_FOR_GROUP: "프로젝트 역할이 아닙니다.",
  INVALID_ROLE_FOR_ORG: "조직 역할이 아닙니다.",
  INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME: "시크릿의 유효 시간이 허용 범위를 벗어났습니다.",
  INVALID_TEAM_NAME: "팀 이름으로 사용할 수 없습니다.",
  LAST_NAME_EXCEEDS_MAX_LENGTH: "성이 너무 깁니다.",
  MAX_API_KEYS_PER_ORG_EXCEEDED: "조직의 최대 API 키 수에 도달했습니다.",
  MAX_GROUPS_PER_ORG_EXCEEDED: "조직의 최대 프로젝트 수에 도달했습니다.",
  MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED: "조직의 최대 서비스 계정 수에 도달했습니다.",
  MISSING_API_KEY_ROLES: "역할을 하나 이상 선택하세요.",
  MISSING_ATTRIBUTE: "필수 항목이 비어 있습니다.",
  MISSING_ONE_OF_ATTRIBUTES: "필수 항목이 비어 있습니다.",
  MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS: "함께 사용할 수 없는 필터입니다.",
  SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED: "시크릿이 이미 두 개 있습니다. 먼저 하나를 삭제하세요.",
  NOT_ORG_OWNER: "조직 소유자만 할 수 있습니다.",
  CANNOT_REMOVE_ALL_USER_ROLES: "역할이 하나 이상 남아 있어야 합니다.",
  INVITATION_OF_ANOTHER_ADDRESS: "다른 주소로 보낸 초대입니다. 그 주소로 로그인하세요.",
  API_KEY_ACCESS_LIST_NOT_FOUND: "이 항목은 IP 액세스 목록에 더 이상 없습니다.",
  GROUP_NOT_FOUND: "프로젝트를 찾을 수 없습니다.",
  INVITATION_LINK_NOT_FOUND: "링크가 잘렸거나 만료되었습니다.",
  ORG_NOT_FOUND: "조직을 찾을 수 없습니다.",
  RESOURCE_NOT_FOUND: "요청한 페이지나 항목을 찾을 수 없습니다.",
  SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND: "이 항목은 IP 액세스 목록에 더 이상 없습니다.",
  SERVICE_ACCOUNT_NOT_FOUND: "서비스 계정을 찾을 수 없습니다.",
  SERVICE_ACCOUNT_SECRET_NOT_FOUND: "이 시크릿은 더 이상 없습니다.",
  TEAM_NOT_FOUND: "팀을 찾을 수 없습니다.",
  TEAM_NOT_IN_GROUP: "이 팀은 프로젝트에 더 이상 없습니다.",
  USER_NOT_FOUND: "사용자를 찾을 수 없습니다.",
  USER_NOT_IN_GROUP: "이 멤버는 프로젝트에 더 이상 없습니다.",
  USER_NOT_IN_ORG: "이 멤버는 조직에 더 이상 없습니다.",
  USER_NOT_IN_TEAM: "이 멤버는 팀에 더 이상 없습니다.",
  ADDRESS_ALREADY_IN_ACCESS_LIST: "이미 IP 액세스 목록에 있는 주소입니다.",
};

/** What the API says of a field, by the first words of its sentence. */
const fieldSentences: readonly (readonly [begins: string, korean: string])[] = [
  ["At least one role", "역할을 하나 이상 선택하세요."],
  ["The value is required", "필수 항목입니다."],
  ["Must be an e-mail address", "이메일 주소를 입력하세요. 예: ada@example.com"],
  ["Name the project", "역할을 부여할 프로젝트를 선택하세요."],
  ["Invalid role name", "없는 역할입니다."],
];

/** What is wrong with a field. */
export const describeField = (description: string): string =>
  fieldSentences.find(([begins]) => description.startsWith(begins))?.[1] ?? "올바르지 않은 값입니다.";
