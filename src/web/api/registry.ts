import { recordAtDesk } from "./desk-operations";
import type { PageOperation } from "./page-operations";

/** Every deed that pages have, by hand, in order. */
export const pageOperations: readonly PageOperation[] = [recordAtDesk];
