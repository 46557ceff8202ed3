import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, jest } from "@jest/globals";
import { galleryCards } from "../../scripts/cards/gallery";
import { cardEntries } from "../../scripts/cards/cards";
import { validateMessages } from "../../scripts/simulator/limits/validate-messages";
import { codePoints, graphemeCount } from "../../src/messages/labels";

const cards = galleryCards();
const templatesFolder = path.join(__dirname, "../../flex-messages");
const titled = (card: (typeof cards)[number]): string => `${card.name} (${card.sample}, ${card.language})`;

/** Every object inside a value that has the property. */
function withProperty(value: unknown, property: string): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap((part) => withProperty(part, property));
  return Object.hasOwn(value, property) ? [value as Record<string, unknown>, ...inner] : inner;
}

describe("every message in every language with every example", () => {
  it.each(cards.map((card) => [titled(card), card] as const))("%s keeps LINE's rules", (_title, { message }) => {
    expect(validateMessages("reply", [message])).toEqual([]);
  });

  it("has labels that phones show whole: 20 code points in quick replies, 40 and 20 graphemes on cards", () => {
    const tooLong = cards.flatMap((card) => {
      const quick = withProperty(card.message.quickReply, "label").filter(
        ({ label }) => codePoints(String(label)) > 20,
      );
      const contents = (card.message as { contents?: unknown }).contents;
      const flex = withProperty(contents, "label").filter(
        ({ label }) => codePoints(String(label)) > 40 || graphemeCount(String(label)) > 20,
      );
      return [...quick, ...flex].map(({ label }) => `${titled(card)}: ${String(label)}`);
    });
    expect(tooLong).toEqual([]);
  });

  it("has at most three buttons a card, one of them primary, and each says its label as the person's own words", () => {
    for (const card of cards) {
      const buttons = withProperty(card.message, "style").filter(({ type }) => type === "button");
      expect([titled(card), buttons.length <= 3]).toEqual([titled(card), true]);
      expect(buttons.filter(({ style }) => style === "primary").length).toBeLessThanOrEqual(1);
      for (const { label, displayText } of withProperty(card.message, "displayText")) expect(displayText).toBe(label);
    }
  });

  it("has a notification text of at most 100 characters", () => {
    const tooLong = withProperty(cards, "altText").filter(({ altText }) => String(altText).length > 100);
    expect(tooLong).toEqual([]);
  });

  it("tells no balance and no refusal in the notification", () => {
    const quiet = cards.filter(({ name }) => ["oneBalance", "balances", "entries", "refusal"].includes(name));
    expect(quiet.length).toBeGreaterThan(0);
    for (const { message } of quiet) {
      const { altText } = message as { altText: string };
      expect(altText).toMatch(/^(มีข้อความ(จากกลุ่ม.+|ถึงคุณ) แตะเพื่ออ่าน|A message (from .+|for you)\. Tap to read)$/);
      expect(altText).not.toMatch(/บาท|baht/);
    }
  });

  it("never calls a group a bank, promises a return, or shouts", () => {
    const words = cards.map((card) => [titled(card), JSON.stringify(card.message)] as const);
    for (const [title, text] of words) {
      // Real banks have a name, codes, and the group's account with its passbook, to which cash is taken and from which it is drawn.
      const own = text.replaceAll(
        /(?:รหัส|บัญชี|ฝาก|ถอน|จาก|สมุด|แอป|ใน)ธนาคาร|ธนาคารเพื่อการเกษตร|ธนาคาร [−\d]|(?:your )?bank(?: codes?| account| deposit| withdrawal| interest| passbook| number|'s app| [−\d])|(?:to|from) (?:the )?bank|in a bank/gi,
        "",
      );
      expect([title, /ธนาคาร|รับประกันผลตอบแทน|\bbanks?\b|guaranteed return|[!！]/i.test(own)]).toEqual([title, false]);
    }
  });

  it("leaves no mark and no placeholder unfilled", () => {
    for (const card of cards) {
      expect([titled(card), /\$\{|\{\{|"t:|undefined|\[object/.test(JSON.stringify(card.message))]).toEqual([
        titled(card),
        false,
      ]);
    }
  });
});

describe("the gallery", () => {
  // Parts of messages, and the functions that choose between messages that are shown themselves.
  const parts = [
    "actions",
    "badges",
    "card",
    "components",
    "contacts",
    "desk-page",
    "labels",
    "loan-request-rows",
    "day-changes",
    "page-links",
    "between-days",
    "office-cards",
    "count-steps",
    "figure-cards",
    "paging",
    "paper-list",
    "paper-short",
    "photos",
    "differences-told",
    "plain-text",
    "render-flex",
    "rows",
    "rule-values",
    "speak",
    "transfer-account",
    "transfer-layout",
    "transfer-seen",
    "vote-faces",
  ];
  const choosers = ["balance", "commonGroup", "dayReports", "renderNotice"];
  const pieces = [
    "aloneLines",
    "usualPurposes",
    "answererText",
    "asideText",
    "boxText",
    "cashText",
    "movedText",
    "boxesText",
    "keeperStep",
    "takingStep",
    "vouchedText",
    "countedBoxText",
    "differencesOfDay",
    "besidePaperText",
    "hearersText",
    "lastTexts",
    "deathNote",
    "decidedText",
    "markedAsPractice",
    "gapWords",
    "missingPassbooks",
    "namesOf",
    "notShownButton",
    "firstRow",
    "keepsBack",
    "keptRows",
    "loanPaperTexts",
    "refusalLines",
    "refusalValues",
    "transferQrImage",
    "sheetLine",
    "sheetOff",
    "shortMember",
    "spanText",
    "unheardText",
    "versionText",
    "voteRows",
  ];
  const ofPages = [
    "passbooksOnCard",
    "callbacksOnCard",
    "linesOnCard",
    "textsOnPage",
    "receiptsOnCard",
    "daysOnCard",
    "dayOf",
    "benefitsOnCard",
    "payoutsOnCard",
    "clausesOnCard",
    "clauseCards",
    "clauseParts",
    "graceNote",
  ];

  it("shows every message that can be made", () => {
    const folder = path.join(__dirname, "../../src/messages");
    const made = readdirSync(folder)
      .map((file) => path.basename(file, ".ts"))
      .filter((name) => !parts.includes(name))
      .flatMap((name) => Object.entries(jest.requireActual<Record<string, unknown>>(path.join(folder, name))))
      .filter(([name, value]) => typeof value === "function" && ![...choosers, ...pieces, ...ofPages].includes(name));
    const shown = new Set(cards.map((card) => card.name));
    expect(made.length).toBeGreaterThan(60);
    expect(made.map(([name]) => name).filter((name) => !shown.has(name))).toEqual([]);
  });
});

describe("the templates", () => {
  const files = readdirSync(templatesFolder, { recursive: true, encoding: "utf8" }).map((file) =>
    file.replaceAll("\\", "/"),
  );
  const templates = files.filter((file) => file.endsWith(".json") && !file.startsWith("components/"));

  it("each have an example and a card that uses them", () => {
    const used = new Set(cardEntries.map((entry) => `${entry.layouts?.spec.name}.json`));
    expect(templates.filter((file) => !used.has(file))).toEqual([]);
    expect(templates.filter((file) => !files.includes(file.replace(/\.json$/, ".sample.ts")))).toEqual([]);
  });

  it("are examples of usual and of the longest values", () => {
    const without = cardEntries.filter((entry) => !entry.samples.some((sample) => /longest/.test(sample)));
    expect(without.map((entry) => entry.name)).toEqual(["stopChoice"]);
  });
});
