import { findLastNoticeKind } from "../../app/notices/last-notice";
import { whyThisMessage } from "../../messages/help";
import { textCommand } from "../command";

/** ทำไมได้ข้อความนี้: why the last notice came. */
export const whyThis = textCommand({
  name: "why",
  access: "anyone",
  question: true,
  handle: async (chat) => ({
    say: [whyThisMessage(chat.reader, { kind: await findLastNoticeKind(chat.tx, chat.chatId) })],
  }),
});
