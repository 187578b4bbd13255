// Messages in Korean.
import type { RoleName } from "../../contract/roles.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Invitation, Phrases } from "./letter.ts";

const titles: Readonly<Record<RoleName, string>> = {
  ORG_OWNER: "조직 소유자",
  ORG_GROUP_CREATOR: "조직 프로젝트 생성자",
  ORG_BILLING_ADMIN: "조직 결제 관리자",
  ORG_BILLING_READ_ONLY: "조직 결제 조회자",
  ORG_STREAM_PROCESSING_ADMIN: "조직 스트림 처리 관리자",
  ORG_READ_ONLY: "조직 읽기 전용",
  ORG_MEMBER: "조직 구성원",
  GROUP_OWNER: "프로젝트 소유자",
  GROUP_READ_ONLY: "프로젝트 읽기 전용",
  GROUP_ACCESS_MANAGER: "프로젝트 접근 관리자",
  GROUP_ALERTS_MANAGER: "프로젝트 알림 관리자",
  GROUP_NETWORK_ACCESS_MANAGER: "프로젝트 네트워크 접근 관리자",
  GROUP_SUPPORT_ACCESS_MANAGER: "프로젝트 지원 접근 관리자",
  GROUP_CLUSTER_MANAGER: "프로젝트 클러스터 관리자",
  GROUP_CLUSTER_CREATOR: "프로젝트 클러스터 생성자",
  GROUP_CLUSTER_LOG_VIEWER: "프로젝트 클러스터 로그 조회자",
  GROUP_CLUSTER_RESILIENCE_TESTER: "프로젝트 클러스터 복원력 시험자",
  GROUP_REPLICA_SET_MANAGER: "프로젝트 복제본 세트 관리자",
  GROUP_STREAM_PROCESSING_OWNER: "프로젝트 스트림 처리 소유자",
  GROUP_DATA_ACCESS_ADMIN: "프로젝트 데이터 접근 관리자",
  GROUP_DATA_ACCESS_READ_WRITE: "프로젝트 데이터 읽기 및 쓰기",
  GROUP_DATA_ACCESS_READ_ONLY: "프로젝트 데이터 읽기 전용",
  GROUP_DATABASE_ACCESS_ADMIN: "프로젝트 데이터베이스 접근 관리자",
  GROUP_BACKUP_MANAGER: "프로젝트 백업 관리자",
  GROUP_BACKUP_CREATOR: "프로젝트 백업 생성자",
  GROUP_BACKUP_RECOVERY_OPERATOR: "프로젝트 백업 복구 운영자",
  GROUP_BACKUP_EXPORT_OPERATOR: "프로젝트 백업 내보내기 운영자",
  GROUP_OBSERVABILITY_VIEWER: "프로젝트 관측 조회자",
  GROUP_REAL_TIME_PERFORMANCE_OPERATOR: "프로젝트 실시간 성능 운영자",
  GROUP_TRIGGER_MANAGER: "프로젝트 트리거 관리자",
  GROUP_INDEX_MANAGER: "프로젝트 인덱스 관리자",
  GROUP_SEARCH_INDEX_EDITOR: "프로젝트 검색 인덱스 편집자",
  GROUP_MODEL_OWNER: "프로젝트 모델 소유자",
};
const titleOf = (role: RoleName): string => titles[role];

const format = new Intl.DateTimeFormat("ko-KR", { dateStyle: "long", timeZone: "UTC" });
const day = (at: Instant): string => `${format.format(at)}(UTC)`;

/** A noun follows each name, so that no particle depends on how the name is read. */
function describeInviter({ kind, name }: Invitation["inviter"]): string {
  if (kind === "person") return `${name} 님이`;
  return kind === "apiKey" ? `API 키(${name})가` : `서비스 계정(${name})이`;
}

export const ko: Phrases = {
  invitation({ inviter, orgName, groupName, roles, groupRoles, teams, expiresAt }, link) {
    const aim = groupName === null ? `${orgName} 조직` : `${groupName} 프로젝트`;
    const home = groupName === null ? "" : `${orgName} 조직의 `;
    const lists = [
      { label: groupName === null ? "조직에서의 역할" : "프로젝트에서의 역할", values: roles.map(titleOf) },
      ...groupRoles.map((each) => ({
        label: `${each.groupName} 프로젝트에서의 역할`,
        values: each.roles.map(titleOf),
      })),
      { label: "팀", values: teams },
    ];
    return {
      subject: `${aim} 초대`,
      title: `${aim} 참여`,
      paragraphs: [`${describeInviter(inviter)} 회원님을 ${home}${aim}에 초대했습니다.`],
      facts: lists.filter(({ values }) => values.length > 0),
      action: { label: "초대 보기", link },
      notes: [
        `${day(expiresAt)}까지 초대를 수락할 수 있습니다.`,
        "예상하지 못한 초대라면 이 메일을 무시하세요. 링크를 열기만 해서는 수락되지 않으며, 직접 수락하기 전에는 아무 일도 일어나지 않습니다.",
      ],
    };
  },

  reset: (username, link) => ({
    subject: "비밀번호 재설정",
    title: "비밀번호 재설정",
    paragraphs: [`${username} 계정의 새 비밀번호를 설정해 달라는 요청이 있었습니다.`],
    facts: [],
    action: { label: "새 비밀번호 설정", link },
    notes: [
      "이 링크는 한 시간 동안 사용할 수 있습니다.",
      "직접 요청하지 않았다면 이 메일을 무시하세요. 비밀번호는 바뀌지 않습니다.",
    ],
  }),

  linkHint: "버튼이 동작하지 않으면 다음 링크를 브라우저에 복사하세요:",
};
