// What the settings of organizations and projects say, in Korean.
import type { Words } from "./words.ts";

export const orgSettings: Words["orgSettings"] = {
  title: "설정",
  forOwners: "조직 소유자만 설정을 변경할 수 있습니다.",
  general: "일반",
  name: "조직 이름",
  newProjects: "새 프로젝트",
  skipAlerts: "기본 알림 설정 없이 시작",
  access: {
    title: "인증 정보의 IP 액세스 목록",
    required: "필수: 액세스 목록이 없는 API 키와 서비스 계정은 거부됩니다.",
    optional: "선택: 액세스 목록이 없는 API 키와 서비스 계정은 모든 주소에서 사용할 수 있습니다.",
    require: "액세스 목록 필수로 설정",
    release: "선택으로 변경",
    confirm:
      "액세스 목록을 필수로 설정하시겠습니까? 목록이 없는 모든 API 키와 서비스 계정은 다음 요청부터 거부됩니다.",
  },
  kept: "보안과 연락처",
  keptLead:
    "시크릿 기한은 여기에서 적용됩니다. 나머지는 프로그램을 위해 저장되고 응답되지만 Anteroom에서는 효과가 없습니다.",
  flags: "정책",
  hoursHint: "8~8760시간. 서비스 계정의 새 시크릿에 적용됩니다.",
  secondsHint: "초 단위. 비워 두면 제한이 없습니다.",
  fields: {
    maxServiceAccountSecretValidityInHours: "시크릿의 최대 유효 기간(시간)",
    multiFactorAuthRequired: "로그인할 때 2단계 인증 요구",
    genAIFeaturesEnabled: "생성형 AI 기능 제공",
    restrictEmployeeAccess: "공급업체 직원의 데이터베이스 접근 제한",
    streamsCrossGroupEnabled: "스트림 처리의 다른 프로젝트 접근 허용",
    absoluteSessionTimeoutInSeconds: "세션의 최대 길이",
    idleSessionTimeoutInSeconds: "활동이 없는 세션의 최대 길이",
    operationsContact: "운영 연락처",
    securityContact: "보안 연락처",
    delegatedMcpAccess: "MCP 클라이언트",
    delegatedPartnerAccess: "파트너",
    maximumRefreshTokenLifetime: "갱신 토큰의 최대 유효 기간",
    idleRefreshTokenLifetime: "사용하지 않는 갱신 토큰의 최대 유효 기간",
    waveAssignmentMode: "클러스터를 유지 관리 차수에 배정하는 방법",
  },
  values: {
    "": "기본값",
    DISALLOWED: "접근 불가",
    READ_ONLY: "읽기 전용",
    READ_WRITE: "읽기와 쓰기",
    MANUAL: "수동",
    ENV_TAG_MAPPING: "환경 태그 기준",
  },
  delegation: "사용자를 대신한 접근",
  delegationLead: "프로그램을 위해 저장되고 응답되지만 Anteroom에서는 효과가 없습니다.",
  maintenance: "유지 관리",
  maintenanceLead: "프로그램을 위해 저장되고 응답되지만 Anteroom에서는 효과가 없습니다.",
  delete: "조직 삭제",
  deleteLead:
    "팀, 초대, API 키, 서비스 계정이 완전히 삭제되며 이를 쓰는 프로그램은 즉시 거부됩니다. 사용자의 계정은 남습니다.",
  deleteGroupsFirst: "아직 프로젝트가 있습니다. 먼저 프로젝트를 삭제하세요.",
  typeName: (name) => `삭제하려면 조직 이름 ${name}을(를) 입력하세요`,
  otherName: "조직 이름과 다릅니다.",
  done: {
    saved: "설정을 저장했습니다.",
    required: "이제 액세스 목록이 필수입니다.",
    optional: "이제 액세스 목록이 선택입니다.",
  },
};

export const groupSettings: Words["groupSettings"] = {
  title: "기능",
  lead: "프로그램을 위해 저장되고 응답되지만 Anteroom에서는 효과가 없습니다.",
  legend: "사용하는 기능",
  fields: {
    isClusterAiAssistantEnabled: "클러스터 AI 도우미",
    isCollectDatabaseSpecificsStatisticsEnabled: "데이터베이스별 통계",
    isDataExplorerEnabled: "데이터 탐색기",
    isDataExplorerGenAIFeaturesEnabled: "데이터 탐색기의 생성형 AI",
    isDataExplorerGenAISampleDocumentPassingEnabled: "데이터 탐색기의 생성형 AI에 샘플 문서 전달",
    isDataValidationEnabled: "데이터 유효성 검사",
    isExtendedStorageSizesEnabled: "확장 스토리지 크기",
    isNativeRerankingEnabled: "기본 재순위 지정",
    isPerformanceAdvisorEnabled: "성능 어드바이저",
    isRealtimePerformancePanelEnabled: "실시간 성능 패널",
    isSchemaAdvisorEnabled: "스키마 어드바이저",
  },
};
