/** What a page asks the simulator around it: whose phone it is opened on. */
export interface IdTokenQuestion {
  type: "sajja-id-token?";
}

/** The simulator's answer. */
export interface IdTokenAnswer {
  type: "sajja-id-token";
  idToken: string;
}

function typeOf(data: unknown): unknown {
  return typeof data === "object" && data !== null && "type" in data ? data.type : undefined;
}

export const idTokenQuestion: IdTokenQuestion = { type: "sajja-id-token?" };

/** Whether what came is the question of a page. */
export function isIdTokenQuestion(data: unknown): data is IdTokenQuestion {
  return typeOf(data) === idTokenQuestion.type;
}

/** Whether what came is the answer of the simulator. */
export function isIdTokenAnswer(data: unknown): data is IdTokenAnswer {
  return typeOf(data) === "sajja-id-token";
}
