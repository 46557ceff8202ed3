import { instantOf, type LocalDate } from "../../src/domain/dates";
import { openBooks, type Books } from "../../src/domain/setup/books";
import type { SetupPlan } from "../../src/domain/setup/plan";
import { saltedHash } from "../../src/domain/ledger/chain";
import { planDemo } from "./demo-plan";
import { tellYear } from "./history";

/** The demo network with a year behind it, whole and in memory: what it was set up from, and the books of every group today. */
export function buildDemo(today: LocalDate): { plan: SetupPlan; books: Books[] } {
  const { plan, parts } = planDemo(today);
  const books = parts.map((part) => {
    const on = part.plan.opening?.asOf ?? today;
    // The same on every machine: invented people need no secret.
    const salt = saltedHash("demo", part.plan.id).slice(0, 32);
    const opened = openBooks(part.plan, { salt, now: instantOf(on, "18:00"), on });
    tellYear(opened, part);
    return opened;
  });
  return { plan, books };
}
