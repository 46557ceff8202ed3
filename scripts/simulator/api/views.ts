import type { Simulator } from "../core";
import type { JsonObject } from "../json";
import type { GroupChat } from "../people/group-chat";
import type { Person } from "../people/person";

/** A person as the control API shows them. */
export function personView(person: Person): JsonObject {
  const { user } = person;
  return {
    ...user,
    wroteAt: user.wroteAt?.toISOString() ?? null,
    richMenuId: person.richMenu()?.id ?? null,
    loading: person.seesLoading(),
  };
}

/** A group as the control API shows it. */
export function groupView({ group }: GroupChat): JsonObject {
  return { ...group, members: [...group.members] };
}

/** A chat as a phone shows it: every message, and of the last one the quick replies. */
export function chatView(simulator: Simulator, chatId: string): JsonObject | null {
  const isUser = simulator.users().some(({ id }) => id === chatId);
  if (!isUser && !simulator.groups().some(({ id }) => id === chatId)) return null;
  const richMenu = isUser ? simulator.user(chatId).richMenu() : null;
  return {
    chatId,
    messages: simulator.messagesOf(chatId),
    quickReplies: simulator.quickRepliesOf(chatId),
    loading: isUser && simulator.user(chatId).seesLoading(),
    richMenu: richMenu && { richMenuId: richMenu.id, ...richMenu.menu },
  };
}

/** Everything at a glance, without secrets: what a page draws first. */
export function stateView(simulator: Simulator): JsonObject {
  const { channelSecret: _secret, channelAccessToken: _token, ...settings } = simulator.settings;
  const { menus, defaultId, aliases } = simulator.richMenus();
  const chats = [...simulator.users(), ...simulator.groups()].map(({ id }) => simulator.messagesOf(id));
  return {
    lastChange: simulator.lastChange,
    now: simulator.now().toISOString(),
    settings: { ...settings, delayMs: simulator.courier.delayMs },
    users: simulator.users().map(personView),
    groups: simulator.groups().map(groupView),
    chats: chats.filter((chat) => chat.length > 0).map((chat) => ({ count: chat.length, last: chat.at(-1) })),
    richMenus: {
      defaultId,
      aliases,
      menus: menus.map(({ id, menu, image }) => ({ richMenuId: id, ...menu, hasImage: image !== null })),
    },
    faults: simulator.faults(),
    held: simulator.courier.heldIds(),
    bill: simulator.bill(),
  };
}
