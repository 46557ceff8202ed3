import type { Actor } from "../app/people/actor";
import type { LocalDate } from "../domain/dates";
import type { MemberId } from "../domain/ids";
import type { Member } from "../domain/members/member";
import type { Notice } from "../domain/notice";
import type { Reader } from "../messages/speak";
import type { Message } from "../messages/views";
import { newActionId, type Action, type ActionChanges } from "../storage/actions";
import type { Conversation } from "../storage/conversations";
import type { Tx } from "../storage/tx";

/** What a command gives back, as values: the words for who acted, and who else must hear. */
export interface Answer {
  /** At most five messages. */
  say: Message[];
  /** The same marked as a copy: for an answer that is the receipt of money. */
  asCopy?: Message[];
  notices?: Notice[];
  /** Keys of the receipts that it shows, and the ids of their days: they need not be sent again. */
  shows?: string[];
  /** What the action keeps besides the words, for its second tap. */
  keep?: Record<string, unknown>;
  /** A link was made or ended: the person's phone may need another menu. */
  linksChanged?: true;
  /** The language that the person chose with this. */
  language?: "th" | "en";
  /** The conversation that goes on from here; null ends it; left out: it stays as it is. */
  conversation?: NextStep | null;
}

/** The next step of a conversation: what it waits for, and what it knows so far. */
interface NextStep {
  name: string;
  step: string;
  data: Record<string, unknown>;
}

/** What belongs to a new action besides its name and payload. */
export interface ActionOptions {
  /** Cards about the same thing of the same person: a new one makes the older void. */
  subject?: string;
  groupId?: string;
  /** A money card's day: it is void when the day closes. */
  dayId?: string;
  /** The member whom the card is about. */
  memberId?: MemberId;
}

/** One person in one chat, at one event: everything that a command may use. */
export interface Chat {
  tx: Tx;
  chatId: string;
  /** Under which this chat's open question is kept: in a practice another one. */
  conversationId: string;
  /** She practises: her passbooks and offices are those of her practice alone. */
  practising: boolean;
  actor: Actor;
  /** Whom the pressed card is about, read already. */
  about: Member | null;
  reader: Reader;
  /** Under which LINE opens Sajja's pages; null: there are none. */
  liffId: string | null;
  /** The clock's instant: what is posted carries it. */
  now: Date;
  /** The day on which the person spoke: her words are read against it. */
  today: LocalDate;
  /** The conversation that is open in this chat; read when it is asked for. */
  openConversation(): Promise<Conversation | null>;
  /** Ends an open button with what came of it. */
  endAction(action: Action, state: "done" | "dropped", result: Record<string, unknown>): void;
  /** Makes a button: gives the data of its postback, which leads to the postback command of that name. */
  newAction(name: string, payload: Record<string, unknown>, options?: ActionOptions): string;
}

/** Postback data of an action: a version and its random id, nothing else. */
function actionData(id: string): string {
  return `a1:${id}`;
}

/** The action id in postback data, or null when it is none of ours. */
export function actionIdIn(data: string): string | null {
  return /^a1:([0-9a-f]{32})$/.exec(data)?.[1] ?? null;
}

/** Collects what one event does to buttons, to be stored together when its command has answered. */
export function collectActions(
  personId: string,
  now: Date,
): { newAction: Chat["newAction"]; endAction: Chat["endAction"]; changes: ActionChanges } {
  const changes: ActionChanges = { made: [], ended: [] };
  const newAction: Chat["newAction"] = (name, payload, options = {}) => {
    const _id = newActionId();
    changes.made.push({
      _id,
      version: 1,
      name,
      personId,
      payload,
      state: "open",
      voidBecause: null,
      result: null,
      subject: options.subject ?? null,
      groupId: options.groupId ?? null,
      dayId: options.dayId ?? null,
      memberId: options.memberId ?? null,
      createdAt: now,
      doneAt: null,
    });
    return actionData(_id);
  };
  const endAction: Chat["endAction"] = (action, state, result) =>
    void changes.ended.push({ id: action._id, state, result, at: now });
  return { newAction, endAction, changes };
}
