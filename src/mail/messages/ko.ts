// Messages in Korean.
import { roleTitles } from "../../core/contract/role-titles-ko.ts";
import type { NoticeName } from "../../core/domain/notice.ts";
import { type Phrases, told } from "./letter.ts";

const happened: Readonly<Record<NoticeName, (username: string) => ReturnType<typeof told>>> = {
  IDENTITY_REFUSED: (username) =>
    told(
      "다른 사람이 회원님의 계정에서 거부되었습니다",
      `로그인 제공자가 회원님의 주소(${username})를 가진 다른 사람을 알려 왔습니다. 그 사람은 회원님의 계정에 들어오지 못했습니다.`,
    ),
  IDENTITY_RELEASED: (username) =>
    told(
      "회원님 계정의 연결이 해제되었습니다",
      `다음에 로그인 제공자가 회원님의 주소(${username})로 알려 오는 사람이 이 계정을 쓰게 됩니다. 패스키와 복구 코드는 없어졌고 모든 세션이 끝났습니다.`,
    ),
  PASSKEY_ADDED: (username) =>
    told("패스키가 추가되었습니다", `${username} 계정에 새 패스키가 추가되었습니다.`),
  PASSKEY_REMOVED: (username) =>
    told("패스키가 삭제되었습니다", `${username} 계정의 패스키가 삭제되었습니다.`),
  RECOVERY_CODES_MADE: (username) =>
    told(
      "복구 코드를 새로 만들었습니다",
      `${username} 계정의 복구 코드를 새로 만들었습니다. 이전 코드는 더 이상 쓸 수 없습니다.`,
    ),
  RECOVERY_CODE_USED: (username) =>
    told(
      "복구 코드가 사용되었습니다",
      `누군가 복구 코드로 ${username} 계정에 로그인했습니다. 남은 코드의 수는 아래와 같습니다.`,
    ),
  SECOND_FACTOR_RELEASED: (username) =>
    told(
      "2단계 인증이 해제되었습니다",
      `${username} 계정의 패스키와 복구 코드가 모두 삭제되었고, 모든 곳에서 로그아웃되었습니다.`,
    ),
  PASSWORD_OF_PROVIDER: (username) =>
    told(
      "로그인 제공자로 로그인하는 계정입니다",
      `누군가 ${username} 계정의 새 비밀번호를 요청했습니다. 이 계정은 로그인 제공자를 통해 로그인하므로, 메일 링크로는 비밀번호를 정할 수 없습니다.`,
    ),
  PASSWORD_CHANGED: (username) =>
    told("비밀번호가 바뀌었습니다", `${username} 계정의 비밀번호가 바뀌었습니다.`),
};

export const ko: Phrases = {
  roleTitles,
  rolesInOrg: "조직에서의 역할",
  rolesInGroup: "프로젝트에서의 역할",
  rolesIn: (groupName) => `${groupName} 프로젝트에서의 역할`,
  teams: "팀",

  // A noun follows each name, so that no particle depends on how the name is read.
  inviter({ kind, name, label = "" }) {
    if (kind === "person") return label === "" ? `${name} 님이` : `${label} 님(${name})이`;
    const whole = label === "" ? name : `${label}, ${name}`;
    return kind === "apiKey" ? `API 키(${whole})가` : `서비스 계정(${whole})이`;
  },

  day: (at) => `${at.getUTCFullYear()}년 ${at.getUTCMonth() + 1}월 ${at.getUTCDate()}일`,

  invitation({ orgName, groupName }, inviter, until) {
    const aim = groupName === null ? `${orgName} 조직` : `${groupName} 프로젝트`;
    const home = groupName === null ? "" : `${orgName} 조직의 `;
    return {
      subject: `${aim} 초대`,
      title: `${aim} 참여`,
      paragraphs: [`${inviter} 회원님을 ${home}${aim}에 초대했습니다.`],
      action: "초대 보기",
      notes: [
        `${until}(UTC)까지 초대를 수락할 수 있습니다.`,
        "예상하지 못한 초대라면 이 메일을 무시하세요. 링크를 열기만 해서는 수락되지 않으며, 직접 수락하기 전에는 아무 일도 일어나지 않습니다.",
      ],
    };
  },

  unnamed: {
    org: { subject: "조직 초대", title: "조직 참여" },
    group: { subject: "프로젝트 초대", title: "프로젝트 참여" },
  },

  reset: (username) => ({
    subject: "비밀번호 재설정",
    title: "비밀번호 재설정",
    paragraphs: [`${username} 계정의 새 비밀번호를 설정해 달라는 요청이 있었습니다.`],
    action: "새 비밀번호 설정",
    notes: [
      "이 링크는 한 시간 동안 사용할 수 있습니다.",
      "다른 사람의 시도 때문에 로그인할 수 없다면 링크에서 비밀번호를 유지한 채 로그인할 수도 있습니다.",
      "직접 요청하지 않았다면 이 메일을 무시하세요. 비밀번호는 바뀌지 않습니다.",
    ],
  }),

  notice: (what, username) => ({
    ...happened[what](username),
    action: "계정 열기",
    notes: [
      "본인이 한 일이 아니라면 로그인하여 비밀번호를 바꾸고 모든 곳에서 로그아웃한 다음 조직 소유자에게 알리세요.",
    ],
  }),
  noticeFacts: { at: "시각", from: "접속 주소", about: "대상" },

  linkHint: "버튼이 동작하지 않으면 다음 링크를 브라우저에 복사하세요:",
};
