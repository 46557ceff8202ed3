import type { JsonObject } from "./json";

/** One thing that LINE would refuse. In a Flex container the property is a JSON pointer inside it, and `flexIn` names the message. */
export interface Problem {
  message: string;
  property: string;
  flexIn?: string;
}

type Key = string | number;

/** A place in a request body that knows how LINE writes it down, and collects the problems found there. */
export class Spot {
  constructor(
    private readonly problems: Problem[],
    private readonly path = "",
    private readonly flexIn?: string,
  ) {}

  /** The place further inside. */
  at(...keys: Key[]): Spot {
    const path = keys.reduce<string>((whole, key) => {
      if (this.flexIn !== undefined) return `${whole}/${key}`;
      if (typeof key === "number") return `${whole}[${key}]`;
      return whole === "" ? key : `${whole}.${key}`;
    }, this.path);
    return new Spot(this.problems, path, this.flexIn);
  }

  /** The root of the Flex container that this message carries. */
  intoFlex(): Spot {
    return new Spot(this.problems, "", this.path);
  }

  /** Notes a problem at this place. */
  refuse(message: string): void {
    const problem: Problem = { message, property: this.path };
    if (this.flexIn !== undefined) problem.flexIn = this.flexIn;
    this.problems.push(problem);
  }
}

/** The body of LINE's answer 400. Problems inside a Flex container are told for the first such message only, in LINE's other wording. */
export function errorBody(problems: readonly Problem[]): JsonObject {
  const plain = problems.filter((problem) => problem.flexIn === undefined);
  const first = problems[0]?.flexIn;
  const told = plain.length > 0 || first === undefined ? plain : problems.filter((p) => p.flexIn === first);
  return {
    message:
      plain.length > 0 || first === undefined
        ? `The request body has ${told.length} error(s)`
        : `A message (${first}) in the request body is invalid`,
    details: told.map(({ message, property }) => ({ message, property })),
  };
}
