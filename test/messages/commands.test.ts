import { describe, expect, it } from "@jest/globals";
import { languages } from "../../src/i18n/language";
import { commandNames, type CommandName } from "../../src/messages/actions";
import { speak } from "../../src/messages/speak";
import { matchCommand, type CommandName as Understood } from "../../src/understanding/commands";

const meant: Record<CommandName, Understood> = {
  waiting: "waiting",
  balance: "savings.balance",
  entries: "savings.entries",
  receipts: "savings.receipts",
  transfer: "transfer.notice",
  loans: "loan.home",
  welfare: "welfare.info",
  nextDay: "meeting.next",
  help: "help",
  talk: "person.talk",
  language: "language",
  stop: "stop",
  resume: "stop.undo",
  consent: "consent.give",
  unlink: "link.end",
  privacy: "privacy",
  openDay: "day.open",
  closeDay: "day.close",
  callbacks: "callback.list",
  receiptCheck: "receipt.check",
  menu: "menu",
  leaveHelping: "helper.leave",
  makeCode: "link.make-code",
  bindChat: "chat.code",
  complaint: "person.talk",
  rules: "rules.show",
  desk: "desk.page",
  practice: "practice.start",
  practiceEnd: "practice.end",
  practiceEndAll: "practice.end-all",
};

describe("the words that quick replies say", () => {
  it.each(languages)("are understood in %s as what they mean", (language) => {
    const understood = commandNames.map((name) => {
      const match = matchCommand(speak({ language }).t(`common.commands.${name}`));
      return [name, match?.command, match?.certainty];
    });
    expect(understood).toEqual(commandNames.map((name) => [name, meant[name], "exact"]));
  });
});
