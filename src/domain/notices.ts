import { addDays, instantOf, localDateOf } from "./dates";

/** How urgently a notice must reach its reader when there is no fresh reply token; the README and the contract tell what each means. */
export type Urgency = "now" | "day" | "ride";

interface NoticeRule {
  urgency: Urgency;
  /** Never dropped for age. */
  money?: true;
  /** Made when the working day closes, whose bundle it belongs to. */
  atClosing?: true;
  /** It speaks of tomorrow, so it is dropped at midnight. */
  today?: true;
  /** Sent even to a person who stopped news and reminders: it protects her money or her account. */
  protects?: true;
}

/** Each kind of notice and its urgency. A kind that is not here cannot be sent. */
export const noticeKinds = {
  "receipt.deposit": { urgency: "day", money: true, protects: true },
  "receipt.office-cash": { urgency: "now", money: true, protects: true },
  "receipt.reversed": { urgency: "now", money: true, protects: true },
  "receipt.payment": { urgency: "now", money: true, protects: true },
  "receipt.difference": { urgency: "now", money: true, protects: true },
  "payment.request": { urgency: "now", protects: true },
  "set-off.request": { urgency: "now", protects: true },
  "set-off.decided": { urgency: "day", protects: true },
  "set-off.told": { urgency: "now", money: true, protects: true },
  "loan-change.request": { urgency: "now", protects: true },
  "loan-change.decided": { urgency: "day", protects: true },
  "loan-change.told": { urgency: "now", money: true, protects: true },
  "payout.guarantee": { urgency: "now", money: true, protects: true },
  "payout.released": { urgency: "day", protects: true },
  "payment.unheard": { urgency: "now", money: true, protects: true },
  "sitting.request": { urgency: "now", protects: true },
  "sitting.wrong": { urgency: "now", protects: true },
  "ballot.request": { urgency: "now", protects: true },
  "ballot.reminder": { urgency: "day", protects: true },
  "ballot.decided": { urgency: "ride", protects: true },
  "ballot.question": { urgency: "now", protects: true },
  "ballot.answer": { urgency: "day", protects: true },
  "loan.coming": { urgency: "ride" },
  "loan.tomorrow": { urgency: "day" },
  "loan.late": { urgency: "day" },
  "loan.behind": { urgency: "day" },
  "guarantee.late": { urgency: "day", protects: true },
  "loan.decided": { urgency: "day", protects: true },
  "withdrawal.request": { urgency: "now", protects: true },
  "withdrawal.asked": { urgency: "now", protects: true },
  "withdrawal.refused": { urgency: "day", protects: true },
  "suspense.request": { urgency: "now", protects: true },
  "suspense.decided": { urgency: "day", protects: true },
  "difference.request": { urgency: "now", protects: true },
  "difference.decided": { urgency: "now", protects: true },
  "pledge.wished": { urgency: "now", protects: true },
  "pledge.request": { urgency: "now", protects: true },
  "pledge.decided": { urgency: "day", protects: true },
  "pledge.changed": { urgency: "now", protects: true },
  "loan.cosign": { urgency: "now", protects: true },
  "guarantee.asked": { urgency: "now", protects: true },
  "guarantee.entry": { urgency: "now", protects: true },
  "guarantee.request": { urgency: "now", protects: true },
  "guarantee.decided": { urgency: "now", protects: true },
  "guarantee.told": { urgency: "day", protects: true },
  "guarantee.over": { urgency: "now", protects: true },
  "payment.decided": { urgency: "now", protects: true },
  "member.admission": { urgency: "day", protects: true },
  "reversal.request": { urgency: "now", protects: true },
  "reversal.decided": { urgency: "day", protects: true },
  "reversal.after-closing": { urgency: "now", protects: true },
  "reversal.unheard": { urgency: "day", protects: true },
  "link.made": { urgency: "now", protects: true },
  "link.used": { urgency: "ride", protects: true },
  "link.taken": { urgency: "now", protects: true },
  "link.replaced": { urgency: "now", protects: true },
  "link.ended": { urgency: "now", protects: true },
  "link.request": { urgency: "now", protects: true },
  "link.officer": { urgency: "now", protects: true },
  "link.locked": { urgency: "now", protects: true },
  "link.unlocked": { urgency: "now", protects: true },
  "helper.request": { urgency: "now", protects: true },
  "helper.officer": { urgency: "now", protects: true },
  "helper.made": { urgency: "now", protects: true },
  "helper.ended": { urgency: "now", protects: true },
  "rules.proposed": { urgency: "now", protects: true },
  "rules.request": { urgency: "now", protects: true },
  "rules.decided": { urgency: "day", protects: true },
  "rules.changed": { urgency: "ride" },
  "officers.request": { urgency: "now", protects: true },
  "officers.decided": { urgency: "now", protects: true },
  "officers.hand-over": { urgency: "now", protects: true },
  "office-cash.request": { urgency: "now", protects: true },
  "office-cash.decided": { urgency: "now", protects: true },
  "office-cash.received": { urgency: "now", money: true, protects: true },
  "transfer.request": { urgency: "now", protects: true },
  "transfer.decided": { urgency: "day", protects: true },
  "transfer.torn-apart": { urgency: "day", protects: true },
  "transfer.overdue": { urgency: "day", protects: true },
  "paper.request": { urgency: "now", protects: true },
  "payment-details.request": { urgency: "now", protects: true },
  "payment-details.decided": { urgency: "now", protects: true },
  "payment-details.stopped": { urgency: "now", protects: true },
  "payment-details.changed": { urgency: "day", money: true, protects: true },
  "parallel-run.request": { urgency: "now", protects: true },
  "parallel-run.decided": { urgency: "day", protects: true },
  "go-live.request": { urgency: "now", protects: true },
  "go-live.decided": { urgency: "day", protects: true },
  "passbook.differs": { urgency: "day", protects: true },
  "go-live.told": { urgency: "ride", protects: true },
  "case.opened": { urgency: "now", protects: true },
  "case.escalated": { urgency: "now", protects: true },
  "case.answered": { urgency: "day", protects: true },
  "callback.requested": { urgency: "day" },
  "count.turn": { urgency: "now", protects: true },
  "keeper.asked": { urgency: "now", protects: true },
  "day.keeper": { urgency: "now", protects: true },
  "day.closed": { urgency: "day", atClosing: true, protects: true },
  "day.totals": { urgency: "ride" },
  "day.unplanned": { urgency: "now", protects: true },
  "day.moved": { urgency: "now", protects: true },
  "day.reminder": { urgency: "day", today: true },
  "day.coming": { urgency: "ride", today: true },
  "day.report": { urgency: "day", atClosing: true },
  "day.report-again": { urgency: "day", protects: true },
  "day.reopened": { urgency: "day", protects: true },
  "day.still-open": { urgency: "day" },
  "messages.low": { urgency: "ride" },
  "messages.gone": { urgency: "ride" },
} as const satisfies Record<string, NoticeRule>;

export type NoticeKind = keyof typeof noticeKinds;

/** The rule of a kind. */
export function noticeRule(kind: NoticeKind): NoticeRule {
  return noticeKinds[kind];
}

/**
 * Until when a notice may wait, or null for ever: money never expires, `now` after a day, `day` after three, riders after 60; what speaks of tomorrow at
 * midnight. By its kind's urgency, unless another one is given.
 */
export function expiryOf(kind: NoticeKind, now: Date, urgency: Urgency = noticeRule(kind).urgency): Date | null {
  const rule = noticeRule(kind);
  if (rule.money) return null;
  if (rule.today) return instantOf(addDays(localDateOf(now), 1));
  const days = { now: 1, day: 3, ride: 60 }[urgency];
  return new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
}
