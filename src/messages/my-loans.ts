import type { messagingApi } from "@line/bot-sdk";
import template from "../../flex-messages/loans/loan.json";
import type { LocalDate } from "../domain/dates";
import { askedNow } from "../domain/loans/arrears";
import type { ContractGuarantor, MyGuarantee } from "../domain/loans/member-loans";
import { restOf, type InstalmentStanding, type LoanStanding } from "../domain/loans/standing";
import { add, satang, zero, type Satang } from "../domain/money";
import type { MemberName } from "../domain/people";
import { interestWordOf } from "../domain/rules/interest-word";
import { buttons, postback, quickChoices, quickSaying, quickText, withNone } from "./actions";
import { card, privateAlt, textMessage } from "./card";
import { commonGroup } from "./balance";
import { cut, graphemeCount } from "./labels";
import { row } from "./rows";
import { speak, type Reader, type Speak } from "./speak";
import type { GroupName } from "./views";

/** A contract of one of a phone's passbooks. */
export interface MyLoanView {
  group: GroupName;
  member: MemberName;
  contract: { contractNo: string; owed: Satang };
  /** Null where its paper makes no schedule. */
  standing: LoanStanding | null;
}

/** A phone's loans, and what it stands for. */
export interface MyLoansView {
  asOf: LocalDate;
  loans: MyLoanView[];
  guarantees: MyGuarantee[];
  /** Whether the phone opens several passbooks, so that each contract names whose it is. */
  several: boolean;
  /** Postback data; null where no contract has a schedule. */
  schedule: string | null;
  payOff: string | null;
  /** The wish for time; null where nothing is asked for within a week. */
  grace: string | null;
}

/** With more contracts than this, a card names how many are left. */
const loansShown = 2;
/** Of a name, so many graphemes; of guarantees, so many. */
const [nameShown, guaranteesShown] = [14, 1];

/** My loans: what is owed on each, its next instalment, kindly what is late, and for whom I stand. */
export const myLoans = card<MyLoansView>({
  name: "loans/loan",
  template,
  alt: (say, { loans }) => privateAlt(say, commonGroup(loans.map(({ group }) => group))),
  layout: (say, view) => {
    const { loans, guarantees } = view;
    const group = commonGroup(loans.map((loan) => loan.group));
    const left = loans.length - loansShown;
    const notes = [
      loans.length === 0 ? say.t("myLoans.none") : null,
      left > 0 ? say.t("myLoans.more", { count: left }) : null,
      guarantees.length > 0 ? guaranteesText(say, guarantees) : null,
      say.t("myLoans.asOf", { on: say.day(view.asOf) }),
    ];
    return {
      ...nothing,
      group: group && say.group(group),
      title: say.t("myLoans.title"),
      loans: loans.slice(0, loansShown).map((loan) => loanBlock(say, loan, view.several)),
      notes: notes.flatMap((text) => (text === null ? [] : [{ text }])),
      buttons: buttons(
        view.schedule === null ? null : postback(view.schedule, say.t("myLoans.buttons.schedule")),
        view.payOff === null ? null : postback(view.payOff, say.t("myLoans.buttons.payOff")),
        view.grace === null ? null : postback(view.grace, say.t("grace.buttons.wish")),
      ),
    };
  },
  quickReplies: (say) => [
    quickText(say.t("myLoans.buttons.requests")),
    quickText(say.t("myLoans.buttons.ask")),
    quickSaying(say, "transfer"),
    quickSaying(say, "talk"),
  ],
});

const shortName = (say: Speak, member: MemberName): string => cut(say.nickname(member), nameShown, graphemeCount);

const nothing = { figures: [], loans: [], rows: [], lines: [], notes: [] };

function loanBlock(say: Speak, { member, contract, standing }: MyLoanView, named: boolean): object {
  const { contractNo, owed } = contract;
  return {
    purpose: named
      ? say.t("myLoans.loanOf", { member: shortName(say, member), contractNo })
      : say.t("myLoans.loan", { contractNo }),
    amount: say.t("myLoans.owed", { amount: say.money(owed) }),
    balance: standing === null ? say.t("myLoans.paper") : standingText(say, standing),
  };
}

/** What a contract asks for next; what is late, without a hard word. */
function standingText(say: Speak, standing: LoanStanding): string | null {
  const { missed, next } = standing;
  const asked = askedNow(standing);
  if (missed > 0) return say.t("myLoans.behind", { count: missed, amount: say.money(asked) });
  if (asked > 0) return say.t("myLoans.dueNow", { amount: say.money(asked) });
  return next && say.t("myLoans.next", { on: say.shortDay(next.dueOn), amount: say.money(next.total) });
}

function guaranteesText(say: Speak, guarantees: readonly MyGuarantee[]): string {
  const told = guarantees.slice(0, guaranteesShown).map(({ borrower, contractNo, owed, amount }) => {
    const values = { member: shortName(say, borrower), contractNo, owed: say.money(owed) };
    return amount === null
      ? say.t("myLoans.guaranteeAll", values)
      : say.t("myLoans.guarantee", { ...values, amount: say.money(amount) });
  });
  const left = guarantees.length - told.length;
  const list = [...told, ...(left > 0 ? [say.t("myLoans.andMore", { count: left })] : [])].join(" · ");
  return say.t("myLoans.guarantees", { list });
}

/** Instalments of a contract on one card. */
export const instalmentsShown = 12;

/** The schedule of a contract, from one instalment on. */
export interface LoanScheduleView {
  group: GroupName;
  standing: LoanStanding;
  from: number;
  guarantors: ContractGuarantor[];
  /** Postback data of the further instalments; null where these are the last. */
  more: string | null;
  payOff: string;
}

/** The rows of a contract with what of each is paid, how its cost is counted, and who stands for it. */
export const loanSchedule = card<LoanScheduleView>({
  name: "loans/loan",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, view) => ({
    ...nothing,
    group: say.group(view.group),
    title: say.t("myLoans.schedule.title", { contractNo: view.standing.contract.contractNo }),
    rows: [row(say.t("myLoans.schedule.left"), say.money(view.standing.outstanding))],
    lines: view.standing.instalments.slice(view.from, view.from + instalmentsShown).map((one) => lineOf(say, one)),
    notes: [methodText(say, view.standing), guarantorsText(say, view.guarantors)].flatMap((text) =>
      text === null ? [] : [{ text }],
    ),
    buttons: buttons(
      postback(view.payOff, say.t("myLoans.buttons.payOff")),
      view.more === null ? null : postback(view.more, say.t("myLoans.buttons.more")),
    ),
  }),
  quickReplies: (say) => [quickSaying(say, "loans"), quickSaying(say, "talk")],
});

function lineOf(say: Speak, one: InstalmentStanding): { label: string; value: string } {
  const paid = add(one.principalPaid, one.interestPaid);
  const mark = one.state === "paid" ? "paid" : paid > 0 ? "part" : one.state === "overdue" ? "overdue" : null;
  const words = mark === null ? "" : say.t(`myLoans.schedule.${mark}`);
  return {
    label: say.t("myLoans.schedule.row", { no: one.no, on: say.shortDay(one.dueOn), mark: words }).trim(),
    value: say.money(mark === "part" ? restOf(one) : add(one.principal, one.interest)),
  };
}

function methodText(say: Speak, { contract: { terms } }: LoanStanding): string | null {
  if (!terms || terms.yearlyRatePercent === "0") return null;
  const isFixed = terms.method === "flat" || terms.method === "lump-sum";
  const how = say.t(`myLoans.methods.${isFixed ? "fixed" : "reducing"}`);
  return say.t("myLoans.schedule.method", { rate: terms.yearlyRatePercent, how });
}

function guarantorsText(say: Speak, guarantors: LoanScheduleView["guarantors"]): string | null {
  if (guarantors.length === 0) return null;
  const told = guarantors.slice(0, 3).map(({ member, amount }) => {
    const name = say.nickname(member);
    return amount === null ? name : say.t("myLoans.schedule.guarantor", { member: name, amount: say.money(amount) });
  });
  return say.t("myLoans.schedule.guarantors", { list: told.join(" · ") });
}

/** What ends a contract today. */
export interface PayOffView {
  group: GroupName & Parameters<typeof interestWordOf>[0];
  standing: LoanStanding;
}

/** The sum that ends a contract, made of what, and for which day it holds. */
export const payOffQuote = card<PayOffView>({
  name: "loans/loan",
  template,
  alt: (say, view) => privateAlt(say, view.group),
  layout: (say, { group, standing }) => {
    const { payOff, outstanding, fineDue, contract, on } = standing;
    const interest = satang(payOff - outstanding - fineDue);
    const parts: [string, Satang][] = [
      [say.t("myLoans.payOff.principal"), outstanding],
      [say.local(interestWordOf(group)), interest],
      [say.t("myLoans.payOff.fine"), fineDue],
    ];
    return {
      ...nothing,
      group: say.group(group),
      title: say.t("myLoans.payOff.title", { contractNo: contract.contractNo }),
      figures: [{ label: say.t("myLoans.payOff.label"), figure: say.money(payOff), words: say.words(payOff) }],
      rows: parts.filter(([, amount]) => amount > zero).map(([label, amount]) => row(label, say.money(amount))),
      notes: [{ text: say.t("myLoans.payOff.note", { on: say.day(on) }) }],
      buttons: buttons(null),
    };
  },
  quickReplies: (say) => [quickSaying(say, "transfer"), quickSaying(say, "loans"), quickSaying(say, "talk")],
});

/** Asks which of her contracts a member means. */
export function askMyContract(
  reader: Reader,
  { options, none }: { options: { contractNo: string; owed: Satang; data: string }[]; none: string },
): messagingApi.TextMessage {
  const say = speak(reader);
  const items = quickChoices(
    options.map(({ contractNo, owed, data }) => ({
      labels: [say.t("questions.contractLabel", { contractNo, owed: say.digits(owed) }), contractNo],
      data,
    })),
  );
  return textMessage(say.t("myLoans.payOff.which"), withNone(say, items, none));
}
