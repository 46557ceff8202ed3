/** A token bucket: `burst` calls at once, refilled evenly over `perMs`. */
export interface Rate {
  burst: number;
  perMs: number;
}

interface OperationSpec {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  rate?: Rate;
  /** Takes X-Line-Retry-Key; every other operation refuses the header. */
  retryKey?: true;
  /** Answers without a channel access token (LINE Login). */
  open?: true;
  /** The request carries something else than JSON. */
  takes?: "form" | "image";
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** What "other API endpoints" may take: 2,000 calls a second (Messaging API reference, Rate limits). */
export const usualRate: Rate = { burst: 2000, perMs: second };

/** Every operation that the simulator answers, named as in LINE's description and SDK, with its rate limit. */
export const operations = {
  replyMessage: { method: "POST", path: "/v2/bot/message/reply" },
  pushMessage: { method: "POST", path: "/v2/bot/message/push", retryKey: true },
  multicast: { method: "POST", path: "/v2/bot/message/multicast", retryKey: true, rate: { burst: 200, perMs: second } },
  broadcast: { method: "POST", path: "/v2/bot/message/broadcast", retryKey: true, rate: { burst: 60, perMs: hour } },
  validateReply: { method: "POST", path: "/v2/bot/message/validate/reply" },
  validatePush: { method: "POST", path: "/v2/bot/message/validate/push" },
  validateMulticast: { method: "POST", path: "/v2/bot/message/validate/multicast" },
  validateNarrowcast: { method: "POST", path: "/v2/bot/message/validate/narrowcast" },
  validateBroadcast: { method: "POST", path: "/v2/bot/message/validate/broadcast" },
  getMessageQuota: { method: "GET", path: "/v2/bot/message/quota" },
  getMessageQuotaConsumption: { method: "GET", path: "/v2/bot/message/quota/consumption" },
  getNumberOfSentReplyMessages: { method: "GET", path: "/v2/bot/message/delivery/reply" },
  getNumberOfSentPushMessages: { method: "GET", path: "/v2/bot/message/delivery/push" },
  getNumberOfSentMulticastMessages: { method: "GET", path: "/v2/bot/message/delivery/multicast" },
  getNumberOfSentBroadcastMessages: { method: "GET", path: "/v2/bot/message/delivery/broadcast" },
  getMessageContent: { method: "GET", path: "/v2/bot/message/{messageId}/content" },
  getMessageContentPreview: { method: "GET", path: "/v2/bot/message/{messageId}/content/preview" },
  getMessageContentTranscodingByMessageId: { method: "GET", path: "/v2/bot/message/{messageId}/content/transcoding" },
  getProfile: { method: "GET", path: "/v2/bot/profile/{userId}" },
  getFollowers: { method: "GET", path: "/v2/bot/followers/ids" },
  getBotInfo: { method: "GET", path: "/v2/bot/info" },
  getGroupSummary: { method: "GET", path: "/v2/bot/group/{groupId}/summary" },
  getGroupMemberCount: { method: "GET", path: "/v2/bot/group/{groupId}/members/count" },
  getGroupMembersIds: { method: "GET", path: "/v2/bot/group/{groupId}/members/ids" },
  getGroupMemberProfile: { method: "GET", path: "/v2/bot/group/{groupId}/member/{userId}" },
  leaveGroup: { method: "POST", path: "/v2/bot/group/{groupId}/leave" },
  showLoadingAnimation: { method: "POST", path: "/v2/bot/chat/loading/start", rate: { burst: 100, perMs: second } },
  markMessagesAsReadByToken: { method: "POST", path: "/v2/bot/chat/markAsRead" },
  createRichMenu: { method: "POST", path: "/v2/bot/richmenu", rate: { burst: 100, perMs: hour } },
  validateRichMenuObject: { method: "POST", path: "/v2/bot/richmenu/validate" },
  getRichMenuList: { method: "GET", path: "/v2/bot/richmenu/list", rate: { burst: 10, perMs: second } },
  getRichMenu: { method: "GET", path: "/v2/bot/richmenu/{richMenuId}" },
  deleteRichMenu: { method: "DELETE", path: "/v2/bot/richmenu/{richMenuId}", rate: { burst: 100, perMs: hour } },
  setRichMenuImage: { method: "POST", path: "/v2/bot/richmenu/{richMenuId}/content", takes: "image" },
  getRichMenuImage: { method: "GET", path: "/v2/bot/richmenu/{richMenuId}/content" },
  setDefaultRichMenu: { method: "POST", path: "/v2/bot/user/all/richmenu/{richMenuId}" },
  getDefaultRichMenuId: { method: "GET", path: "/v2/bot/user/all/richmenu" },
  cancelDefaultRichMenu: { method: "DELETE", path: "/v2/bot/user/all/richmenu" },
  linkRichMenuIdToUser: { method: "POST", path: "/v2/bot/user/{userId}/richmenu/{richMenuId}" },
  getRichMenuIdOfUser: { method: "GET", path: "/v2/bot/user/{userId}/richmenu" },
  unlinkRichMenuIdFromUser: { method: "DELETE", path: "/v2/bot/user/{userId}/richmenu" },
  linkRichMenuIdToUsers: { method: "POST", path: "/v2/bot/richmenu/bulk/link" },
  unlinkRichMenuIdFromUsers: { method: "POST", path: "/v2/bot/richmenu/bulk/unlink" },
  createRichMenuAlias: { method: "POST", path: "/v2/bot/richmenu/alias" },
  getRichMenuAliasList: { method: "GET", path: "/v2/bot/richmenu/alias/list" },
  getRichMenuAlias: { method: "GET", path: "/v2/bot/richmenu/alias/{richMenuAliasId}" },
  updateRichMenuAlias: { method: "POST", path: "/v2/bot/richmenu/alias/{richMenuAliasId}" },
  deleteRichMenuAlias: {
    method: "DELETE",
    path: "/v2/bot/richmenu/alias/{richMenuAliasId}",
    rate: { burst: 100, perMs: hour },
  },
  getWebhookEndpoint: { method: "GET", path: "/v2/bot/channel/webhook/endpoint", rate: { burst: 1000, perMs: minute } },
  setWebhookEndpoint: { method: "PUT", path: "/v2/bot/channel/webhook/endpoint", rate: { burst: 1000, perMs: minute } },
  testWebhookEndpoint: { method: "POST", path: "/v2/bot/channel/webhook/test", rate: { burst: 60, perMs: hour } },
  issueLinkToken: { method: "POST", path: "/v2/bot/user/{userId}/linkToken" },
  verifyIdToken: { method: "POST", path: "/oauth2/v2.1/verify", open: true, takes: "form" },
  getCertificates: { method: "GET", path: "/oauth2/v2.1/certs", open: true },
} as const satisfies Record<string, OperationSpec>;

/** The name of an operation of LINE's API. */
export type Operation = keyof typeof operations;

/** The operation's row, with what most rows leave out. */
export function specOf(operation: Operation): OperationSpec & { rate: Rate } {
  return { rate: usualRate, ...operations[operation] };
}

/** Tells whether a text names an operation. */
export function isOperation(name: string): name is Operation {
  return Object.hasOwn(operations, name);
}
