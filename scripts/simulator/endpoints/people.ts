import type { JsonObject } from "../json";
import type { Line } from "../line";
import { refusals } from "../line-error";
import type { LineGroup } from "../state/groups";
import type { LineUser } from "../state/users";
import { idInPath, pageOf } from "./checks";
import type { Answer, Handler, LineRequest } from "./request";

function profileOf(user: LineUser): JsonObject {
  const picture = user.pictureUrl === undefined ? {} : { pictureUrl: user.pictureUrl };
  return { displayName: user.name, userId: user.id, ...picture };
}

function fullProfileOf(user: LineUser): JsonObject {
  const status = user.statusMessage === undefined ? {} : { statusMessage: user.statusMessage };
  return { ...profileOf(user), language: user.language, ...status };
}

/** The group in the path, if the account is in it; LINE's 404 otherwise. */
function groupIn(line: Line, request: LineRequest): LineGroup {
  const group = line.groups.find(idInPath(request, "groupId"));
  if (!group?.botPresent) throw refusals.notFound();
  return group;
}

function contentOf(line: Line, request: LineRequest): Answer {
  const content = line.contents.get(request.params["messageId"] ?? "");
  if (content.pollsLeft > 0) {
    content.pollsLeft -= 1;
    return { status: 202 };
  }
  return { bytes: { content: content.bytes, type: content.type } };
}

/** Profiles, group chats and what people sent. */
export const peopleHandlers = {
  getProfile: (line, request) => {
    const user = line.users.find(idInPath(request, "userId"));
    if (!user?.consents || !line.users.reachesAsFriend(user.id)) throw refusals.notFound();
    return { body: fullProfileOf(user) };
  },
  getGroupSummary: (line, request) => {
    const group = groupIn(line, request);
    return { body: { groupId: group.id, groupName: group.name } };
  },
  getGroupMemberCount: (line, request) => ({ body: { count: groupIn(line, request).members.size } }),
  getGroupMembersIds: (line, request) => {
    idInPath(request, "groupId");
    if (!line.settings.verified) throw refusals.notAvailable();
    const { ids, ...more } = pageOf([...groupIn(line, request).members], request.query, 100);
    return { body: { memberIds: ids, ...more } };
  },
  getGroupMemberProfile: (line, request) => {
    const userId = idInPath(request, "userId");
    const user = groupIn(line, request).members.has(userId) ? line.users.find(userId) : null;
    if (!user?.consents) throw refusals.notFound();
    return { body: profileOf(user) };
  },
  leaveGroup: (line, request) => {
    line.groups.setBotPresent(groupIn(line, request).id, false);
    return { body: {} };
  },
  getMessageContent: contentOf,
  getMessageContentPreview: (line, request) => {
    const { kind } = line.contents.get(request.params["messageId"] ?? "");
    if (kind !== "image" && kind !== "video") throw refusals.message(400, "The content can not be previewed");
    return contentOf(line, request);
  },
  getMessageContentTranscodingByMessageId: (line, request) => {
    const content = line.contents.get(request.params["messageId"] ?? "");
    if (content.kind !== "video" && content.kind !== "audio") {
      throw refusals.message(400, "Transcoding status doesn't support this type of content");
    }
    if (content.pollsLeft === 0) return { body: { status: "succeeded" } };
    content.pollsLeft -= 1;
    return { body: { status: "processing" } };
  },
} satisfies Record<string, Handler>;
