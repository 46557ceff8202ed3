import { useEffect, useState } from "preact/hooks";
import { peoplesNow, useWorld } from "../data/world";

const lookMs = 5_000;

/** The people's clock, looked at often enough for minutes. */
export function usePeoplesTime(): Date {
  const told = useWorld((value) => value.state?.now);
  const [now, setNow] = useState(peoplesNow);
  useEffect(() => {
    setNow(peoplesNow());
    const timer = setInterval(() => setNow(peoplesNow()), lookMs);
    return () => clearInterval(timer);
  }, [told]);
  return now;
}
