import type { PaperView, TableQrPaper } from "../domain/reports/views";
import { cut, graphemeCount } from "./labels";
import { row, type Row } from "./rows";
import type { Speak } from "./speak";

/** What of a paper stands on its card. */
export interface Short {
  about: string;
  label: string;
  figure: string;
  rows: Row[];
  /** Rows of the paper that the card does not even try to show. */
  beyond: number;
}

/** So many rows of a list are tried on a card. */
const tried = 8;

/** A paper in short. */
export function shortOf(say: Speak, paper: Exclude<PaperView, TableQrPaper>): Short {
  switch (paper.kind) {
    case "day-report":
      return money(say, paper.isOpen ? openDay(say, paper) : atClosing(say, paper.day.on), paper);
    case "cash-book":
      return money(say, ofMonth(say, paper.month), paper);
    case "trial-balance":
      return trial(say, paper);
    case "journal":
    case "changes":
    case "acts": {
      const told = [...paper.lines].reverse().map((line) => {
        const what = [say.t(`papers.kinds.${line.kind}`), line.receipt].filter((part) => part !== null).join(" ");
        return row(say.shortDay(line.on), what);
      });
      return list(ofMonth(say, paper.month), say.t("papers.facts.entries"), String(paper.lines.length), told);
    }
    case "register":
      return {
        about: say.t("papers.asOf.now", { at: say.instant(paper.madeAt) }),
        label: say.t("papers.facts.members"),
        figure: String(paper.rows.length),
        rows: (["pledge", "special", "loans"] as const).map((of) =>
          row(say.t(`papers.facts.${of}`), say.money(paper[of])),
        ),
        beyond: 0,
      };
    case "behind": {
      const told = paper.rows.map(({ member, missed, due }) =>
        row(
          cut(`${member.memberNo} ${say.nickname(member)}`, 24, graphemeCount),
          say.t("papers.card.rows.behind", { months: missed, amount: say.digits(due) }),
        ),
      );
      const about = say.t("papers.asOf.through", { month: say.month(paper.through) });
      return list(about, say.t("papers.facts.people"), String(paper.rows.length), told);
    }
    case "collection": {
      const houses = paper.households.filter(({ name }) => name !== null).length;
      const people = paper.households.reduce((all, { rows }) => all + rows.length, 0);
      return {
        about: ofMonth(say, paper.month),
        label: say.t("papers.facts.due"),
        figure: say.money(paper.due),
        rows: [
          row(say.t("papers.facts.members"), String(people)),
          row(say.t("papers.facts.households"), String(houses)),
        ],
        beyond: 0,
      };
    }
    case "slips": {
      const told = paper.slips.map(({ member, receipt }) =>
        row(cut(`${member.memberNo} ${say.nickname(member)}`, 24, graphemeCount), receipt),
      );
      return list(atClosing(say, paper.day.on), say.t("papers.facts.slips"), String(paper.slips.length), told);
    }
  }
}

function trial(say: Speak, paper: Extract<PaperView, { kind: "trial-balance" }>): Short {
  const { rows, total } = paper.balance;
  const about = paper.day ? atClosing(say, paper.day.on) : say.t("papers.asOf.now", { at: say.instant(paper.madeAt) });
  const told = rows.map(({ code, debit, credit }) => {
    const side = debit > 0 ? "debit" : "credit";
    return row(
      say.t(`accounts.${code}`),
      say.t(`papers.card.rows.${side}`, { amount: say.digits(debit > 0 ? debit : credit) }),
    );
  });
  return list(about, say.t("papers.facts.total"), say.money(total), told);
}

function list(about: string, label: string, figure: string, rows: Row[]): Short {
  return { about, label, figure, rows: rows.slice(0, tried), beyond: Math.max(0, rows.length - tried) };
}

type Money = Extract<PaperView, { kind: "day-report" | "cash-book" }>;

function money(say: Speak, about: string, { cash, bank }: Money): Short {
  return {
    about,
    label: say.t("papers.facts.cash"),
    figure: say.money(cash.closing),
    rows: [
      ...(["opening", "received", "paid"] as const).map((of) => row(say.t(`papers.facts.${of}`), say.money(cash[of]))),
      row(say.t("papers.facts.bank"), say.money(bank.closing)),
    ],
    beyond: 0,
  };
}

const ofMonth = (say: Speak, month: Parameters<Speak["month"]>[0]): string =>
  say.t("papers.asOf.month", { month: say.month(month) });
const atClosing = (say: Speak, on: Parameters<Speak["day"]>[0]): string =>
  say.t("papers.asOf.day", { on: say.day(on) });
const openDay = (say: Speak, { day, madeAt }: Extract<PaperView, { kind: "day-report" }>): string =>
  say.t("papers.asOf.open", { on: say.day(day.on), at: say.instant(madeAt) });
