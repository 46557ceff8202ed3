import { z } from "zod";
import { getGuarantorsOf, getMyGuarantees, getMyLoans, type MyLoan } from "../../app/loans/my-loans";
import { getSeenPassbooks } from "../../app/people/actor";
import { withWord } from "../../app/rules/money-words";
import { rulesInForce } from "../../app/rules/rules-in-force";
import type { LoanStanding } from "../../domain/loans/standing";
import { askMyContract, instalmentsShown, loanSchedule, myLoans, payOffQuote } from "../../messages/my-loans";
import type { Answer, Chat } from "../chat";
import { postbackCommand, textCommand } from "../command";
import { graceButton } from "./grace";
import { loanInfo } from "./tiles";

/** A contract whose schedule is known. */
type Scheduled = MyLoan & { standing: LoanStanding };

/** เงินกู้: what the phone's passbooks owe and stand for; without any of it, how a loan is asked for. */
const showMyLoans = textCommand({
  name: "loan.home",
  question: true,
  async handle(chat) {
    const passbooks = await getSeenPassbooks(chat.tx, chat.actor);
    const loans = await getMyLoans(chat.tx, passbooks, chat.today);
    const guarantees = await getMyGuarantees(chat.tx, passbooks);
    if (loans.length === 0 && guarantees.length === 0) return loanInfo(chat);
    const hasSchedule = loans.some(({ standing }) => standing !== null);
    const view = {
      asOf: chat.today,
      loans,
      guarantees,
      several: passbooks.length > 1,
      schedule: hasSchedule ? chat.newAction("loan.schedule.show", {}) : null,
      payOff: hasSchedule ? chat.newAction("loan.pay-off.show", {}) : null,
      grace: graceButton(chat, loans),
    };
    return { say: [myLoans(chat.reader, view)] };
  },
});

/** ตารางงวด: the instalments of a contract. */
const showSchedule = textCommand({
  name: "loan.schedule",
  question: true,
  handle: (chat) => ofContract(chat, "loan.schedule.show", null, (loan) => scheduleOf(chat, loan, null)),
});

/** จะปิดยอดทั้งหมดต้องจ่ายกี่บาท: what ends a contract today. */
const showPayOff = textCommand({
  name: "loan.pay-off",
  question: true,
  handle: (chat) => ofContract(chat, "loan.pay-off.show", null, (loan) => payOffOf(chat, loan)),
});

const contractInput = z.object({ contractId: z.string().optional(), from: z.int().optional() });

/** [ดูตารางงวด], a chosen contract, [ดูงวดต่อไป]. */
const showScheduleOf = postbackCommand({
  name: "loan.schedule.show",
  once: false,
  input: contractInput,
  handle: (chat, { contractId, from }) =>
    ofContract(chat, "loan.schedule.show", contractId ?? null, (loan) => scheduleOf(chat, loan, from ?? null)),
});

/** [ปิดยอดต้องจ่ายเท่าไร], and a chosen contract. */
const showPayOffOf = postbackCommand({
  name: "loan.pay-off.show",
  once: false,
  input: contractInput,
  handle: (chat, { contractId }) =>
    ofContract(chat, "loan.pay-off.show", contractId ?? null, (loan) => payOffOf(chat, loan)),
});

/** The only contract, the chosen one, or the question which; only those that the phone opens now. */
async function ofContract(
  chat: Chat,
  next: string,
  contractId: string | null,
  show: (loan: Scheduled) => Promise<Answer>,
): Promise<Answer> {
  const loans = await getMyLoans(chat.tx, await getSeenPassbooks(chat.tx, chat.actor), chat.today);
  const scheduled = loans.flatMap(({ standing, ...loan }) => (standing ? [{ ...loan, standing }] : []));
  const [one, second] = scheduled.filter(({ contract }) => contractId === null || contract.id === contractId);
  if (!one) return loanInfo(chat);
  if (!second) return show(one);
  const options = scheduled.slice(0, 12).map(({ contract }) => ({
    contractNo: contract.contractNo,
    owed: contract.owed,
    data: chat.newAction(next, { contractId: contract.id }),
  }));
  return { say: [askMyContract(chat.reader, { options, none: chat.newAction("choice.none", { hint: "transfer" }) })] };
}

/** A page of instalments: from the given one on, else from the last that is paid. */
async function scheduleOf(chat: Chat, { group, contract, standing }: Scheduled, asked: number | null): Promise<Answer> {
  const unpaid = standing.instalments.findIndex(({ state }) => state !== "paid");
  const from = asked ?? (standing.instalments.length <= instalmentsShown ? 0 : Math.max(0, unpaid - 1));
  const next = from + instalmentsShown;
  const view = {
    group,
    standing,
    from,
    guarantors: await getGuarantorsOf(chat.tx, contract),
    more:
      next < standing.instalments.length
        ? chat.newAction("loan.schedule.show", { contractId: contract.id, from: next })
        : null,
    payOff: chat.newAction("loan.pay-off.show", { contractId: contract.id }),
  };
  return { say: [loanSchedule(chat.reader, view)] };
}

async function payOffOf(chat: Chat, { group, standing }: Scheduled): Promise<Answer> {
  const rules = await rulesInForce(chat.tx, group, chat.today);
  return { say: [payOffQuote(chat.reader, { group: withWord(group, rules), standing })] };
}

/** What members ask about their loans in words. */
export const loanQuestions = [showMyLoans, showSchedule, showPayOff];

/** The buttons of their answers. */
export const loanButtons = [showScheduleOf, showPayOffOf];
