// What the pages of activity say: every type of event as a label and as a sentence, in Korean.
import { describeType } from "../../domain/event.ts";
import type { activity as english } from "./en-activity.ts";
import { type Arrivals, type EventFacts, isOwn, known, type Types } from "./event-facts.ts";

/** A noun with the name of a thing in brackets, so that the particle follows the noun. */
const of = (noun: string, name: string) => (name === "" ? noun : `${noun}(${name})`);
const project = ({ group }: EventFacts) => of("프로젝트", group);
const key = (facts: EventFacts) => of("API 키", facts.key);
const account = (facts: EventFacts) => of("서비스 계정", facts.account);
const team = (facts: EventFacts) => of("팀", facts.team);

const types: Types = {
  API_KEY_ACCESS_LIST_ENTRY_ADDED: [
    "API 키에 주소 추가",
    (facts) => `${key(facts)}의 IP 액세스 목록에 ${of("주소", facts.entry)}를 추가했습니다`,
  ],
  API_KEY_ACCESS_LIST_ENTRY_DELETED: [
    "API 키에서 주소 제거",
    (facts) => `${key(facts)}의 IP 액세스 목록에서 ${of("주소", facts.entry)}를 제거했습니다`,
  ],
  API_KEY_ADDED_TO_GROUP: [
    "프로젝트에 API 키 추가",
    (facts) => `${key(facts)}를 ${project(facts)}에 추가했습니다`,
  ],
  API_KEY_CREATED: ["API 키 생성", (facts) => `${key(facts)}를 만들었습니다`],
  API_KEY_DELETED: ["API 키 삭제", (facts) => `${key(facts)}를 삭제했습니다`],
  API_KEY_DESCRIPTION_CHANGED: ["API 키 설명 변경", (facts) => `${key(facts)}의 설명을 변경했습니다`],
  API_KEY_REMOVED_FROM_GROUP: [
    "프로젝트에서 API 키 제거",
    (facts) => `${key(facts)}를 ${project(facts)}에서 제거했습니다`,
  ],
  API_KEY_ROLES_CHANGED: ["API 키 역할 변경", (facts) => `${key(facts)}의 역할을 변경했습니다`],
  DATA_EXPLORER_DISABLED: ["데이터 탐색기 끔", () => "데이터 탐색기를 껐습니다"],
  DATA_EXPLORER_ENABLED: ["데이터 탐색기 켬", () => "데이터 탐색기를 켰습니다"],
  DATA_FEDERATION_QUERY_LIMIT_CONFIGURED: [
    "데이터 페더레이션 한도 설정",
    () => "데이터 페더레이션 한도를 설정했습니다",
  ],
  DATA_FEDERATION_QUERY_LIMIT_DELETED: [
    "데이터 페더레이션 한도 해제",
    () => "데이터 페더레이션 한도를 해제했습니다",
  ],
  GROUP_CREATED: ["프로젝트 생성", (facts) => `${project(facts)}를 만들었습니다`],
  GROUP_DELETED: ["프로젝트 삭제", (facts) => `${project(facts)}를 삭제했습니다`],
  GROUP_INVITATION_DELETED: [
    "프로젝트 초대 종료",
    (facts) => `${facts.user} 님에 대한 ${project(facts)} 초대를 종료했습니다`,
  ],
  GROUP_MOVED: ["프로젝트 이동해 옴", (facts) => `${project(facts)}를 이 조직으로 옮겼습니다`],
  GROUP_MOVED_FROM_ORG: ["프로젝트 이동해 감", () => "프로젝트를 다른 조직으로 옮겼습니다"],
  GROUP_NAME_CHANGED: ["프로젝트 이름 변경", (facts) => `${project(facts)}의 이름을 변경했습니다`],
  GROUP_TAGS_MODIFIED: ["프로젝트 태그 변경", (facts) => `${project(facts)}의 태그를 변경했습니다`],
  INVITATIONS_OF_REMOVED_INVITER: [
    "제거된 초대자의 초대 대기 중",
    ({ user }) => `${user}: 제거했지만, 보낸 초대는 아직 수락할 수 있습니다`,
  ],
  INVITED_TO_GROUP: ["프로젝트 초대", (facts) => `${facts.user} 님을 ${project(facts)}에 초대했습니다`],
  INVITED_TO_ORG: ["조직 초대", ({ user }) => `${user} 님을 조직에 초대했습니다`],
  INVITED_TO_TEAM: ["팀 초대", ({ user }) => `${user} 님을 팀에 초대했습니다`],
  JOINED_GROUP: ["프로젝트 참여", (facts) => `${facts.user} 님을 ${project(facts)}에 추가했습니다`],
  JOINED_ORG: ["조직 참여", ({ user }) => `${user} 님을 조직에 추가했습니다`],
  JOINED_TEAM: ["팀 참여", ({ user }) => `${user} 님을 팀에 추가했습니다`],
  NETWORK_PERMISSION_ENTRY_ADDED: [
    "네트워크 주소 추가",
    ({ entry }) => `${of("주소", entry)}를 허용했습니다`,
  ],
  NETWORK_PERMISSION_ENTRY_REMOVED: [
    "네트워크 주소 제거",
    ({ entry }) => `${of("주소", entry)}의 허용을 해제했습니다`,
  ],
  ORG_CREATED: ["조직 생성", () => "조직을 만들었습니다"],
  ORG_DELEGATION_SETTINGS_UPDATED: ["위임 설정 변경", () => "위임 설정을 변경했습니다"],
  ORG_INVITATION_DELETED: ["조직 초대 종료", ({ user }) => `${user} 님에 대한 조직 초대를 종료했습니다`],
  ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED: [
    "IP 액세스 목록 선택으로 변경",
    () => "자격 증명의 IP 액세스 목록을 선택 사항으로 바꾸었습니다",
  ],
  ORG_PUBLIC_API_ACCESS_LIST_REQUIRED: [
    "IP 액세스 목록 필수로 변경",
    () => "자격 증명의 IP 액세스 목록을 필수로 바꾸었습니다",
  ],
  ORG_RENAMED: ["조직 이름 변경", () => "조직의 이름을 변경했습니다"],
  ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED: [
    "시크릿 최대 유효 시간 변경",
    () => "서비스 계정 시크릿의 최대 유효 시간을 변경했습니다",
  ],
  ORG_SETTINGS_UPDATED: ["조직 설정 변경", () => "조직 설정을 변경했습니다"],
  ORG_TWO_FACTOR_AUTH_OPTIONAL: ["2단계 인증 선택으로 변경", () => "2단계 인증을 선택 사항으로 바꾸었습니다"],
  ORG_TWO_FACTOR_AUTH_REQUIRED: ["2단계 인증 필수로 변경", () => "2단계 인증을 필수로 바꾸었습니다"],
  PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED: [
    "통계 수집 설정 변경",
    () => "데이터베이스 통계 수집 설정을 변경했습니다",
  ],
  PROJECT_ENABLE_DATA_VALIDATION_UPDATED: [
    "데이터 유효성 검사 설정 변경",
    () => "데이터 유효성 검사 설정을 변경했습니다",
  ],
  PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED: [
    "확장 저장 용량 설정 변경",
    () => "확장 저장 용량 설정을 변경했습니다",
  ],
  PROJECT_LIMIT_UPDATED: ["프로젝트 한도 변경", (facts) => `${project(facts)}의 한도를 변경했습니다`],
  REMOVED_FROM_GROUP: [
    "프로젝트에서 제거",
    (facts) => `${facts.user} 님을 ${project(facts)}에서 제거했습니다`,
  ],
  REMOVED_FROM_ORG: ["조직에서 제거", ({ user }) => `${user} 님을 조직에서 제거했습니다`],
  REMOVED_FROM_TEAM: ["팀에서 제거", ({ user }) => `${user} 님을 팀에서 제거했습니다`],
  SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED: [
    "서비스 계정에 주소 추가",
    (facts) => `${account(facts)}의 IP 액세스 목록에 ${of("주소", facts.entry)}를 추가했습니다`,
  ],
  SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED: [
    "서비스 계정에서 주소 제거",
    (facts) => `${account(facts)}의 IP 액세스 목록에서 ${of("주소", facts.entry)}를 제거했습니다`,
  ],
  SERVICE_ACCOUNT_ADDED_TO_GROUP: [
    "프로젝트에 서비스 계정 추가",
    (facts) => `${account(facts)}을 ${project(facts)}에 추가했습니다`,
  ],
  SERVICE_ACCOUNT_CREATED: ["서비스 계정 생성", (facts) => `${account(facts)}을 만들었습니다`],
  SERVICE_ACCOUNT_DELETED: ["서비스 계정 삭제", (facts) => `${account(facts)}을 삭제했습니다`],
  SERVICE_ACCOUNT_DETAILS_CHANGED: [
    "서비스 계정 정보 변경",
    (facts) => `${account(facts)}의 이름이나 설명을 변경했습니다`,
  ],
  SERVICE_ACCOUNT_REMOVED_FROM_GROUP: [
    "프로젝트에서 서비스 계정 제거",
    (facts) => `${account(facts)}을 ${project(facts)}에서 제거했습니다`,
  ],
  SERVICE_ACCOUNT_ROLES_CHANGED: [
    "서비스 계정 역할 변경",
    (facts) => `${account(facts)}의 역할을 변경했습니다`,
  ],
  SERVICE_ACCOUNT_SECRET_ADDED: [
    "서비스 계정 시크릿 추가",
    (facts) => `${account(facts)}의 시크릿을 만들었습니다`,
  ],
  SERVICE_ACCOUNT_SECRET_DELETED: [
    "서비스 계정 시크릿 삭제",
    (facts) => `${account(facts)}의 시크릿을 삭제했습니다`,
  ],
  TAGS_MODIFIED: ["태그 변경", () => "태그를 변경했습니다"],
  TEAM_ADDED_TO_GROUP: ["프로젝트에 팀 추가", (facts) => `${team(facts)}을 ${project(facts)}에 추가했습니다`],
  TEAM_CREATED: ["팀 생성", (facts) => `${team(facts)}을 만들었습니다`],
  TEAM_DELETED: ["팀 삭제", (facts) => `${team(facts)}을 삭제했습니다`],
  TEAM_NAME_CHANGED: ["팀 이름 변경", (facts) => `${team(facts)}의 이름을 변경했습니다`],
  TEAM_REMOVED_FROM_GROUP: [
    "프로젝트에서 팀 제거",
    (facts) => `${team(facts)}을 ${project(facts)}에서 제거했습니다`,
  ],
  TEAM_ROLES_MODIFIED: [
    "팀 역할 변경",
    (facts) => `${project(facts)}에서 ${team(facts)}의 역할을 변경했습니다`,
  ],
  USER_ROLES_CHANGED_AUDIT: ["사용자 역할 변경", ({ user }) => `${user} 님의 역할을 변경했습니다`],
};

const arrivals: Arrivals = {
  JOINED_GROUP: (user) => `${user} 님이 프로젝트에 참여했습니다.`,
  JOINED_ORG: (user) => `${user} 님이 조직에 참여했습니다.`,
  JOINED_TEAM: (user) => `${user} 님이 팀에 참여했습니다.`,
  REMOVED_FROM_GROUP: (user) => `${user} 님이 프로젝트에서 나갔습니다.`,
  REMOVED_FROM_ORG: (user) => `${user} 님이 조직에서 나갔습니다.`,
};

function subjectOf({ doer }: EventFacts): string {
  if (doer === undefined) return "리허설에서";
  if (doer.kind === "person") return `${doer.name} 님이`;
  return doer.kind === "key" ? `${of("API 키", doer.name)}가` : `${of("서비스 계정", doer.name)}이`;
}

export const activity: typeof english = {
  title: "활동",
  lead: "여기에서 일어난 일을 최신순으로 보여 줍니다.",
  from: "시작(UTC)",
  to: "끝(UTC)",
  types: "이벤트 종류",
  chosen: (labels) =>
    labels.length === 0 ? "전체" : labels.length > 3 ? `${labels.length}개 선택` : labels.join(", "),
  apply: "적용",
  clear: "모두 보기",
  onlyClusters: (names) => `다음 클러스터의 이벤트만 표시합니다: ${names}. 여기에는 클러스터가 없습니다.`,
  filters: "필터",
  who: "이메일 주소, 공개 키 또는 클라이언트 ID",
  called: (name, code) => `${name} · ${code}`,
  onlyOf: (who) => `${who}이(가) 수행했거나 대상이 된 이벤트만 표시합니다.`,
  ofEverybody: "모두 보기",
  cut: "기간 안의 최근 이벤트 20,000건만 검색했습니다. 이전 이벤트를 보려면 종료 시각을 앞당기세요.",
  badFilters: "필터를 이해할 수 없습니다. 날짜는 2026-08-10T03:04와 같은 형식으로 입력하세요.",
  chart: "최근 30일의 일별 이벤트(UTC)",
  asTable: "표로 보기",
  day: "날짜",
  caption: "이벤트",
  when: "시각",
  what: "내용",
  address: "IP 주소",
  none: "조건에 맞는 활동이 없습니다.",
  pages: "이벤트 목록 페이지",
  groups: {
    people: "멤버",
    invitations: "초대",
    teams: "팀",
    keys: "API 키",
    accounts: "서비스 계정",
    projects: "프로젝트",
    org: "조직",
  },
  label: (type) => known(types, type)?.[0] ?? describeType(type),
  sentence(type, facts) {
    const arrival = known(arrivals, type);
    if (arrival !== undefined && isOwn(facts)) return arrival(facts.user);
    const predicate = known(types, type)?.[1](facts);
    return predicate === undefined
      ? `${describeType(type)}. (${subjectOf(facts)})`
      : `${subjectOf(facts)} ${predicate}.`;
  },
};
