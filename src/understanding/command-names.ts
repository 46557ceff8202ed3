/** Everything that a person can ask in words. */
export const commandNames = [
  "savings.balance",
  "savings.entries",
  "savings.receipts",
  "savings.deposit",
  "savings.batch",
  "savings.reverse",
  "savings.withdraw",
  "payment.request",
  "receipt.check",
  "transfer.notice",
  "transfer.list",
  "desk.page",
  "day.status",
  "day.open",
  "day.close",
  "group.money",
  "passbook.tally",
  "passbook.text",
  "passbook.signing",
  "loan.info",
  "welfare.info",
  "rules.show",
  "meeting.next",
  "help",
  "menu",
  "language",
  "stop",
  "stop.undo",
  "consent.give",
  "consent.decline",
  "link.make-code",
  "link.end",
  "link.lock",
  "link.unlock",
  "chat.code",
  "office-cash.open",
  "office-cash.close",
  "officers.change",
  "officers.hand-over",
  "member.admit",
  "incoming.record",
  "suspense.list",
  "helper.record",
  "helper.end",
  "helper.leave",
  "member.join",
  "member.leave",
  "member.phone",
  "callback.request",
  "callback.list",
  "person.talk",
  "privacy",
  "why",
  "waiting",
  "members.find",
  "reports",
  "broadcast.info",
  "groups.info",
  "knowledge.info",
  "smalltalk",
] as const;

/** The name of something that a person can ask in words. */
export type CommandName = (typeof commandNames)[number];

/** Commands about money, rights or settings: only their own words lead to them, never words that merely look alike. */
export const changingCommands: ReadonlySet<CommandName> = new Set<CommandName>([
  "savings.deposit",
  "savings.batch",
  "savings.reverse",
  "payment.request",
  "day.open",
  "day.close",
  "consent.give",
  "stop",
  "stop.undo",
  "link.make-code",
  "link.end",
  "link.lock",
  "link.unlock",
  "chat.code",
  "office-cash.open",
  "office-cash.close",
  "officers.change",
  "officers.hand-over",
  "member.admit",
  "incoming.record",
  "helper.record",
  "helper.end",
  "helper.leave",
  "callback.request",
  "passbook.tally",
]);

/** The ways of asking for one command. */
export interface Phrasing {
  command: CommandName;
  /** Whole texts. */
  says: readonly string[];
  /** Beginnings; what follows them belongs to the command. */
  opens?: readonly string[];
  /** Pieces by which a longer text is understood; all pieces of an inner list must be there. Never of a changing command. */
  holds?: readonly (string | readonly string[])[];
}
