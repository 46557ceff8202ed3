import { listHelped } from "../../app/helpers/helper-ends";
import { DomainError } from "../../domain/errors";
import { chooseHelped, helperLeaveConfirmation } from "../../messages/passbook-helpers";
import { postbackCommand, textCommand } from "../command";
import { endCard, endCardOrChoice, numbersInput, type EndQuestion } from "./passbook-helpers";

const leaving: EndQuestion = { card: helperLeaveConfirmation, choice: chooseHelped, next: "helper.leave.ask" };

/** เลิกเป็นผู้ช่วย: a helper steps back on her own. */
export const askStopHelping = textCommand({
  name: "helper.leave",
  async handle(chat) {
    const helped = await listHelped(chat.tx, chat.actor);
    if (helped.length === 0) throw new DomainError("helper.not-helping", {});
    return endCardOrChoice(chat, helped, leaving);
  },
});

/** The chosen passbook of several. */
export const askStopHelpingOf = postbackCommand({
  name: "helper.leave.ask",
  once: false,
  input: numbersInput,
  handle: (chat, numbers) => endCard(chat, numbers, helperLeaveConfirmation),
});
