import { z } from "zod";
import { setLanguage, setStopped } from "../../app/people/settings";
import { languageChanged, languageChoice, stopChanged, stopChoice } from "../../messages/people";
import { languageIn } from "../../understanding/languages";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";

/** ภาษา asks which; ภาษาไทย and English say it. */
export const askLanguage = textCommand({
  name: "language",
  access: "anyone",
  question: true,
  async handle(chat, { text }) {
    const named = languageIn(text);
    if (named) return speakIn(chat, named);
    const choices = {
      th: chat.newAction("language.set", { language: "th" }),
      en: chat.newAction("language.set", { language: "en" }),
    };
    return { say: [languageChoice(chat.reader, choices)] };
  },
});

async function speakIn(chat: Chat, language: "th" | "en"): Promise<Answer> {
  await setLanguage(chat.tx, chat.actor.person, language);
  return { say: [languageChanged({ ...chat.reader, language })], language };
}

/** [ไทย] [English]. */
export const chooseLanguage = postbackCommand({
  name: "language.set",
  access: "anyone",
  once: false,
  input: z.object({ language: z.enum(["th", "en"]) }),
  handle: (chat, { language }) => speakIn(chat, language),
});

/** หยุดส่งข้อความ. */
export const askStop = textCommand({
  name: "stop",
  access: "anyone",
  handle: async (chat) => ({
    say: [
      stopChoice(chat.reader, {
        news: chat.newAction("stop.set", { stopped: "news" }),
        all: chat.newAction("stop.set", { stopped: "all" }),
        resume: chat.actor.person.stopped === "none" ? null : chat.newAction("stop.set", { stopped: "none" }),
      }),
    ],
  }),
});

/** เริ่มส่งข้อความ: undoes whatever was stopped. */
export const undoStop = textCommand({
  name: "stop.undo",
  access: "anyone",
  async handle(chat) {
    await setStopped(chat.tx, chat.actor.person, "none");
    return { say: [stopChanged(chat.reader, { stopped: "none" })] };
  },
});

/** [หยุดข่าวและเตือน] [หยุดทั้งหมด] [รับข้อความอีกครั้ง]. */
export const chooseStop = postbackCommand({
  name: "stop.set",
  access: "anyone",
  once: false,
  input: z.object({ stopped: z.enum(["none", "news", "all"]) }),
  async handle(chat, { stopped }) {
    await setStopped(chat.tx, chat.actor.person, stopped);
    return { say: [stopChanged(chat.reader, { stopped })] };
  },
});
