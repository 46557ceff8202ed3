import type { LoanPaper } from "../domain/reports/loan-papers";
import { loanContractPaper, loanGuaranteePaper } from "./papers/loan";
import { paperPdf } from "./pdf";
import { sayIn } from "./say";

/** The PDF of a contract or a guarantee: in Thai, whatever language its reader has, since it is what both sign. */
export function writeLoanPaper(view: LoanPaper): Promise<Buffer> {
  const say = sayIn("th");
  return paperPdf(view.kind === "loan-contract" ? loanContractPaper(say, view) : loanGuaranteePaper(say, view));
}
