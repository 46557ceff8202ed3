import { z } from "zod";
import { listKeepers, nameKeeper } from "../../app/closing/keep-cash";
import { keeperButtons, showKeeperAsk, takeCash } from "../../app/closing/take-cash";
import { bankFirst, chooseKeeper } from "../../messages/closing-texts";
import { keeperAbove, keeperAsked, keeperSaid } from "../../messages/keeping";
import { dataOf } from "../button-data";
import { postbackCommand } from "../command";
import { dayField, goOn, idsOf, refOf } from "./closing";
import { officerGroup } from "./day";
import { satangField } from "./deposit-questions";

/** [เลือกคนเก็บเงินสด]. */
export const askKeeper = postbackCommand({
  name: "closing.keepers",
  once: false,
  input: dayField.extend({ all: z.boolean().default(false) }),
  async handle(chat, { all, ...input }) {
    const { cash, options, hasOthers } = await listKeepers(chat.tx, chat.actor, { ...refOf(chat, input), all });
    const choices = options.map((option) => ({
      ...option,
      data: chat.newAction("closing.keeper", { ...input, keeperNo: option.memberNo, accepted: false }),
    }));
    const others = hasOthers ? chat.newAction("closing.keepers", { ...input, all: true }) : null;
    return { say: [chooseKeeper(chat.reader, { cash, options: choices, others })] };
  },
});

/** The named keeper; above what the rules allow, a second word is asked for. */
export const chooseKeeperOf = postbackCommand({
  name: "closing.keeper",
  once: false,
  input: dayField.extend({ keeperNo: z.string(), accepted: z.boolean() }),
  async handle(chat, input) {
    const { result, notices } = await nameKeeper(chat.tx, chat.actor, { ...input, ...refOf(chat, input) });
    if (result.kind === "named") return { ...(await goOn(chat, result.view)), notices };
    const { option, ...sums } = result;
    const view = {
      ...sums,
      group: officerGroup(chat, input.groupId),
      keeper: option.officer,
      limit: option.limit,
      bankFirst: chat.newAction("closing.bank-first", { above: sums.above }),
      keepAll: chat.newAction("closing.keeper", { ...input, accepted: true }),
      others: chat.newAction("closing.keepers", idsOf(input)),
    };
    return { say: [keeperAbove(chat.reader, view)] };
  },
});

/** [รับเงินไว้ …], [ไม่ได้รับ]: the named keeper's word, or that of the counter beside the one who named her. */
export const sayTaken = postbackCommand({
  name: "closing.take",
  input: dayField.extend({ round: z.int(), taken: z.boolean() }),
  async handle(chat, input) {
    const { result, notices } = await takeCash(chat.tx, chat.actor, { ...input, ...refOf(chat, input) });
    if (result.kind === "counter") return { ...(await goOn(chat, result.view)), notices };
    return { say: [keeperSaid(chat.reader, result)], notices };
  },
});

/** What waits for a named keeper who counted nothing. */
export const showAskedKeeper = postbackCommand({
  name: "closing.asked",
  once: false,
  input: dayField,
  async handle(chat, input) {
    const view = await showKeeperAsk(chat.tx, chat.actor, refOf(chat, input));
    const data = dataOf(chat, keeperButtons(view));
    return { say: [keeperAsked(chat.reader, { ...view, ...data })] };
  },
});

/** [ฝากธนาคารก่อน]: how. */
export const showBankFirst = postbackCommand({
  name: "closing.bank-first",
  once: false,
  input: z.object({ above: satangField }),
  handle: (chat, view) => Promise.resolve({ say: [bankFirst(chat.reader, view)] }),
});
