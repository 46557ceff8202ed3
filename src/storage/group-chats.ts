import type { GroupId } from "../domain/ids";
import { defineModel } from "./model";
import type { Tx } from "./tx";

/** A LINE group chat that an officer bound to a savings group. */
export interface GroupChat {
  /** LINE's id of the group chat. */
  _id: string;
  groupId: GroupId;
  boundBy: string;
  boundAt: Date;
}

export const GroupChatModel = defineModel<GroupChat>({
  collection: "group_chats",
  fields: {
    groupId: { type: String, required: true },
    boundBy: { type: String, required: true },
    boundAt: { type: Date, required: true },
  },
});

/** Binds a chat, in place of an earlier binding. */
export async function bindGroupChat(tx: Tx, chat: GroupChat): Promise<void> {
  const { _id, ...rest } = chat;
  await GroupChatModel.updateOne({ _id }, { $set: rest }, { upsert: true, session: tx.session });
}

/** Unbinds a chat that the account left. */
export async function unbindGroupChat(tx: Tx, chatId: string): Promise<void> {
  await GroupChatModel.deleteOne({ _id: chatId }, { session: tx.session });
}
