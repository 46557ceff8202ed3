import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

/** Where a chat stands in a conversation of several steps. */
export interface Conversation {
  /** LINE's id of the person: conversations are held one to one. */
  _id: string;
  name: string;
  step: string;
  data: Record<string, unknown>;
  /** The time of the event that opened the step: an older text is never taken as its answer. */
  openedAt: Date;
  expiresAt: Date;
}

export const ConversationModel = defineModel<Conversation>({
  collection: "conversations",
  fields: {
    name: { type: String, required: true },
    step: { type: String, required: true },
    data: { type: Mixed, required: true },
    openedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
});

/** The chat's open conversation, or null. */
export async function findConversation(tx: Tx, chatId: string): Promise<Conversation | null> {
  return ConversationModel.findById(chatId).session(tx.session).lean<Conversation>();
}

/** Opens a conversation or moves it to its next step. */
export async function saveConversation(tx: Tx, conversation: Conversation): Promise<void> {
  const { _id, ...rest } = conversation;
  await driverOf(ConversationModel).replaceOne({ _id }, rest, { upsert: true, session: tx.session });
}

/** Forgets what was said in conversations that expired before the instant and led to nothing; that there was one, where it expired before the earlier one. */
export async function purgeConversations(before: Date, earlier: Date): Promise<void> {
  await ConversationModel.updateMany({ expiresAt: { $lt: before } }, { $set: { data: {} } });
  await ConversationModel.deleteMany({ expiresAt: { $lt: earlier } });
}

/** Ends every conversation. */
export async function endAllConversations(): Promise<void> {
  await ConversationModel.deleteMany({});
}

/** Ends the chat's conversation. */
export async function endConversation(tx: Tx, chatId: string): Promise<void> {
  await ConversationModel.deleteOne({ _id: chatId }, { session: tx.session });
}
