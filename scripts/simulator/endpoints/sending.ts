import { isLineId } from "../ids";
import type { Line } from "../line";
import { refusals } from "../line-error";
import type { SendType } from "../limits/validate-messages";
import { checkAggregationUnits, checkBody, checkedMessages } from "./checks";
import { checkForChat, deliver } from "./deliver";
import type { Answer, Handler, LineRequest } from "./request";

function reply(line: Line, request: LineRequest): Answer {
  const messages = checkedMessages("ReplyMessageRequest", "reply", request.body);
  const token = String(request.body["replyToken"]);
  const event = line.replyTokens.find(token);
  if (!event) throw refusals.invalidReplyToken();
  checkForChat(line, event.chatId, messages);
  line.replyTokens.use(token);
  const reached = isReached(line, event.chatId);
  const { webhookEventId } = event;
  const sending = { method: "reply", messages, request, webhookEventId } as const;
  const sentMessages = deliver(line, reached ? event.chatId : null, sending);
  line.billing.record("reply", reached ? 1 : 0, reached ? 0 : 1);
  return { body: { sentMessages }, about: { webhookEventId, delivered: reached ? 1 : 0 } };
}

function isReached(line: Line, chatId: string): boolean {
  const group = line.groups.find(chatId);
  return group ? group.botPresent : line.users.find(chatId)?.blocked === false;
}

/** How many heads a push to this chat is billed for; throws when LINE does not know the chat. */
function headsOf(line: Line, to: string): number {
  const group = line.groups.find(to);
  if (group?.botPresent) return group.members.size;
  if (!line.users.find(to)) throw refusals.sendFailed();
  return line.users.reachesByPush(to) ? 1 : 0;
}

function push(line: Line, request: LineRequest): Answer {
  const messages = checkedMessages("PushMessageRequest", "push", request.body);
  checkAggregationUnits(request.body);
  const to = request.body["to"];
  if (!isLineId("U", to) && !isLineId("C", to) && !isLineId("R", to)) throw refusals.invalidProperty("to");
  const billed = headsOf(line, to);
  checkForChat(line, to, messages);
  line.billing.ensure(billed);
  const sentMessages = deliver(line, billed > 0 ? to : null, { method: "push", messages, request });
  line.billing.record("push", billed, billed > 0 ? 0 : 1);
  return { body: { sentMessages }, about: { delivered: billed > 0 ? 1 : 0, billed } };
}

function sendToFriends(
  line: Line,
  request: LineRequest,
  method: "multicast" | "broadcast",
  to: readonly string[],
): Answer {
  const messages = request.body["messages"] as Record<string, unknown>[];
  const wanted = [...new Set(to)];
  const reached = wanted.filter((id) => line.users.reachesAsFriend(id));
  line.billing.ensure(reached.length);
  for (const id of reached) deliver(line, id, { method, messages, request });
  line.billing.record(method, reached.length, wanted.length - reached.length);
  return { body: {}, about: { delivered: reached.length, billed: reached.length } };
}

function multicast(line: Line, request: LineRequest): Answer {
  checkedMessages("MulticastRequest", "multicast", request.body);
  const to = (request.body["to"] as unknown[]).map(String);
  const wrong = to.findIndex((id) => !isLineId("U", id));
  if (wrong >= 0) throw refusals.invalidProperty(`to[${wrong}]`);
  return sendToFriends(line, request, "multicast", to);
}

function broadcast(line: Line, request: LineRequest): Answer {
  checkedMessages("BroadcastRequest", "broadcast", request.body);
  const friends = line.users.all().filter((user) => line.users.reachesAsFriend(user.id));
  return sendToFriends(
    line,
    request,
    "broadcast",
    friends.map((user) => user.id),
  );
}

const validator =
  (sendType: SendType): Handler =>
  (_line, { body }) => {
    checkedMessages("ValidateMessageRequest", sendType, body);
    return { body: {} };
  };

/** Sending and validating messages. */
export const sendingHandlers = {
  replyMessage: reply,
  pushMessage: push,
  multicast,
  broadcast,
  validateReply: validator("reply"),
  validatePush: validator("push"),
  validateMulticast: validator("multicast"),
  validateNarrowcast: validator("narrowcast"),
  validateBroadcast: validator("broadcast"),
  showLoadingAnimation: (line, { body }) => {
    const seconds = body["loadingSeconds"] ?? 20;
    if (typeof seconds === "number" && seconds % 5 !== 0) {
      throw refusals.problems([{ message: "must be a multiple of five", property: "loadingSeconds" }]);
    }
    checkBody("ShowLoadingAnimationRequest", body);
    const chatId = body["chatId"];
    if (!isLineId("U", chatId)) {
      const message = "Only user id is acceptable, please confirm if there are any group/room ids or illegal ids.";
      throw refusals.problems([{ message, property: "chatId" }]);
    }
    if (line.users.reachesAsFriend(chatId))
      line.chats.startLoading(chatId, line.clock.elapsed() + Number(seconds) * 1000);
    return { status: 202, body: {} };
  },
  markMessagesAsReadByToken: (line, { body }) => {
    checkBody("MarkMessagesAsReadByTokenRequest", body);
    if (line.chats.markRead(String(body["markAsReadToken"]))) return { body: {} };
    throw refusals.message(
      400,
      "Invalid markAsReadToken. Tokens must be used by the bot that received them via Webhook.",
    );
  },
} satisfies Record<string, Handler>;
