import type { SlipsPaper, SlipView, TableQrPaper } from "../../domain/reports/views";
import { printedBaht } from "../decimal";
import type { Paper, Slip } from "../paper";
import { blank, type Say } from "../say";

/** Slips to be cut out and laid into the passbooks of members without LINE. */
export function slipsPaper(say: Say, view: SlipsPaper): Paper {
  return {
    ...blank(say, "slips", view, [say.t("papers.asOf.day", { on: say.day(view.day.on) })]),
    slips: view.slips.map((slip) => slipOf(say, say.group(view.group), slip)),
    notes: view.slips.length === 0 ? [say.t("papers.notes.empty")] : [],
  };
}

function slipOf(say: Say, group: string, slip: SlipView): Slip {
  const { t } = say;
  const sums = slip.parts.map(({ code, contractNo, change }) => ({
    label: [t(`accounts.${code}`), contractNo].filter((part) => part !== null).join(" "),
    value: printedBaht(change),
  }));
  const balances = slip.parts.flatMap(({ code, balance }) =>
    balance === null
      ? []
      : [{ label: t("papers.slip.balance", { what: t(`accounts.${code}`) }), value: printedBaht(balance) }],
  );
  return {
    heading: t("papers.slip.heading", { group, member: say.member(slip.member) }),
    lines: [
      { label: t("papers.slip.receipt", { receipt: slip.receipt }), value: t(`papers.kinds.${slip.kind}`) },
      ...sums,
      { label: t("papers.slip.total"), value: printedBaht(slip.total) },
      ...balances,
    ],
    below: t("papers.slip.below", { at: say.instant(slip.at), by: say.officer(slip.by), code: slip.checkCode }),
  };
}

/** The address that opens the chat of an account with a text ready to be sent; `basicId` with its @. */
export function chatLink(basicId: string, text: string): string {
  return `https://line.me/R/oaMessage/${encodeURIComponent(basicId)}/?${encodeURIComponent(text)}`;
}

/** The page that stands on the table: scanned, it opens the chat with the word for one's receipt. */
export function tableQrPaper(say: Say, view: TableQrPaper): Paper {
  const { t } = say;
  const paper = blank(say, "table-qr", view, []);
  if (view.basicId === null) return { ...paper, notes: [t("papers.notes.noQr")] };
  const below = (["scan", "send", "free"] as const).map((line) => t(`papers.qr.${line}`));
  return { ...paper, qr: { text: chatLink(view.basicId, t("papers.qr.word")), below } };
}
