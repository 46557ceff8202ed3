import { listHelped } from "../../app/helpers/helper-ends";
import { DomainError } from "../../domain/errors";
import { chooseHelped, helperLeaveConfirmation } from "../../messages/passbook-helpers";
import { postbackCommand, textCommand } from "../command";
import { endCard, numbersInput } from "./passbook-helpers";

/** เลิกเป็นผู้ช่วย: a helper steps back on her own. */
export const askStopHelping = textCommand({
  name: "helper.leave",
  async handle(chat) {
    const helped = await listHelped(chat.tx, chat.actor);
    const pairs = helped.map((pair) => ({
      ...pair,
      numbers: { groupId: pair.group.id, memberNo: pair.member.memberNo, helperNo: pair.helper.memberNo },
    }));
    const [one, second] = pairs;
    if (!one) throw new DomainError("helper.not-helping", {});
    if (!second) return endCard(chat, one.numbers, helperLeaveConfirmation);
    const options = pairs.map((pair) => ({ ...pair, data: chat.newAction("helper.leave.ask", pair.numbers) }));
    return { say: [chooseHelped(chat.reader, { options })] };
  },
});

/** The chosen passbook of several. */
export const askStopHelpingOf = postbackCommand({
  name: "helper.leave.ask",
  once: false,
  input: numbersInput,
  handle: (chat, numbers) => endCard(chat, numbers, helperLeaveConfirmation),
});
